"""The rows of a CSV file, assembled from its lines so that one bad row spoils no other."""

import csv
import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from directory.exchange.lines import AS_UTF8, MAX_LINE, Line, is_unreadable
from directory.exchange.outcomes import RowError, kept_cells, kept_text, shown
from directory.exchange.read_as import WHOLE_ROW, LineMends

MAX_CELL = 64 * 1024  # characters
_MAX_LINES = 7000  # physical lines of one row
_MAX_ROW = 1 << 20  # characters of a row of several lines

csv.field_size_limit(MAX_LINE + _MAX_ROW)  # our own limit can name the column


class Row(NamedTuple):
    """One whole row: its first physical line and a value for each column."""

    line: int
    values: list[str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the rows have in common; `row_start` knows the beginning of a row at sight."""

    header: tuple[str, ...]
    delimiter: str = ","
    row_start: re.Pattern[str] | None = None
    mends: LineMends = field(default_factory=dict)

    def parse(self, text: str, strict: bool = True) -> list[str]:
        """Split one row into values; raise csv.Error where its quote marks do not pair."""
        return next(csv.reader([text], delimiter=self.delimiter, strict=strict))

    def count(self, text: str) -> int:
        """Return how many values a line holds, however its quote marks stand."""
        return len(self.parse(text, strict=False))

    def knows_start(self, text: str) -> bool:
        """Tell whether a line is known to begin a row, whatever its quote marks say."""
        return self.row_start is not None and self.row_start.match(text) is not None

    def is_blank(self, text: str) -> bool:
        """Tell whether a line holds nothing but delimiters."""
        return not text.strip(f"{self.delimiter} \t")


class _Waiting(Iterator[Line]):
    """The lines still to come, to which lines that were read ahead can be given back."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self._lines = iter(lines)
        self._returned: deque[Line] = deque()

    def __next__(self) -> Line:
        return self._returned.popleft() if self._returned else next(self._lines)

    def give_back(self, lines: list[Line]) -> None:
        self._returned.extendleft(reversed(lines))


def read_rows(lines: Iterable[Line], sheet: Sheet) -> Iterator[Row | RowError]:
    """Yield every row of a sheet, or what is wrong with it; blank lines count but are no rows."""
    for row in _rows(lines, sheet):
        mended = sheet.mends.get(row.line, {}).get(WHOLE_ROW)
        if mended is None:
            yield row
        elif not sheet.is_blank(mended):
            yield _row(Line(row.line, mended), mended, sheet)


def row_of_cells(line: int, cells: list[str], sheet: Sheet) -> Row | RowError | None:
    """Return a row whose cells are known, mended; None where a mend leaves it out."""
    mended = sheet.mends.get(line, {}).get(WHOLE_ROW)
    if mended is not None:
        return None if sheet.is_blank(mended) else _row(Line(line, mended), mended, sheet)
    beyond = len(cells) - len(sheet.header)
    if beyond > 0:
        message = "there is a value behind the last title: give that column a title"
        return RowError(line, sheet.header[-1], shown(cells[-1]), message, kept_cells(cells))
    return checked_row(line, [*cells, *[""] * -beyond], sheet)


def checked_row(line: int, values: list[str], sheet: Sheet) -> Row | RowError:
    """Return a row that has a value for each column, mended, or what is wrong with its cells."""
    if mends := sheet.mends.get(line):
        cells = zip(sheet.header, values, strict=True)
        values = [mends.get(title, value) for title, value in cells]
    if max(map(len, values)) > MAX_CELL:
        message = f"more than {MAX_CELL // 1024} KB in one cell: shorten it"
        return _cell_error(line, values, sheet, lambda value: len(value) > MAX_CELL, message)
    if any(map(is_unreadable, values)):
        message = (
            "holds bytes that are not UTF-8, or control characters: "
            f"type the value anew, or save the file {AS_UTF8}"
        )
        return _cell_error(line, values, sheet, is_unreadable, message)
    return Row(line, values)


def _rows(lines: Iterable[Line], sheet: Sheet) -> Iterator[Row | RowError]:
    waiting = _Waiting(lines)
    for line in waiting:
        if sheet.is_blank(line.text):
            continue
        if line.too_long:
            yield RowError(line.number, sheet.header[0], shown(line.text), "the row is too long")
        elif line.text.count('"') % 2:
            yield _row_of_many_lines(line, waiting, sheet)
        else:
            row = _row(line, line.text, sheet)
            if isinstance(row, RowError) and (rest := _rest_of(line, waiting, sheet)):
                message = "the row is broken over two lines: put it on one"
                row = replace(row, message=message, text=kept_text(f"{line.text}{rest.text}"))
            yield row


def _rest_of(line: Line, waiting: _Waiting, sheet: Sheet) -> Line | None:
    """Take and return the next line where a row that is too short has its rest there."""
    following = next(waiting, None)
    if following is None:
        return None
    whole = len(sheet.header)
    together = sheet.count(line.text + following.text)
    are_parts = max(sheet.count(line.text), sheet.count(following.text)) < whole
    is_part = following.text.count('"') % 2 == 0 and not sheet.knows_start(following.text)
    if are_parts and is_part and together in {whole, whole + 1}:
        return following
    waiting.give_back([following])
    return None


def _row(first: Line, text: str, sheet: Sheet) -> Row | RowError:
    try:
        values = sheet.parse(text)
    except csv.Error:
        return _quote_error(first, sheet)
    if len(values) != len(sheet.header):
        return _count_error(first, text, values, sheet)
    if len(text) <= MAX_CELL and not is_unreadable(text) and first.number not in sheet.mends:
        return Row(first.number, values)
    return checked_row(first.number, values, sheet)


def _row_of_many_lines(first: Line, waiting: _Waiting, sheet: Sheet) -> Row | RowError:
    """Read on until the quote marks pair; where they do not, only the first row is lost."""
    taken: list[Line] = []
    text = first.text
    for line in waiting:
        taken.append(line)
        too_much = len(taken) > _MAX_LINES or len(text) > _MAX_ROW
        if too_much or sheet.knows_start(line.text):
            break
        text += f"\n{line.text}"
        if line.text.count('"') % 2:
            if _pairs(text, sheet):
                return _row(first, text, sheet)
            break
    waiting.give_back(_from_next_row(taken, sheet))
    return _quote_error(first, sheet)


def _pairs(text: str, sheet: Sheet) -> bool:
    try:
        sheet.parse(text)
    except csv.Error:
        return False
    return True


def _from_next_row(taken: list[Line], sheet: Sheet) -> list[Line]:
    for place, line in enumerate(taken):
        if _may_start_row(line.text, sheet):
            return taken[place:]
    return []


def _may_start_row(text: str, sheet: Sheet) -> bool:
    if sheet.knows_start(text):
        return True
    return text.count('"') % 2 == 1 or sheet.count(text) == len(sheet.header)


def _quote_error(first: Line, sheet: Sheet) -> RowError:
    values = sheet.parse(first.text, strict=False)
    place = next((place for place, value in enumerate(values) if '"' in value), len(values) - 1)
    column = sheet.header[min(place, len(sheet.header) - 1)]
    message = "a quote mark has no partner: close the quotes, and double a quote mark inside them"
    return RowError(first.number, column, shown(values[place]), message, (), kept_text(first.text))


def _count_error(first: Line, text: str, values: list[str], sheet: Sheet) -> RowError:
    expected, found = len(sheet.header), len(values)
    column = sheet.header[min(found, expected - 1)]
    message = (
        f"{found} values where the header has {expected} columns: "
        "put values that hold the separator between quote marks, and leave no value out"
    )
    return RowError(first.number, column, shown(values[-1]), message, (), kept_text(text))


def _cell_error(
    line: int, values: list[str], sheet: Sheet, is_bad: Callable[[str], bool], message: str
) -> RowError:
    cells = zip(sheet.header, values, strict=True)
    column, value = next(cell for cell in cells if is_bad(cell[1]))
    return RowError(line, column, shown(value), message, kept_cells(values))
