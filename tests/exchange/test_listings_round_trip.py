"""Whatever is written as a listings file is read back as it was."""

import csv
import io
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from directory.exchange.formats import read_file
from directory.exchange.listings_out import WRITERS
from directory.exchange.outcomes import Record
from directory.providers import Provider
from tests.exchange.strategies import providers
from tests.factories import make_provider

slowly = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)


def _comes_back(path: Path, listings: list[Provider]) -> None:
    """Write listings, read them, write what was read, and compare both."""
    write = WRITERS[path.suffix.removeprefix(".")]
    write(lambda: listings, path)
    outcomes = list(read_file(path))
    read = [one.provider for one in outcomes if isinstance(one, Record) and not one.warnings]
    assert read == listings, outcomes
    first = path.read_bytes()
    write(lambda: read, path)
    assert path.suffix == ".xlsx" or path.read_bytes() == first  # a spreadsheet has the hour in it


@slowly
@given(listings=st.lists(providers(), min_size=1, max_size=4))
def test_json_lines_read_back_equal(tmp_path: Path, listings: list[Provider]) -> None:
    _comes_back(tmp_path / "listings.jsonl", listings)


@slowly
@given(listings=st.lists(providers(), min_size=1, max_size=4))
def test_a_csv_file_reads_back_equal(tmp_path: Path, listings: list[Provider]) -> None:
    _comes_back(tmp_path / "listings.csv", listings)


@settings(slowly, max_examples=1)
@given(listings=st.lists(providers(), min_size=20, max_size=20))
def test_a_spreadsheet_reads_back_equal(tmp_path: Path, listings: list[Provider]) -> None:
    _comes_back(tmp_path / "listings.xlsx", listings)


def test_no_cell_is_a_formula_for_a_spreadsheet(tmp_path: Path) -> None:
    sums = ["=1+1", "+1", "-1", "@SUM(1)", "'=1", "＝1+1"]
    listings = [
        make_provider(id=f"p{place}", name=text, bio=text) for place, text in enumerate(sums)
    ]
    _comes_back(tmp_path / "listings.csv", listings)
    rows = csv.reader(io.StringIO((tmp_path / "listings.csv").read_text(encoding="utf-8")))
    assert not [cell for row in rows for cell in row if cell[:1] in {*"=+-@＝"}]


def test_every_demo_listing_comes_back_from_a_spreadsheet(tmp_path: Path) -> None:
    demo = Path(__file__).parents[2] / "seed_data" / "providers.jsonl.gz"
    read = [one.provider for one in read_file(demo) if isinstance(one, Record)]
    _comes_back(tmp_path / "listings.xlsx", read[:100])
