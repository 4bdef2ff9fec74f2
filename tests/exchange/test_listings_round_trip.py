"""Whatever is written as a listings file is read back as it was."""

import io
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from directory.exchange.formats import read_file
from directory.exchange.listings_out import write_csv, write_json_lines
from directory.exchange.outcomes import Record
from directory.providers import Provider
from tests.exchange.strategies import providers

slowly = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)


def _read(path: Path, text: str) -> list[Provider]:
    path.write_text(text, encoding="utf-8", newline="")
    outcomes = list(read_file(path))
    assert all(isinstance(outcome, Record) and not outcome.warnings for outcome in outcomes), (
        outcomes
    )
    return [outcome.provider for outcome in outcomes if isinstance(outcome, Record)]


@slowly
@given(listings=st.lists(providers(), min_size=1, max_size=4))
def test_json_lines_read_back_equal(tmp_path: Path, listings: list[Provider]) -> None:
    file = io.StringIO(newline="")
    write_json_lines(listings, file)
    assert _read(tmp_path / "listings.jsonl", file.getvalue()) == listings


@slowly
@given(listings=st.lists(providers(), min_size=1, max_size=4))
def test_a_csv_file_reads_back_equal(tmp_path: Path, listings: list[Provider]) -> None:
    file = io.StringIO(newline="")
    write_csv(listings, file)
    assert _read(tmp_path / "listings.csv", file.getvalue()) == listings
