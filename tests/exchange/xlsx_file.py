"""Spreadsheets for tests, written as spreadsheet programs write them."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import xlsxwriter


def xlsx_file(path: Path, *rows: Sequence[Any], first_row: int = 0) -> Path:
    """Write rows into a new spreadsheet; days become cells with a date format."""
    with xlsxwriter.Workbook(path, {"default_date_format": "mm/dd/yyyy"}) as book:
        sheet = book.add_worksheet("People")
        for number, row in enumerate(rows, start=first_row):
            sheet.write_row(number, 0, row)
    return path
