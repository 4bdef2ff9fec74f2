"""The rows of a file that cannot be used, as a file to mend and to bring again."""

from collections.abc import Iterator

from directory.exchange.csv_lines import csv_lines
from directory.storage import RowNote, Staging, Upload
from directory.workflows.opening import Directory

WHY = "note: why it could not be used"
_LINE = "note: line"


def failed_rows(directory: Directory, upload: Upload) -> Iterator[str]:
    """Yield the lines of a CSV file: each row as it stands, after its line and what is wrong."""
    yield "\ufeff"
    yield from csv_lines(_rows(directory, upload))


def _rows(directory: Directory, upload: Upload) -> Iterator[tuple[str, ...]]:
    yield (_LINE, WHY, *(upload.titles or ("row",)))
    skip = 0
    while some := _some(directory, upload, skip):
        skip += len(some)
        for note in some:
            why = f"{note.column}: {note.message}" if note.column else note.message
            yield (str(note.line), why, *(note.cells or (note.text,)))


def _some(directory: Directory, upload: Upload, skip: int) -> list[RowNote]:
    with directory.database.reading() as session:
        return Staging(session, upload.id).notes("error", skip, 500)
