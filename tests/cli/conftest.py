"""The command line in a folder of its own."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from directory.cli import main

SETTINGS = (
    *("DATABASE_URL", "SECRET_KEY", "SITE_URL", "SITE_NAME", "PORT", "SEARCH_ENGINE"),
    "RANKING_FILE",
)
TRIAGE = '{"level_of_care": "psychotherapy", "age_group": "adult", "state": "CA"}'


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    """The environment of a developer, with nothing of this machine's settings in it."""
    kept = {name: value for name, value in os.environ.items() if name not in SETTINGS}
    return kept | {"INSTANCE_PATH": str(tmp_path / "instance"), "DIRECTORY_ENV": "development"}


@pytest.fixture
def run(environ: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Run a command, and return its exit code and output."""
    for name in SETTINGS:
        monkeypatch.delenv(name, raising=False)
    runner = CliRunner(env=environ)

    def command(*arguments: object, input: str | bytes | None = None) -> Result:
        result = runner.invoke(main, [str(argument) for argument in arguments], input=input)
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return command
