"""A large build goes through files in pieces, and keeps what is frequent in quicker ways as well.

A few listings are built here as if they were many; they answer as they do when they are few.
"""

from datetime import date
from itertools import islice
from pathlib import Path

import pytest

from directory.search import ColumnsEngine, SearchQuery
from directory.workflows.imports.seed import demo_listings
from tests.factories import in_order

TODAY = date(2026, 11, 21)
DEMO = Path(__file__).parents[2] / "seed_data" / "providers.jsonl.gz"
ENGINE = "directory.search.columns_engine"
# How much is done at once: listings, entries that stay in memory, entries that are merged.
SMALL = ((1, 0, 1), (7, 0, 500), (7, 10_000_000, 500), (64, 300, 10_000_000))


@pytest.fixture(scope="module")
def listings():
    return in_order(*islice(demo_listings(DEMO, TODAY), 90))


@pytest.fixture(scope="module")
def whole(tmp_path_factory, listings):
    """An engine whose index was built at once."""
    engine = ColumnsEngine(tmp_path_factory.mktemp("whole"), lambda: TODAY)
    engine.rebuild(listings, 1)
    yield engine
    engine.close()


def asked(listings):
    """Yield some words, misspelt words, names and phrases of the listings."""
    for one in listings:
        words = one.bio.split() or ["nobody"]
        yield from (one.name, one.name[:4], words[0], f"{words[-1][:-2]}x")
        yield from (f'"{" ".join(words[5:8])}"', " ".join(words[:3]))


@pytest.fixture
def answers_alike(tmp_path, listings, whole):
    """Build the listings once more, and check that they answer as before."""

    def check():
        engine = ColumnsEngine(tmp_path, lambda: TODAY)
        assert engine.rebuild(listings, 1) == len(listings)
        engine.check()
        for text in asked(listings):
            query = SearchQuery(text=text, page_size=3, facets=("concern", "state"))
            assert engine.search(query) == whole.search(query), text
        assert engine.candidates("CA", "panic") == whole.candidates("CA", "panic")
        engine.close()

    return check


@pytest.mark.parametrize(("listed", "kept", "merged"), SMALL)
def test_the_size_of_the_pieces_makes_no_difference(
    monkeypatch, answers_alike, listed, kept, merged
):
    monkeypatch.setattr(f"{ENGINE}.segment._AT_ONCE", listed)
    monkeypatch.setattr(f"{ENGINE}.runs._LONG", kept)
    monkeypatch.setattr(f"{ENGINE}.runs._AT_ONCE", merged)
    monkeypatch.setattr("directory.columns.values_building._AT_ONCE", 64)
    answers_alike()


@pytest.mark.parametrize(("at_least", "one_in"), [(1, 1), (1, 10_000), (20, 8)])
def test_it_makes_no_difference_what_counts_as_frequent(
    monkeypatch, answers_alike, at_least, one_in
):
    monkeypatch.setattr(f"{ENGINE}.postings_building._AT_LEAST", at_least)
    monkeypatch.setattr(f"{ENGINE}.postings_building._VERY_FREQUENT", one_in)
    monkeypatch.setattr("directory.columns.values_building._SPARSE", 8 * one_in)
    monkeypatch.setattr(f"{ENGINE}.pairs._COMMONEST", 10 * at_least)
    answers_alike()
