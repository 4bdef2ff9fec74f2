"""The benchmark runs, its contestants agree, and the report is written from what was found."""

import json
from datetime import date
from importlib.util import find_spec
from pathlib import Path

import pytest

from benchmarks.children import Here
from benchmarks.corpus import listings
from benchmarks.documents import stemmed
from benchmarks.engines.registry import missing
from benchmarks.measure import Effort, Size
from benchmarks.queries import questions
from benchmarks.report import write
from directory.providers import Provider
from directory.search.analysis import stems

TODAY = date(2026, 11, 22)
NAMES = [
    name
    for name, package in (("columns", "numpy"), ("whoosh", "whoosh"), ("tantivy", "tantivy"))
    if find_spec(package) and missing(name) is None
]


@pytest.fixture(scope="module")
def drawn() -> list[Provider]:
    """Listings of a small corpus."""
    return list(listings(300, TODAY))


def test_every_listing_of_the_corpus_is_valid_and_like_its_validated_form(
    drawn: list[Provider],
) -> None:
    assert all(Provider.model_validate(each.model_dump()) == each for each in drawn)


def test_the_listings_come_in_ascending_order_and_begin_alike_in_every_size(
    drawn: list[Provider],
) -> None:
    ids = [each.id for each in drawn]
    assert ids == sorted(set(ids))
    assert list(listings(20, TODAY)) == drawn[:20]


def test_peers_index_the_words_that_our_analyser_finds(drawn: list[Provider]) -> None:
    assert all(stemmed(each.bio).split() == list(stems(each.bio)) for each in drawn[:30])


def test_contestants_agree_and_the_report_is_written(tmp_path: Path) -> None:
    mix = questions(per_kind=2)
    size = Size([*NAMES, "sqlite", "floor"], 200, tmp_path, TODAY, lambda _: None, Here())
    size.prepare()
    size.build(*NAMES, "sqlite", "floor")
    size.measure_latency(mix, Effort(kind=0.1, rounds=1))
    size.compare(mix)
    assert size.found["compared"] > 20
    assert size.found["disagreements"] == []

    (tmp_path / "results").mkdir()
    run = {
        "date": "2026-11-22T12:00:00+00:00",
        "machine": {"cpu": "a processor", "cores": "2", "memory": "8 GiB", "system": "Linux"},
        "absent": {},
        "whoosh_limit": 10_000,
        "whole": False,
        "sizes": {"200": size.found},
    }
    (tmp_path / "results" / "run.json").write_text(json.dumps(run), encoding="utf-8")
    report = write(tmp_path / "results", tmp_path / "docs").read_text(encoding="utf-8")
    assert "## 200 listings" in report
    assert "a processor" in report
    assert "<svg" in (tmp_path / "docs" / "images" / "latency.svg").read_text(encoding="utf-8")
