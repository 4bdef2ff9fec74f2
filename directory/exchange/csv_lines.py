"""Rows as the lines of a CSV file in which no text is a formula to a spreadsheet."""

import csv
from collections.abc import Iterable, Iterator
from io import StringIO

from directory.exchange.formulas import guarded


def csv_lines(rows: Iterable[Iterable[object]]) -> Iterator[str]:
    """Yield a line for each row; of what is no text, the text is written."""
    for row in rows:
        line = StringIO(newline="")
        csv.writer(line).writerow(guarded(one) if isinstance(one, str) else one for one in row)
        yield line.getvalue()
