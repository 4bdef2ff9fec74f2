"""Settings: read from the environment, refused in a sentence where they are wrong."""

import stat
from pathlib import Path

import pytest

from directory.config import Settings
from directory.errors import Unusable
from tests.cli.conftest import TRIAGE


def settings(tmp_path, **environ):
    return Settings.from_environment({"INSTANCE_PATH": str(tmp_path / "instance"), **environ})


def test_production_is_what_there_is_unless_said(tmp_path):
    found = settings(tmp_path, SECRET_KEY="k" * 40)
    assert (found.environment, found.development) == ("production", False)
    assert found.database_url == f"sqlite:///{tmp_path / 'instance' / 'directory.db'}"
    assert (found.port, found.workers, found.search_engine) == (8000, 1, "columns")
    assert found.index_path == tmp_path / "instance" / "index" / "columns"


def test_the_instance_folder_is_beside_us_unless_said():
    found = Settings.from_environment({})
    assert found.instance_path == Path("instance").absolute()


def test_production_has_no_key_of_its_own(tmp_path):
    found = settings(tmp_path)
    with pytest.raises(Unusable, match="SECRET_KEY is missing"):
        found.require_secret_key()
    with pytest.raises(Unusable, match="SECRET_KEY is missing"):
        settings(tmp_path, SECRET_KEY="").require_secret_key()
    assert not (tmp_path / "instance").exists()
    settings(tmp_path, SECRET_KEY="k" * 40).require_secret_key()


def test_a_developer_gets_a_key_that_only_they_can_read(tmp_path):
    first = settings(tmp_path, DIRECTORY_ENV="development")
    path = tmp_path / "instance" / "development.key"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert first.secret_key == path.read_text(encoding="ascii")
    assert len(first.secret_key) >= 40
    assert settings(tmp_path, DIRECTORY_ENV="development").secret_key == first.secret_key
    assert [one.name for one in path.parent.iterdir()] == ["development.key"]


def test_a_key_of_the_environment_comes_before_that_of_the_folder(tmp_path):
    found = settings(tmp_path, DIRECTORY_ENV="development", SECRET_KEY="mine")
    assert found.secret_key == "mine"
    assert not (tmp_path / "instance").exists()


def test_each_engine_has_a_folder_of_its_own(tmp_path):
    found = settings(tmp_path, SEARCH_ENGINE="whoosh")
    assert found.index_path == tmp_path / "instance" / "index" / "whoosh"


@pytest.mark.parametrize("engine", ["lucene", "Columns", ""])
def test_an_engine_that_this_version_lacks_is_refused(tmp_path, engine):
    with pytest.raises(Unusable, match=r"SEARCH_ENGINE is .*: this version knows columns, whoosh"):
        settings(tmp_path, SEARCH_ENGINE=engine)


@pytest.mark.parametrize("name", ["PORT", "WEB_CONCURRENCY"])
@pytest.mark.parametrize("value", ["", "0", "-1", "eight", "8000.5", " 8000"])
def test_a_number_that_is_none_is_refused(tmp_path, name, value):
    with pytest.raises(Unusable, match=rf"{name} is .*: give a whole number above 0"):
        settings(tmp_path, **{name: value})


def test_what_is_posted_is_counted_unless_said_otherwise(tmp_path):
    assert settings(tmp_path).rate_limit
    assert not settings(tmp_path, RATE_LIMIT="off").rate_limit
    with pytest.raises(Unusable, match="RATE_LIMIT is '0': this version knows on, off"):
        settings(tmp_path, RATE_LIMIT="0")


def test_no_proxy_is_believed_unless_said(tmp_path):
    assert settings(tmp_path).trusted_proxies == 0
    assert settings(tmp_path, TRUSTED_PROXIES="0").trusted_proxies == 0
    assert settings(tmp_path, TRUSTED_PROXIES="2").trusted_proxies == 2
    with pytest.raises(Unusable, match="TRUSTED_PROXIES is '-1': give 0 or a whole number"):
        settings(tmp_path, TRUSTED_PROXIES="-1")


def test_the_address_of_the_site_has_no_slash_at_its_end(tmp_path):
    assert settings(tmp_path, SITE_URL="https://x.example/").site_url == "https://x.example"
    assert settings(tmp_path, PORT="9000").site_url == "http://127.0.0.1:9000"


def test_there_is_no_ranking_file_unless_one_is_named(tmp_path):
    assert settings(tmp_path).ranking_file is None
    assert settings(tmp_path, RANKING_FILE="").ranking_file is None
    assert settings(tmp_path, RANKING_FILE="my.toml").ranking_file == Path("my.toml").absolute()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"weights.need = -1", "weights.need: -1 is out of range: give a number from 1 to 1000"),
        (b"weight.need = 1", "weight: this field is not known here: take it out"),
        (b"weights need", "this is no TOML: "),
        (b"\xff", "RANKING_FILE cannot be read: "),
        (None, "RANKING_FILE cannot be read: "),
    ],
)
def test_a_ranking_file_that_is_wrong_is_refused_by_every_command(
    run, monkeypatch, tmp_path, content, sentence
):
    path = tmp_path / "my.toml"
    if content is not None:
        path.write_bytes(content)
    monkeypatch.setenv("RANKING_FILE", str(path))
    for command in (("init",), ("serve",), ("worker",), ("match", "-")):
        result = run(*command, input=TRIAGE)
        assert result.exit_code == 1
        assert "RANKING_FILE" in result.stderr
        assert sentence in result.stderr


def test_wrong_settings_are_refused_by_every_command(run, monkeypatch):
    wrong = {"SEARCH_ENGINE": "lucene", "DATABASE_URL": "postgresql://x/y", "MAIL_URL": "mail"}
    for name, value in wrong.items():
        with monkeypatch.context() as patch:
            patch.setenv(name, value)
            result = run("init")
        assert result.exit_code == 1
        assert name in result.stderr
