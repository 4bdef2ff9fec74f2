"""The formats that can be imported, and how a file shows which one it is."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from directory.errors import Unusable
from directory.exchange.lines import Progress
from directory.exchange.listings.header import is_header as is_listings
from directory.exchange.listings.reader import is_json, read_listings
from directory.exchange.nppes.columns import is_header as is_nppes
from directory.exchange.nppes.reader import read_nppes
from directory.exchange.outcomes import Outcome
from directory.exchange.read_as import ReadAs
from directory.exchange.tables import titles_of


@dataclass(frozen=True, slots=True)
class Format:
    """A format by name: whether a file has its titles, and what its rows come to.

    `read` takes a callback for progress, which is given the bytes read and the bytes in all.
    """

    name: str
    has_titles: Callable[[Collection[str]], bool]
    read: Callable[[Path, ReadAs, Progress | None], Iterator[Outcome]]


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "nppes": Format("nppes", is_nppes, read_nppes),
        "listings": Format("listings", is_listings, read_listings),
    }
)


def detect_format(path: Path) -> str:
    """Return the name of the format of a file; raise Unusable where it is none of ours."""
    if is_json(path):
        return "listings"
    titles = titles_of(path)
    for format in FORMATS.values():
        if format.has_titles(titles):
            return format.name
    raise Unusable(
        f"{path.name} is no format that we know: NPPES files, and listings in CSV or XLSX, begin "
        "with their column names, listings in JSON with a bracket"
    )


def read_file(
    path: Path, read_as: ReadAs | str | None = None, progress: Progress | None = None
) -> Iterator[Outcome]:
    """Yield what becomes of each row of a file, found out by itself where nothing is said.

    `read_as` is the name of a format, or with it what the columns are and which cells are mended.
    Raises Unusable, at once or while it is read, where the file cannot be used at all.
    """
    if not isinstance(read_as, ReadAs):
        read_as = ReadAs(read_as or detect_format(path))
    if read_as.format not in FORMATS:
        raise Unusable(f"{read_as.format!r} is no format that we know: use {' or '.join(FORMATS)}")
    return FORMATS[read_as.format].read(path, read_as, progress)
