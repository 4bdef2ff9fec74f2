"""The header of a table of listings: which columns its titles are, and what is missing."""

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from directory.errors import Unusable
from directory.exchange.listings.columns import Column, column_named, known_names
from directory.exchange.read_as import ReadAs
from directory.exchange.tables import Table

_IGNORED = "note"  # columns whose name begins so are the sender's own
_LICENSE = ("license_1_state", "license_1_number")
# Ways to say each of the things that a listing cannot do without.
NEEDED: tuple[tuple[tuple[str, ...], ...], ...] = (
    (("name",), ("last_name",)),
    (("license",),),
    (("id",), ("npi",), _LICENSE),
)
# What somebody says of themselves: a file of others that has none of it speaks for nobody.
_SPOKEN = frozenset({"claimed", "service_intent", "services"})


@dataclass(frozen=True, slots=True)
class Header:
    """The columns of one file in order, None for those that are not read.

    `everywhere` are the cells that every row has besides, by column.
    """

    titles: tuple[str, ...]
    columns: tuple[Column | None, ...]
    everywhere: Mapping[Column, str]

    def title(self, column: Column) -> str:
        """Return the name of a column as the file writes it, ours where the file lacks it."""
        place = self.columns.index(column) if column in self.columns else None
        return column.name if place is None else self.titles[place]


def is_header(titles: Iterable[str]) -> bool:
    """Tell whether these are the titles of a table of listings, by our own names."""
    return not missing(map(plain, titles))


def is_own(titles: Iterable[str]) -> bool:
    """Tell whether these are the titles of a table of listings, each a name of ours, and once."""
    names = tuple(map(plain, titles))
    ours = [name for name in names if column_named(name)]
    are_known = len(set(ours)) == len(ours) and not any(map(_is_unknown, names))
    return are_known and is_header(names)


def missing(names: Iterable[str]) -> tuple[str, ...]:
    """Return what a listing needs and columns of these names lack: ("name or last_name", …)."""
    found = set(names)
    return tuple(
        " or ".join(" with ".join(f"`{name}`" for name in way) for way in ways)
        for ways in NEEDED
        if not any(found.issuperset(way) for way in ways)
    )


def read_header(table: Table, read_as: ReadAs, file_name: str) -> Header:
    """Read the header; raise Unusable where a column is missing, unknown or there twice."""
    if not read_as.columns:
        columns = _by_own_names(table.header, file_name)
    else:
        columns = _as_mapped(table.titles, read_as.columns, file_name)
    everywhere = {_known(name): value for name, value in read_as.everywhere.items() if value}
    names = {column.name for column in (*columns, *everywhere) if column}
    if absent := missing(names):
        raise Unusable(f"{file_name} has no column {absent[0]}")
    if read_as.columns and not names & _SPOKEN:
        everywhere[_known("claimed")] = "no"
    return Header(table.titles, columns, everywhere)


def plain(title: str) -> str:
    """Return a title as we write names: `License 1 State` is `license_1_state`."""
    return "_".join(title.lower().split())


def _by_own_names(header: tuple[str, ...], file_name: str) -> tuple[Column | None, ...]:
    names = tuple(map(plain, header))
    columns = tuple(map(column_named, names))
    for title, name, column in zip(header, names, columns, strict=True):
        if _is_unknown(name):
            raise Unusable(f"{file_name} has an unknown column `{title}`{_suggestion(name)}")
        if column and names.count(name) > 1:
            raise Unusable(f"{file_name} has the column `{title}` twice")
    return columns


def _as_mapped(
    titles: tuple[str, ...], mapped: Mapping[str, str], file_name: str
) -> tuple[Column | None, ...]:
    """Return the column of each title; one that the mapping does not name is not read."""
    by_column: dict[str, str] = {}
    for title in titles:
        name = mapped.get(title, "")
        if name and (other := by_column.setdefault(name, title)) != title:
            raise Unusable(f"{file_name}: `{other}` and `{title}` are both read as `{name}`")
    return tuple(_known(name) if (name := mapped.get(title, "")) else None for title in titles)


def _known(name: str) -> Column:
    column = column_named(name)
    if column is None:
        raise Unusable(f"no column is called `{name}`{_suggestion(name)}")
    return column


def _is_unknown(name: str) -> bool:
    return bool(name) and not name.startswith(_IGNORED) and column_named(name) is None


def _suggestion(name: str) -> str:
    close = difflib.get_close_matches(name[:80], known_names(), n=1)
    return f": did you mean `{close[0]}`?" if close else ": docs/importing.md lists the columns"
