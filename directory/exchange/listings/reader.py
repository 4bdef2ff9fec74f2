"""A listings file into listings, whichever of its three forms it has."""

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from directory.errors import Unusable
from directory.exchange.lines import Progress, read_lines
from directory.exchange.listings.header import is_header
from directory.exchange.listings.json_file import read_json
from directory.exchange.listings.table import read_table
from directory.exchange.outcomes import Outcome


def is_listings(line: str) -> bool:
    """Tell whether a file of listings may begin with this line."""
    return _is_json(line) or is_header(line)


def read_listings(path: Path, progress: Progress | None = None) -> Iterator[Outcome]:
    """Yield what becomes of each listing; raise Unusable where the file is no listings file."""
    lines = read_lines(path, progress)
    first = next((line for line in lines if line.text.strip()), None)
    if first is None:
        raise Unusable(f"{path.name} is empty")
    read = read_json if _is_json(first.text) else read_table
    yield from read(chain([first], lines), path.name)


def _is_json(line: str) -> bool:
    return line.lstrip().startswith(("{", "["))
