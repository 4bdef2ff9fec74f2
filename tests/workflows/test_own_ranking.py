"""An operator's own ranking table decides the order, whichever engine looks for the matches."""

from dataclasses import replace
from pathlib import Path

import pytest

from directory.config import Settings
from directory.errors import Unusable
from directory.matching import RANKING, MatchRequest
from directory.workflows import open_directory
from directory.workflows.matching.match_providers import match_providers
from tests.conftest import NOW
from tests.factories import make_provider, store
from tests.prepared import lay_out

REQUEST = MatchRequest(
    level_of_care="psychotherapy", age_group="adult", state="CA", concerns=("panic",)
)


def first_with(settings: Settings, lines: str) -> str:
    """Return whom a directory with a table of its own shows first."""
    lay_out(settings.instance_path, settings.search_engine)
    file = settings.instance_path / "ranking.toml"
    file.write_text(lines, encoding="utf-8")
    directory = open_directory(replace(settings, ranking_file=file), clock=lambda: NOW)
    late = {"accepting": "yes", "next_opening_days": 60}
    store(
        directory,
        make_provider(id="fits", availability=late),
        make_provider(id="soon", concerns=[], modalities=[{"code": "PDT"}]),
    )
    try:
        return match_providers(directory, REQUEST).outcome.matches[0].provider.id
    finally:
        directory.close()


@pytest.mark.parametrize("engine", ["columns", "whoosh"])
def test_the_weights_of_the_operator_decide_who_comes_first(
    settings: Settings, engine: str
) -> None:
    settings = replace(settings, search_engine=engine)
    assert first_with(settings, "weights.need = 500") == "fits"
    assert first_with(settings, "weights.time = 500") == "soon"


def test_without_a_file_the_table_that_ships_holds(settings: Settings) -> None:
    directory = open_directory(settings, clock=lambda: NOW)
    assert directory.ranking is RANKING
    directory.close()


def test_a_file_that_is_not_there_is_named(settings: Settings, tmp_path: Path) -> None:
    with pytest.raises(Unusable, match=r"RANKING_FILE cannot be read: .*nowhere\.toml"):
        open_directory(replace(settings, ranking_file=tmp_path / "nowhere.toml"))


def test_a_line_that_is_wrong_is_named_with_its_file(settings: Settings, tmp_path: Path) -> None:
    file = tmp_path / "my.toml"
    file.write_text("style.not_met = 2", encoding="utf-8")
    with pytest.raises(Unusable) as refused:
        open_directory(replace(settings, ranking_file=file))
    assert str(refused.value) == (
        f"RANKING_FILE {file}: style.not_met: 2 is out of range: give a number from 0 to 1"
    )
