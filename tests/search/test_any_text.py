"""Whatever is typed, in whatever script: both engines answer, and answer alike."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from directory.search import ColumnsEngine, SearchQuery, WhooshEngine
from tests.factories import make_provider
from tests.search.agreement import assert_agree, assert_listings_fit, assert_same_candidates
from tests.search.conftest import Today

TOLD = {
    "José Ñáñez": "心理治疗 心理 and panic attacks. Naïve cafés, naive cafes.",
    "Siobhán O’Neill": "O'Neill’s way: don't rush. Rush don’t. dont",
    "Strauß İpek": "ﬁne ligatures, STRASSE straße, ıI İi",
    "محمد علي": "علاج نفسي panic",
    "Łukasz 王": "😀 😀😀 emoji and_under_scores 3.5 1:1 co-op",
    "Αλέξανδρος": "e\u0301 combining, é composed; zero\u200dwidth \u202eback\u202c",
}
WORDS = [word for name, bio in TOLD.items() for word in (name + " " + bio).split()]


@pytest.fixture(scope="module")
def engines(tmp_path_factory):
    """Columns of which half are edits, and a plain index of the same."""
    listings = [
        make_provider(id=f"p{number}", name=name, bio=bio, concerns=["panic"] * (number % 2))
        for number, (name, bio) in enumerate(TOLD.items())
    ]
    columns = ColumnsEngine(tmp_path_factory.mktemp("columns"), Today())
    plain = WhooshEngine(tmp_path_factory.mktemp("plain"), Today())
    columns.rebuild(listings[:3], 1)
    columns.apply(listings[3:], [], 2)
    plain.rebuild(listings, 2)
    yield columns, plain
    columns.close()
    plain.close()


def cut(word):
    return st.integers(1, len(word)).map(lambda end: word[:end])


pieces = st.sampled_from(WORDS).flatmap(cut) | st.sampled_from([*WORDS, '"', "“", "'", "’", "-"])
likely = st.lists(st.tuples(pieces, st.sampled_from(["", " "])), max_size=6).map(
    lambda drawn: "".join(piece + space for piece, space in drawn)
)
anything = st.text(st.characters(exclude_categories=[]), max_size=20)


@settings(max_examples=120)
@given(likely | likely | anything)
def test_any_text_is_answered_alike(engines, text):
    assert_agree(*engines, SearchQuery(text=text, page_size=3))
    assert_same_candidates(*engines, "CA", text)
    assert_listings_fit(engines[0], "CA", text)


@settings(max_examples=20)
@given(anything, st.sampled_from([1, 40, 300, 5000]))
def test_no_length_of_text_makes_a_difference_beyond_the_limit(engines, text, times):
    assert_agree(*engines, SearchQuery(text=text * times))
    for engine in engines:
        whole = engine.search(SearchQuery(text=text * times))
        assert whole == engine.search(SearchQuery(text=(text * times)[:256]))
