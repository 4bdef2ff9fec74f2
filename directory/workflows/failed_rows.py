"""The rows of a file that cannot be used, as a file to mend and to bring again."""

import csv
from collections.abc import Iterator
from io import StringIO

from directory.exchange.formulas import guarded
from directory.storage import RowNote, Staging, Upload
from directory.workflows.opening import Directory

WHY = "note: why it could not be used"
_LINE = "note: line"


def failed_rows(directory: Directory, upload: Upload) -> Iterator[str]:
    """Yield the lines of a CSV file: each row as it stands, after its line and what is wrong."""
    yield "\ufeff" + _line((_LINE, WHY, *map(guarded, upload.titles or ("row",))))
    skip = 0
    while some := _some(directory, upload, skip):
        skip += len(some)
        for note in some:
            row = note.cells or (note.text,)
            why = f"{note.column}: {note.message}" if note.column else note.message
            yield _line((str(note.line), guarded(why), *map(guarded, row)))


def _some(directory: Directory, upload: Upload, skip: int) -> list[RowNote]:
    with directory.database.reading() as session:
        return Staging(session, upload.id).notes("error", skip, 500)


def _line(cells: tuple[str, ...]) -> str:
    text = StringIO()
    csv.writer(text).writerow(cells)
    return text.getvalue()
