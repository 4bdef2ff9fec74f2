"""The header of the listings CSV: which separator, which columns, and what is missing."""

import csv
import difflib
from collections.abc import Iterator
from dataclasses import dataclass

from directory.errors import Unusable
from directory.exchange.lines import Line
from directory.exchange.listings.columns import Column, column_named, known_names
from directory.exchange.rows import Sheet

_DELIMITERS = ",;\t"
_IGNORED = "note"  # columns whose name begins so are the sender's own
_NEEDED = (("name",), ("license",), ("id", "npi"))


@dataclass(frozen=True, slots=True)
class Header:
    """The columns of one file in order, None for those that are ignored."""

    sheet: Sheet
    columns: tuple[Column | None, ...]

    def title(self, column: Column) -> str:
        """Return the name of a column as the file writes it."""
        return self.sheet.header[self.columns.index(column)]


def is_header(line: str) -> bool:
    """Tell whether a line is the header of a listings CSV."""
    names = {_plain(title) for title in _titles(line, _delimiter(line))}
    return all(not names.isdisjoint(needed) for needed in _NEEDED)


def read_header(lines: Iterator[Line], file_name: str) -> Header:
    """Read the header; raise Unusable where a column is missing, unknown or there twice."""
    line = next((line for line in lines if line.text.strip()), None)
    if line is None:
        raise Unusable(f"{file_name} is empty")
    delimiter = _delimiter(line.text)
    titles = _titles(line.text, delimiter)
    names = tuple(map(_plain, titles))
    columns = tuple(map(column_named, names))
    for needed in _NEEDED:
        if not set(needed) & set(names):
            raise Unusable(f"{file_name} has no column `{'` or `'.join(needed)}`")
    for title, name, column in zip(titles, names, columns, strict=True):
        if column is None and name and not name.startswith(_IGNORED):
            raise Unusable(f"{file_name} has an unknown column `{title}`{_suggestion(name)}")
        if column and names.count(name) > 1:
            raise Unusable(f"{file_name} has the column `{title}` twice")
    return Header(Sheet(titles, delimiter), columns)


def _suggestion(name: str) -> str:
    close = difflib.get_close_matches(name, known_names(), n=1)
    return f": did you mean `{close[0]}`?" if close else ": docs/importing.md lists the columns"


def _delimiter(line: str) -> str:
    """Return the separator that finds the most known columns."""
    found = {
        delimiter: sum(column_named(_plain(title)) is not None for title in titles)
        for delimiter in _DELIMITERS
        for titles in [_titles(line, delimiter)]
    }
    return max(found, key=found.__getitem__)


def _titles(line: str, delimiter: str) -> tuple[str, ...]:
    try:
        return tuple(title.strip() for title in next(csv.reader([line], delimiter=delimiter)))
    except (csv.Error, StopIteration):
        return ()


def _plain(title: str) -> str:
    return "_".join(title.lower().split())
