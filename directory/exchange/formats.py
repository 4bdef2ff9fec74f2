"""The formats that can be imported, and how a file shows which one it is."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from directory.errors import Unusable
from directory.exchange.lines import Progress, read_lines
from directory.exchange.listings.reader import is_listings, read_listings
from directory.exchange.nppes.columns import is_header
from directory.exchange.nppes.reader import read_nppes
from directory.exchange.outcomes import Outcome


@dataclass(frozen=True, slots=True)
class Format:
    """A format by name: whether a file begins as it should, and what its rows come to.

    `read` takes a callback for progress, which is given the bytes read and the bytes in all.
    """

    name: str
    starts: Callable[[str], bool]
    read: Callable[[Path, Progress | None], Iterator[Outcome]]


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "nppes": Format("nppes", is_header, read_nppes),
        "listings": Format("listings", is_listings, read_listings),
    }
)


def detect_format(path: Path) -> str:
    """Return the name of the format of a file; raise Unusable where it is none of ours."""
    first = _first_line(path)
    for format in FORMATS.values():
        if format.starts(first):
            return format.name
    raise Unusable(
        f"{path.name} is no format that we know: NPPES files and listings in CSV begin with "
        "their column names, listings in JSON with a bracket"
    )


def read_file(
    path: Path, format: str | None = None, progress: Progress | None = None
) -> Iterator[Outcome]:
    """Yield what becomes of each row of a file, found out by itself where no format is named.

    Raises Unusable, at once or while it is read, where the file cannot be used at all.
    """
    name = format or detect_format(path)
    if name not in FORMATS:
        raise Unusable(f"{name!r} is no format that we know: use {' or '.join(FORMATS)}")
    return FORMATS[name].read(path, progress)


def _first_line(path: Path) -> str:
    with closing(read_lines(path)) as lines:
        for line in lines:
            if line.text.strip():
                return line.text
    raise Unusable(f"{path.name} is empty")
