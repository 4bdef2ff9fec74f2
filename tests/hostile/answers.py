"""What the import answers to a file, and how that is checked."""

import re
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from directory.config import Settings
from directory.errors import Unusable
from directory.storage import Providers
from directory.workflows import Directory, open_directory
from directory.workflows.imports.import_files import import_files
from directory.workflows.imports.undo_import import undo_import
from tests.conftest import NOW
from tests.hostile.case import Case
from tests.prepared import lay_out

_MOST_SHOWN = 50


@dataclass(frozen=True, slots=True)
class Answer:
    """What one file came to; `left` are the listings that were there when all was taken back."""

    refused: str
    created: int
    skipped: int
    errors: int
    said: tuple[str, ...]
    came_in: int
    left: int


@contextmanager
def opened_in(folder: Path) -> Iterator[Directory]:
    """Open an empty directory."""
    given = {"DIRECTORY_ENV": "development", "INSTANCE_PATH": str(folder), "SECRET_KEY": "key"}
    settings = Settings.from_environment(given)
    lay_out(settings.instance_path)
    with closing(open_directory(settings, clock=lambda: NOW)) as directory:
        yield directory


def answer_to(directory: Directory, path: Path, is_undone: bool = True) -> Answer:
    """Import a file and take it back; where it is not undone, what came in is deleted."""
    try:
        report = import_files(directory, [path])
    except Unusable as error:
        came_in = _count(directory)
        return Answer(str(error), 0, 0, 0, (), came_in, came_in)
    with closing(report):
        came_in = _count(directory)
        if is_undone and report.batch and came_in:
            undo_import(directory, report.batch)
        elif came_in:
            _delete_all(directory)
        errors = [f"{one.row.column}: {one.row.message}" for one in report.errors]
        sums = (report.created, len(report.skipped), len(errors))
        return Answer("", *sums, tuple(errors[:_MOST_SHOWN]), came_in, _count(directory))


def check(case: Case, answer: Answer) -> None:
    """Compare an answer with what it must be."""
    assert all(map(is_sentence, answer.said)), answer
    assert (answer.came_in, answer.left) == (answer.created, 0), answer
    if answer.refused:
        assert case.refused or case.any_answer, answer
        assert re.search(case.refused, answer.refused), answer
        assert is_sentence(answer.refused), answer
    elif not case.any_answer:
        sums = (answer.created, answer.skipped, answer.errors)
        assert not case.refused, answer
        assert sums == (case.created, case.skipped, case.errors), answer
        assert not case.says or re.search(case.says, "\n".join(answer.said)), answer


def is_sentence(text: str) -> bool:
    """Tell whether somebody who is no programmer can read this."""
    return bool(text) and not re.search(r"Traceback|Error\b|Exception|<class|0x[0-9a-f]{6}", text)


def as_document(answer: Answer) -> dict[str, object]:
    """Return an answer as JSON."""
    return asdict(answer)


def _delete_all(directory: Directory) -> None:
    with directory.database.writing() as session:
        listings = Providers(session)
        for listing in list(listings.every()):
            listings.remove(listing.id)


def _count(directory: Directory) -> int:
    with directory.database.reading() as session:
        return Providers(session).count()
