"""Listings in XLSX, as people keep them."""

import csv
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from directory.errors import Unusable
from directory.exchange.formats import detect_format, read_file
from directory.exchange.outcomes import Record, RowError
from directory.exchange.read_as import WHOLE_ROW, ReadAs
from directory.exchange.recognising import recognise
from tests.exchange.listings_file import CSV, record_of
from tests.exchange.nppes_file import real_rows
from tests.exchange.xlsx_file import xlsx_file

TITLES, ROW = csv.reader(CSV.splitlines())


def test_a_spreadsheet_is_read_as_the_same_rows_in_csv(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(CSV, encoding="utf-8")
    path = xlsx_file(tmp_path / "a.xlsx", TITLES, ROW)
    assert detect_format(path) == "listings"
    assert record_of(list(read_file(path))) == record_of(list(read_file(tmp_path / "a.csv")))


def test_numbers_and_days_come_in_as_they_are_shown(tmp_path: Path) -> None:
    titles = [*TITLES, "npi", "license_1_expires", "location_1_city", "location_1_state"]
    path = xlsx_file(
        tmp_path / "a.xlsx",
        [*titles, "location_1_zip", "demo"],
        [*ROW, 1922001973, date(2027, 5, 31), "Boston", "MA", 2139, True],
    )
    record = record_of(list(read_file(path)))
    assert record.provider.npi == "1922001973"
    assert record.provider.licenses[0].expires == date(2027, 5, 31)
    assert record.provider.demo
    assert [warning.message for warning in record.warnings] == ["'2139' was read as 02139"]


def test_lines_are_the_rows_of_the_sheet(tmp_path: Path) -> None:
    path = xlsx_file(tmp_path / "a.xlsx", TITLES, [], ROW, ["x", "Ann", "lawyer"], first_row=3)
    good, bad = read_file(path)
    assert (good.line, bad.line) == (6, 7)
    assert isinstance(bad, RowError)
    assert bad.cells[:3] == ("x", "Ann", "lawyer")


def test_a_spreadsheet_is_recognised_mapped_and_mended(tmp_path: Path) -> None:
    path = xlsx_file(
        tmp_path / "a.xlsx",
        ["Clinician", "Credential", "License No.", "Issuing State"],
        ["Ann Lee", "LMFT", 123, "CA"],
        ["Bo Lee", "Plumber", 124, "CA"],
        ["Cy Lee", "LMFT", 125, "CA", "", "what is this"],
    )
    read_as = recognise(path).read_as()
    assert [type(one) for one in read_file(path, read_as)] == [Record, RowError, RowError]
    mends = {(3, "Credential"): "LCSW", (4, WHOLE_ROW): "Cy Lee,LMFT,125,CA"}
    mended = list(read_file(path, replace(read_as, mends=mends)))
    assert [type(one) for one in mended] == [Record, Record, Record]


def test_a_file_of_the_register_may_come_as_a_spreadsheet(tmp_path: Path) -> None:
    rows = real_rows()[:5]
    path = xlsx_file(tmp_path / "a.xlsx", list(rows[0]), *(list(row.values()) for row in rows))
    assert recognise(path).format == "nppes"
    assert len(list(read_file(path))) == 5


def test_formulas_are_not_run_and_hidden_sheets_come_last(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("Empty")
        sheet = book.add_worksheet("People")
        sheet.write_row(0, 0, TITLES)
        sheet.write_row(1, 0, ROW)
        sheet.write_formula(1, 1, '=HYPERLINK("http://example.org","Ann")', None, "Ann Lee")
    assert record_of(list(read_file(path))).provider.name == "Ann Lee"


def test_progress_ends_at_the_whole_spreadsheet(tmp_path: Path) -> None:
    path = xlsx_file(tmp_path / "a.xlsx", TITLES, *[ROW] * 600)
    seen: list[tuple[int, int]] = []
    count = sum(1 for _ in read_file(path, progress=lambda *at: seen.append(at)))
    assert count == 600
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)
    assert seen[-1] == (path.stat().st_size, path.stat().st_size)


def test_a_reader_that_stops_early_leaves_no_program_behind(tmp_path: Path) -> None:
    path = xlsx_file(tmp_path / "a.xlsx", TITLES, *[ROW] * 5000)
    rows = read_file(path, ReadAs("listings"))
    next(rows)
    rows.close()  # type: ignore[attr-defined]


def test_more_rows_than_a_spreadsheet_may_have_are_refused(tmp_path: Path) -> None:
    path = xlsx_file(tmp_path / "a.xlsx", TITLES)
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, TITLES)
        sheet.write(100_001, 0, "x")
    with pytest.raises(Unusable, match="more than 100,000 rows"):
        list(read_file(path))
