"""A program of its own that prints the rows of a spreadsheet, so that a bomb harms nobody else.

It knows nothing of the directory, and gets by with the memory and time that it gives itself. Its
first line is `{"rows": 12}`, or `{"refused": "why"}`; then one line a row: `[2, ["a", "b"]]`, with
null for a row that is too long.
"""

import json
import resource
import sys
import zipfile
from collections.abc import Iterator
from datetime import datetime, time
from pathlib import Path
from typing import Any

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError

MEMORY = 1 << 30  # bytes
SECONDS = 120  # of processor time
MAX_UNPACKED = 400 << 20  # bytes: 100,000 rows of 60 columns
MAX_PARTS = 2000
MAX_ROWS = 100_000  # below the titles
MAX_COLUMNS = 2000
MAX_CELL = 64 * 1024  # characters; a longer one is cut behind that, where it is seen to be longer
MAX_ROW = 4 << 20  # characters
_CHUNK = 1 << 20


class Refused(Exception):
    """The spreadsheet cannot be read, for the reason that is given."""


def main(path: Path) -> None:
    """Print the rows of the first sheet that has any."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    try:
        check_parts(path)
        sheet = first_sheet(path)
    except Refused as refused:
        print(json.dumps({"refused": str(refused)}))  # noqa: T201 - what it is for
        return
    print(json.dumps({"rows": last_row(sheet)}))  # noqa: T201
    for row in _rows(sheet):
        print(json.dumps(row))  # noqa: T201


def check_parts(path: Path) -> None:
    """Unpack every part once, counting, so that nothing is believed about its size."""
    left = MAX_UNPACKED
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
            if len(parts) > MAX_PARTS:
                raise Refused("has more parts than any spreadsheet: save it as CSV UTF-8")
            for part in parts:
                left -= _size(archive, part, left)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError) as error:
        raise Refused("is damaged or locked: save it anew as XLSX or as CSV UTF-8") from error


def _size(archive: zipfile.ZipFile, part: zipfile.ZipInfo, most: int) -> int:
    size = 0
    with archive.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            if b"<!DOCTYPE" in chunk or b"<!ENTITY" in chunk:
                raise Refused("defines entities, as no spreadsheet does: save it as CSV UTF-8")
            size += len(chunk)
            if size > most:
                raise Refused(f"unpacks to more than {MAX_UNPACKED >> 20} MB: save it as CSV UTF-8")
    return size


def first_sheet(path: Path) -> CalamineSheet:
    """Return the first sheet that has rows, and not too many."""
    try:
        with CalamineWorkbook.from_path(path) as book:
            sheets = map(book.get_sheet_by_name, book.sheet_names)
            found = next((sheet for sheet in sheets if sheet.end), None)
    except PasswordError as error:
        raise Refused("is locked with a password: save it without one") from error
    except (CalamineError, ValueError, OSError) as error:
        raise Refused("is damaged: save it anew as XLSX or as CSV UTF-8") from error
    if found is None:
        raise Refused("is empty")
    columns = found.end[1] + 1 if found.end else 0
    if columns > MAX_COLUMNS:
        raise Refused(f"has {columns:,} columns: {MAX_COLUMNS:,} are the most")
    if last_row(found) > MAX_ROWS + 1:
        raise Refused(f"has more than {MAX_ROWS:,} rows: save it as CSV UTF-8")
    return found


def last_row(sheet: CalamineSheet) -> int:
    """Return the number of the last row, as the sheet counts them."""
    return sheet.end[0] + 1 if sheet.end else 0


def _rows(sheet: CalamineSheet) -> Iterator[tuple[int, list[str] | None]]:
    """Yield the rows that are not blank with their numbers in the sheet, without blanks behind."""
    for number, values in enumerate(sheet.iter_rows(), start=1):
        cells = [text_of(value)[: MAX_CELL + 1] for value in values]
        while cells and not cells[-1].strip():
            cells.pop()
        if cells:
            yield number, cells if sum(map(len, cells)) <= MAX_ROW else None


def text_of(value: Any) -> str:
    """Return a cell as our own CSV writes it: days as 2027-05-31, whole numbers without `.0`."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    return str(value)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
