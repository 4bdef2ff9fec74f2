"""Rows as a spreadsheet: every cell a text, so that it runs nothing and comes back as it was."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import xlsxwriter
from xlsxwriter.exceptions import XlsxWriterException

from directory.errors import Unusable

MAX_ROWS = 100_000  # below the titles: as many as are read again
_LONGEST_CHOICE = 255  # characters of all choices together: what the format allows
_CONSTANT_MEMORY = {"constant_memory": True, "in_memory": False}


def write_sheet(
    path: Path,
    titles: Sequence[str],
    rows: Iterable[Sequence[str]],
    choices: Mapping[str, Sequence[str]] | None = None,
) -> None:
    """Write titles and rows; `choices` are offered in the column of a title, and bind nobody.

    Raises Unusable for more rows than a spreadsheet of ours may have.
    """
    try:
        with xlsxwriter.Workbook(path, _CONSTANT_MEMORY) as book:
            sheet, text = book.add_worksheet("Listings"), book.add_format({"num_format": "@"})
            sheet.freeze_panes(1, 0)
            sheet.set_column(0, len(titles) - 1, 16, text)
            _offer(sheet, titles, choices or {})
            _write_row(sheet, 0, titles, book.add_format({"num_format": "@", "bold": True}))
            for number, row in enumerate(rows, start=1):
                if number > MAX_ROWS:
                    raise Unusable(f"a spreadsheet takes {MAX_ROWS:,} listings: export CSV instead")
                _write_row(sheet, number, row, text)
    except XlsxWriterException as error:
        raise Unusable(f"{path.name} cannot be written: {error}") from error


def _write_row(
    sheet: xlsxwriter.worksheet.Worksheet,
    number: int,
    cells: Sequence[str],
    format: xlsxwriter.format.Format,
) -> None:
    for place, cell in enumerate(cells):
        if cell and sheet.write_string(number, place, cell, format):
            raise Unusable("a cell has more than the 32,767 characters that a spreadsheet takes")


def _offer(
    sheet: xlsxwriter.worksheet.Worksheet,
    titles: Sequence[str],
    choices: Mapping[str, Sequence[str]],
) -> None:
    for place, title in enumerate(titles):
        offered = choices.get(title, ())
        if offered and len(",".join(offered)) <= _LONGEST_CHOICE:
            how = {"validate": "list", "source": list(offered), "error_type": "information"}
            sheet.data_validation(1, place, MAX_ROWS, place, how)
