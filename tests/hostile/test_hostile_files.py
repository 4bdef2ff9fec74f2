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
from directory.workflows.import_report import ImportReport
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


def _answer(shelf: Directory, path: Path) -> ImportReport | str:
    """Import a file, and return the report or the sentence that refuses it."""
    try:
        return import_files(shelf, [path])
    except Unusable as error:
        return str(error)


def _check_refusal(case: Case, sentence: str) -> None:
    assert case.refused or case.any_answer, sentence
    assert re.search(case.refused, sentence), sentence
    assert _is_sentence(sentence)


def _check_report(case: Case, report: ImportReport) -> None:
    errors = [error.row for error in report.errors]
    assert all(_is_sentence(error.message) for error in errors)
    if case.any_answer:
        return
    assert not case.refused, f"{report.created} came in"
    sums = (report.created, len(report.skipped), len(errors))
    assert sums == (case.created, case.skipped, case.errors), errors
    said = [f"{error.column}: {error.message}" for error in errors]
    assert not case.says or any(re.search(case.says, one) for one in said), said


@pytest.mark.parametrize("case", LIGHT, ids=[case.name for case in LIGHT])
def test_a_broken_file_gets_a_clear_answer_and_can_be_taken_back(
    shelf: Directory, case: Case, tmp_path: Path
) -> None:
    path = tmp_path / "file"
    path.write_bytes(case.make())
    answer = _answer(shelf, path)
    came_in = _ids(shelf)
    if isinstance(answer, str):
        assert came_in == []
        _check_refusal(case, answer)
        return
    with closing(answer):
        assert len(came_in) == answer.created
        if answer.batch and came_in:
            undo_import(shelf, answer.batch)
        assert _ids(shelf) == []
        _check_report(case, answer)


@pytest.mark.parametrize("case", LIGHT, ids=[case.name for case in LIGHT])
def test_a_broken_file_is_recognised_or_refused_in_words(case: Case, tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(case.make())
    try:
        found = recognise(path)
    except Unusable as error:
        sentence = str(error)
    else:
        sentence = f"This is {found.format}."
    assert _is_sentence(sentence)
