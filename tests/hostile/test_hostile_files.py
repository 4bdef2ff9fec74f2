"""Hostile and broken files get a clear answer, and nothing of them is half applied."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from directory.errors import Unusable
from directory.exchange.recognising import recognise
from directory.exchange.spreadsheets.reader import is_spreadsheet
from directory.workflows import Directory
from tests.hostile.answers import Answer, answer_to, check, is_sentence, opened_in
from tests.hostile.case import Case, person, table
from tests.hostile.corpus import CASES

LIGHT = [case for case in CASES if not case.heavy]
HEAVY = [case for case in CASES if case.heavy]
MEGABYTE = 1 << 20


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Directory]:
    """One directory for all files: what comes in is taken back before the next."""
    with opened_in(tmp_path_factory.mktemp("hostile")) as directory:
        yield directory


def test_there_are_300_files_and_no_two_have_one_name() -> None:
    assert len({case.name for case in CASES}) == len(CASES)
    assert len(CASES) >= 300


@pytest.mark.parametrize(("number", "case"), [*enumerate(LIGHT)], ids=[case.name for case in LIGHT])
def test_a_broken_file_gets_a_clear_answer_and_nothing_of_it_is_half_applied(
    shelf: Directory, number: int, case: Case, tmp_path: Path
) -> None:
    """Every tenth is undone; to delete what came in instead takes a fifth of the time."""
    path = tmp_path / "file"
    path.write_bytes(case.make())
    is_tenth = number % 10 == 0
    check(case, answer_to(shelf, path, is_undone=is_tenth))
    if is_tenth or not is_spreadsheet(path):
        assert is_sentence(_recognised(path))


def _recognised(path: Path) -> str:
    try:
        return f"This is {recognise(path).format}."
    except Unusable as error:
        return str(error)


@pytest.mark.parametrize("kind", ["folder", "pipe", "loop", "missing", "device"])
def test_what_is_no_file_is_refused(shelf: Directory, kind: str, tmp_path: Path) -> None:
    path = tmp_path / "file"
    match kind:
        case "folder":
            path.mkdir()
        case "pipe":
            os.mkfifo(path)
        case "loop":
            path.symlink_to(path)
        case "device":
            path = Path("/dev/zero")
    check(Case(kind, bytes, refused="no file|cannot be read"), answer_to(shelf, path))


def test_heavy_files_take_little_memory(tmp_path: Path) -> None:
    first = tmp_path / "small"
    first.write_bytes(table(person(1)))
    files = [first, *(_written(tmp_path / f"heavy-{n}", case) for n, case in enumerate(HEAVY))]
    command = [sys.executable, "-m", "tests.hostile.measure", str(tmp_path / "instance")]
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [*command, *map(str, files)], cwd=root, capture_output=True, text=True, check=True
    )
    small, *heavy = map(json.loads, done.stdout.splitlines())
    assert len(heavy) == len(HEAVY)
    for case, measured in zip(HEAVY, heavy, strict=True):
        answer = measured["answer"]
        check(case, Answer(**{**answer, "said": tuple(answer["said"])}))
        assert measured["own"] - small["own"] < 200 * MEGABYTE, case.name
        assert measured["children"] < 1100 * MEGABYTE, case.name


def _written(path: Path, case: Case) -> Path:
    path.write_bytes(case.make())
    return path
