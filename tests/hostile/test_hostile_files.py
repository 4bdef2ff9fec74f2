"""Hostile and broken files get a clear answer, and nothing of them is half applied."""

import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from directory.config import Settings
from directory.errors import Unusable
from directory.exchange.recognising import recognise
from directory.storage import Providers
from directory.workflows import Directory, open_directory
from directory.workflows.import_files import import_files
from directory.workflows.undo_import import undo_import
from tests.conftest import NOW
from tests.hostile.case import Case
from tests.hostile.corpus import CASES
from tests.prepared import lay_out

LIGHT = [case for case in CASES if not case.heavy]


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Directory]:
    """One directory for all files: what comes in is removed before the next."""
    folder = tmp_path_factory.mktemp("hostile")
    given = {"DIRECTORY_ENV": "development", "INSTANCE_PATH": str(folder), "SECRET_KEY": "key"}
    settings = Settings.from_environment(given)
    lay_out(settings.instance_path)
    opened = open_directory(settings, clock=lambda: NOW)
    yield opened
    opened.close()


def _ids(shelf: Directory) -> list[str]:
    with shelf.database.reading() as session:
        return [listing.id for listing in Providers(session).every()]


def _is_sentence(text: str) -> bool:
    """Tell whether somebody who is no programmer can read this."""
    return bool(text) and not re.search(r"Traceback|Error\b|Exception|<class|0x[0-9a-f]{6}", text)


def _import(shelf: Directory, case: Case, path: Path) -> None:
    try:
        report = import_files(shelf, [path])
    except Unusable as error:
        assert case.refused or case.any_answer, error
        assert re.search(case.refused, str(error)), error
        assert _is_sentence(str(error))
        assert _ids(shelf) == []
        return
    with closing(report):
        errors = [error.row for error in report.errors]
        came_in = _ids(shelf)
        if report.batch and came_in:
            undo_import(shelf, report.batch)
        assert _ids(shelf) == []
        assert all(_is_sentence(error.message) for error in errors)
        assert len(came_in) == report.created
        if case.any_answer:
            return
        assert not case.refused, f"{report.created} came in"
        sums = (report.created, len(report.skipped), len(errors))
        assert sums == (case.created, case.skipped, case.errors), errors
        assert not case.says or any(
            re.search(case.says, f"{error.column}: {error.message}") for error in errors
        ), errors


@pytest.mark.parametrize("case", LIGHT, ids=[case.name for case in LIGHT])
def test_a_broken_file_gets_a_clear_answer_and_can_be_taken_back(
    shelf: Directory, case: Case, tmp_path: Path
) -> None:
    path = tmp_path / "file"
    path.write_bytes(case.make())
    _import(shelf, case, path)
