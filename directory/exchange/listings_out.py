"""Listings as files that can be imported again: JSON Lines, CSV and XLSX."""

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, TextIO

from directory.exchange.listings.cells import write_cell
from directory.exchange.listings.columns import SINGLE, Column, Place, numbered_columns
from directory.exchange.spreadsheets.writer import write_sheet
from directory.providers import Provider

_PARTS = {"license": "licenses", "location": "locations", "group": "groups"}
_ALWAYS = ("id", "name", "license")
Listings = Callable[[], Iterable[Provider]]  # can be gone through more than once
Row = dict[str, str]


def write_json_lines(listings: Listings, path: Path) -> None:
    """Write one listing a line, private fields included."""
    with _opened(path) as file:
        file.writelines(f"{provider.model_dump_json()}\n" for provider in listings())


def write_csv(listings: Listings, path: Path) -> None:
    """Write one listing a row, with the columns that at least one listing fills."""
    names = _names(_rows(listings))
    with _opened(path) as file:
        writer = csv.DictWriter(file, names, restval="")
        writer.writeheader()
        writer.writerows(_rows(listings))


def write_xlsx(listings: Listings, path: Path) -> None:
    """Write the same rows as a spreadsheet of texts; raise Unusable where it takes no more."""
    names = _names(_rows(listings))
    write_sheet(path, names, ([row.get(name, "") for name in names] for row in _rows(listings)))


# How listings are written, by what the name of the file ends in.
WRITERS: Mapping[str, Callable[[Listings, Path], None]] = MappingProxyType(
    {"csv": write_csv, "jsonl": write_json_lines, "xlsx": write_xlsx}
)


def _opened(path: Path) -> TextIO:
    return path.open("w", encoding="utf-8", newline="")


def _names(rows: Iterable[Row]) -> list[str]:
    """Return the names of the columns that are filled, in our order."""
    filled = dict.fromkeys(name for row in rows for name in row)
    most = {part: max((_number(name, part) for name in filled), default=0) for part in _PARTS}
    known = [column.name for column in _columns(most)]
    return [*dict.fromkeys([*_ALWAYS, *(name for name in known if name in filled)])]


def _number(name: str, part: str) -> int:
    """Return the number in the name of a numbered column, 0 for others."""
    first, _, rest = name.partition("_")
    number = rest.partition("_")[0]
    return int(number) if first == part and number.isdigit() else 0


def _columns(most: Mapping[str, int]) -> Iterator[Column]:
    """Yield all columns, the numbered ones as often as the longest listing needs."""
    yield from SINGLE
    for part, count in most.items():
        yield from numbered_columns(part, count)


def _rows(listings: Listings) -> Iterator[Row]:
    """Yield the cells of each listing that are not blank, by column."""
    for provider in listings():
        document = provider.model_dump(mode="json")
        most = {part: len(document[field]) for part, field in _PARTS.items()}
        cells = (
            (column.name, write_cell(_value(document, column.place), column.kind))
            for column in _columns(most)
        )
        yield {name: cell for name, cell in cells if cell}


def _value(document: Any, place: Place) -> Any:
    """Return the value at a place, None where there is nothing on the way."""
    for part in place:
        if document is None:
            return None
        document = document.get(part) if isinstance(part, str) else document[part]
    return document
