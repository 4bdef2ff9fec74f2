"""A listings file into listings, whichever of its forms it has."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from directory.errors import Unusable
from directory.exchange.lines import Line, Progress, read_lines
from directory.exchange.listings.json_file import read_json
from directory.exchange.listings.table import read_table
from directory.exchange.outcomes import Outcome
from directory.exchange.read_as import ReadAs
from directory.exchange.spreadsheets.reader import is_spreadsheet
from directory.exchange.tables import open_table


def is_json(path: Path) -> bool:
    """Tell whether a file begins as JSON does; raise Unusable where it is empty or no text."""
    if is_spreadsheet(path):
        return False
    with closing(read_lines(path)) as lines:
        return _begins_json(_first(lines, path))


def read_listings(
    path: Path, read_as: ReadAs, progress: Progress | None = None
) -> Iterator[Outcome]:
    """Yield what becomes of each listing; raise Unusable where the file is no listings file."""
    if not is_json(path):
        yield from read_table(open_table(path, progress), read_as, path.name)
        return
    lines = read_lines(path, progress)
    first = _first(lines, path)
    yield from read_json(first, lines, read_as, path.name)


def _first(lines: Iterator[Line], path: Path) -> Line:
    first = next((line for line in lines if line.text.strip()), None)
    if first is None:
        raise Unusable(f"{path.name} is empty")
    return first


def _begins_json(line: Line) -> bool:
    return line.text.lstrip().startswith(("{", "["))
