"""A file as a table: its titles, and its rows one after another, from whatever it is packed in."""

import csv
import re
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path

from directory.errors import Unusable
from directory.exchange.lines import Line, Progress, read_lines
from directory.exchange.outcomes import RowError
from directory.exchange.read_as import LineMends
from directory.exchange.rows import Row, Sheet, read_rows
from directory.exchange.spreadsheets.reader import (
    Rows,
    is_spreadsheet,
    rows_below_titles,
    sheet_rows,
)

_DELIMITERS = ",;\t|"
_MAX_TITLE_LINES = 20  # titles may hold line breaks
MAX_COLUMNS = 2000
ReadRows = Callable[[Sheet], Iterator[Row | RowError]]
Source = Generator[object, None, None]


@dataclass(frozen=True, slots=True)
class Table:
    """The titles of a file as it writes them, and a way to read its rows once.

    `source` is what holds the file open until all rows are read, or `close` is called.
    """

    header: tuple[str, ...]
    read: ReadRows
    source: Source
    delimiter: str = ","

    @property
    def titles(self) -> tuple[str, ...]:
        """The titles, each only once: a second `Phone` is `Phone (2)`."""
        return each_once(self.header)

    def rows(
        self, mends: LineMends | None = None, row_start: re.Pattern[str] | None = None
    ) -> Iterator[Row | RowError]:
        """Yield the rows with a value for each title, or what is wrong with them."""
        return self.read(Sheet(self.titles, self.delimiter, row_start, mends or {}))

    def close(self) -> None:
        """Leave the file."""
        self.source.close()


def open_table(path: Path, progress: Progress | None = None) -> Table:
    """Open a file whose first line that is not blank has the titles; raise Unusable for others."""
    if is_spreadsheet(path):
        return _table_of_sheet(sheet_rows(path, progress), path.name)
    return _table_of_lines(read_lines(path, progress), path.name)


def titles_of(path: Path) -> tuple[str, ...]:
    """Return the titles of a file as it writes them; raise Unusable where it has none."""
    with closing(open_table(path)) as table:
        return table.header


def _table_of_lines(lines: Generator[Line, None, None], file_name: str) -> Table:
    """Return the table of a text whose values have commas, semicolons, tabs or bars between."""
    first = next((line for line in lines if line.text.strip()), None)
    if first is None:
        raise Unusable(f"{file_name} is empty")
    text = _whole_titles(first.text, lines)
    delimiter = max(_DELIMITERS, key=lambda mark: len(split_titles(text, mark)))
    header = split_titles(text, delimiter)
    check_width(header, file_name)
    return Table(header, partial(read_rows, lines), lines, delimiter)


def _table_of_sheet(rows: Rows, file_name: str) -> Table:
    """Return the table of a spreadsheet, whose first row that is not blank has the titles."""
    _, cells = next(rows, (0, None))
    header = tuple(" ".join(title.split()) for title in cells or ())
    check_width(header, file_name)
    return Table(header, partial(rows_below_titles, rows), rows)


def split_titles(text: str, delimiter: str) -> tuple[str, ...]:
    """Return the titles of a header; () where its quote marks do not pair."""
    try:
        titles = next(csv.reader([text], delimiter=delimiter))
    except (csv.Error, StopIteration):
        return ()
    return tuple(" ".join(title.split()) for title in titles)


def check_width(header: Sequence[str], file_name: str) -> None:
    """Raise Unusable for a header that no table of ours can have."""
    if not any(header):
        raise Unusable(f"{file_name} has no titles: its first row names the columns")
    if len(header) > MAX_COLUMNS:
        raise Unusable(f"{file_name} has {len(header):,} columns: {MAX_COLUMNS:,} are the most")


def each_once(header: Sequence[str]) -> tuple[str, ...]:
    """Return titles of which no two are equal, and none is blank."""
    titles: dict[str, None] = {}
    for place, title in enumerate(header, start=1):
        name, number = title or f"(column {place})", 1
        while name in titles:
            number += 1
            name = f"{title} ({number})"
        titles[name] = None
    return tuple(titles)


def _whole_titles(text: str, lines: Iterator[Line]) -> str:
    """Read on where a title has a line break between its quote marks."""
    for line in islice(lines, _MAX_TITLE_LINES) if text.count('"') % 2 else ():
        text += f"\n{line.text}"
        if text.count('"') % 2 == 0:
            break
    return text
