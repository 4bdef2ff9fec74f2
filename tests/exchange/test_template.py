"""The empty table that people fill in."""

import csv
from pathlib import Path

import pytest

from directory.exchange.formats import read_file
from directory.exchange.listings.template import HINTS, write_template
from directory.exchange.outcomes import Record, Skipped
from directory.exchange.recognising import recognise
from tests.exchange.listings_file import CSV


@pytest.mark.parametrize("name", ["a.csv", "a.xlsx"])
def test_the_template_comes_in_without_a_listing(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    write_template(path)
    assert recognise(path).proposals == ()
    (only,) = read_file(path)
    assert only == Skipped(2, "the row of hints of the template")


def test_a_row_below_the_hints_is_a_listing(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    write_template(path)
    titles, values = csv.reader(CSV.splitlines())
    cells = dict(zip(titles, values, strict=True))
    with path.open("a", encoding="utf-8", newline="") as file:
        csv.writer(file).writerow([cells.get(title, "") for title in HINTS])
    hints, listing = read_file(path)
    assert isinstance(hints, Skipped)
    assert isinstance(listing, Record)
