"""The rows of a spreadsheet, as the program in `convert.py` prints them."""

import json
import subprocess
import sys
import zipfile
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any

from directory.errors import Unusable
from directory.exchange.lines import Progress
from directory.exchange.outcomes import RowError
from directory.exchange.rows import Row, Sheet, row_of_cells

_CONVERT = Path(__file__).with_name("convert.py")
MAX_PACKED = 10 << 20  # bytes
_ZIP = b"PK"
_REPORT_EVERY = 256  # rows between two reports of progress
_AS_CSV = "save it as XLSX or as CSV UTF-8"
Rows = Generator[tuple[int, list[str] | None], None, None]


def is_spreadsheet(path: Path) -> bool:
    """Tell whether a file is packed as spreadsheets are, whatever its name.

    Raises Unusable where it cannot be opened, or is no file: a pipe would be waited for forever.
    """
    if path.exists() and not path.is_file():
        raise Unusable(f"{path.name} is no file")
    try:
        with path.open("rb") as file:
            return file.read(2) == _ZIP
    except OSError as error:
        raise Unusable(f"{path.name} cannot be read: {error.strerror}") from error


def sheet_rows(path: Path, progress: Progress | None = None) -> Rows:
    """Yield the rows that are not blank with their numbers; raise Unusable where there are none.

    A row that is too long to be read is None.
    """
    _check_packing(path)
    command = [sys.executable, "-P", str(_CONVERT), str(path)]
    with subprocess.Popen(  # noqa: S603  (our own program and no shell)
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as program:
        try:
            yield from _printed(program, path, progress)
        finally:
            program.kill()


def rows_below_titles(rows: Rows, sheet: Sheet) -> Iterator[Row | RowError]:
    """Yield each row with a cell for each title, or what is wrong with it."""
    for number, cells in rows:
        if cells is None:
            yield RowError(number, sheet.header[0], "", "the row is too long")
        elif (row := row_of_cells(number, cells, sheet)) is not None:
            yield row


def _printed(program: subprocess.Popen[bytes], path: Path, progress: Progress | None) -> Rows:
    first, size = _first(program, path), path.stat().st_size
    number, count = 0, max(1, int(first["rows"]))
    for line in program.stdout or ():
        number, cells = json.loads(line)
        if progress and number % _REPORT_EVERY == 0:
            progress(size * min(number, count) // count, size)
        yield number, cells
    if program.wait():
        raise Unusable(_gave_up(path))
    if progress:
        progress(size, size)


def _first(program: subprocess.Popen[bytes], path: Path) -> dict[str, Any]:
    line = program.stdout.readline() if program.stdout else b""
    if not line:
        raise Unusable(_gave_up(path))
    said: dict[str, Any] = json.loads(line)
    if "refused" in said:
        raise Unusable(f"{path.name} {said['refused']}")
    return said


def _gave_up(path: Path) -> str:
    return f"{path.name} needs too much memory or time to be read: save it as CSV UTF-8"


def _check_packing(path: Path) -> None:
    """Raise Unusable for an archive that is no XLSX, or one too large to be unpacked."""
    if path.stat().st_size > MAX_PACKED:
        raise Unusable(
            f"{path.name} has more than {MAX_PACKED >> 20} MB: save it as CSV UTF-8, "
            "which may be of any size"
        )
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        message = f"{path.name} is a damaged archive or spreadsheet: unpack it, or {_AS_CSV}"
        raise Unusable(message) from error
    if "xl/workbook.xml" in names:
        return
    if names & {"xl/workbook.bin", "content.xml"}:
        raise Unusable(f"{path.name} is a spreadsheet of another kind than XLSX: {_AS_CSV}")
    raise Unusable(f"{path.name} is a zip archive: unpack it, and import what is in it")
