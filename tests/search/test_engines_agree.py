"""The columns engine answers as the plain one does, whatever is edited, dropped and asked."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from directory.search import FACETS, ColumnsEngine, WhooshEngine
from tests.factories import in_order
from tests.search.agreement import assert_agree, assert_listings_fit, assert_same_candidates
from tests.search.conftest import Today
from tests.search.queries import listings, queries, texts

IDS = tuple("abcdefgh")


@pytest.fixture(scope="module")
def day():
    return Today()


@pytest.fixture(scope="module")
def engines(tmp_path_factory, day):
    """Columns that are edited, columns that are rebuilt, and plain Whoosh that is rebuilt."""
    opened = [
        engine(tmp_path_factory.mktemp("engine"), day)
        for engine in (ColumnsEngine, ColumnsEngine, WhooshEngine)
    ]
    yield opened
    for engine in opened:
        engine.close()


@st.composite
def corpora(draw):
    return [draw(listings(id)) for id in IDS[: draw(st.integers(0, 8))]]


@st.composite
def edits(draw):
    """A few rounds of listings that change, come and go."""
    some = st.lists(st.sampled_from(IDS), max_size=3, unique=True)
    return [
        ([draw(listings(id)) for id in draw(some)], draw(some))
        for _ in range(draw(st.integers(0, 3)))
    ]


def take_in(engine, corpus, rounds):
    """Build an index, edit it, and return the listings that it should hold."""
    engine.rebuild(corpus, 0)
    left = {one.id: one for one in corpus}
    for seq, (published, removed) in enumerate(rounds, start=1):
        gone = set(removed) - {one.id for one in published}
        engine.apply(published, gone, seq)
        left |= {one.id: one for one in published}
        left = {id: one for id, one in left.items() if id not in gone}
    return in_order(*left.values())


@settings(max_examples=30)
@given(corpora(), edits(), st.lists(queries, min_size=4, max_size=4), texts)
def test_edited_and_rebuilt_columns_answer_as_plain_whoosh(engines, corpus, rounds, asked, text):
    edited, rebuilt, plain = engines
    left = take_in(edited, corpus, rounds)
    assert rebuilt.rebuild(left, 1) == plain.rebuild(left, 1) == len(left)
    for query in asked:
        answer = edited.search(query)
        assert answer == rebuilt.search(query)
        assert_agree(edited, plain, query)
        whole = edited.search(replace(query, facets=FACETS))
        counts = {facet: whole.facets[facet] for facet in query.facets}
        assert replace(whole, facets=counts) == answer
    assert edited.candidates("CA", text) == rebuilt.candidates("CA", text)
    assert_same_candidates(edited, plain, "CA", text)
    assert_listings_fit(edited, "CA", text)
