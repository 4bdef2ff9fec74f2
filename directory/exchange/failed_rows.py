"""The rows of a file that could not be used, as a file to mend and to import again."""

import csv
from collections.abc import Iterable, Sequence
from typing import TextIO

from directory.exchange.formulas import guarded
from directory.exchange.outcomes import RowError

# An import does not read columns whose name begins with `note`.
_NOTES = ("note line", "note column", "note what to mend", "note whole row")


def write_failed_rows(titles: Sequence[str], errors: Iterable[RowError], file: TextIO) -> None:
    """Write a CSV of the rows as they were, with what is wrong with each behind its cells.

    `titles` are those of the file, () for JSON. A row that could not be split into cells stands
    whole in the last column. The file is a UTF-8 text file that was opened with `newline=""`.
    """
    writer = csv.writer(file)
    writer.writerow([*titles, *_NOTES])
    for error in errors:
        cells = error.cells or [""] * len(titles)
        notes = (str(error.line), error.column, error.message, error.text)
        writer.writerow(map(guarded, (*cells, *notes)))
