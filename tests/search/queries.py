"""Hypothesis strategies: listings and searches of the same few words, so that they really hit."""

from typing import Any

from hypothesis import strategies as st

from directory.geography import point_of_zip
from directory.providers import Provider
from directory.search import FACETS, FILTERS, SearchQuery
from directory.vocabulary import (
    AGE_GROUPS,
    CONCERNS,
    DELIVERY,
    FORMATS,
    LANGUAGES,
    PAYERS,
    VOCABULARIES,
)
from tests.factories import make_license, make_provider
from tests.strategies import providers, some

NAMES = ("Mar", "Marsh", "Marshall", "Ana", "Anabel", "O’Brien", "José", "Lee", "The", "Panic")
WORDS = (
    *("ocean", "oceans", "garden", "gardens", "sailing", "of", "and", "a", "I"),
    *("panic", "attacks", "disorder", "talk", "therapy", "act", "depression", "grief", "anxiety"),
    *("couples", "counseling", "medicare", "psychiatrist", "shrink", "CBT", "Oakland", "94601"),
)
# Misspelt words, beginnings of names, words that nobody has, and words with a mark inside.
_TYPED = (
    "marsch",
    "ocaen",
    "depresion",
    "gardn",
    "anabl",
    "mar",
    "Ana",
    "obr",
    "zeppelin",
    "o'brien",
)
_ZIPS = ("94110", "94601", "10001", "96813", None)
_DAYS = ("2026-11-20", "2026-11-21", "2026-11-22", "2027-05-31", None)


def phrase(words: tuple[str, ...], most: int) -> st.SearchStrategy[str]:
    """A few words in a row."""
    return st.lists(st.sampled_from(words), min_size=1, max_size=most).map(" ".join)


@st.composite
def worded(draw: st.DrawFn, id: str) -> Provider:
    """A listing whose name, bio, groups and places are made of few words."""
    expires = st.sampled_from(_DAYS)
    states = draw(st.lists(st.sampled_from(["CA", "NY"]), min_size=1, max_size=2))
    group = {"theme": "grief", "kind": "process", "seats": 9, "open": 1, "schedule": "Mondays"}
    named = draw(st.lists(phrase(WORDS, 3), max_size=2))
    return make_provider(
        id=id,
        name=draw(phrase(NAMES, 3)),
        licenses=[make_license(state=state, expires=draw(expires)) for state in states],
        bio=draw(st.just("") | phrase(WORDS, 12)),
        groups=[group | {"name": name} for name in named],
        formats=sorted({*draw(some(FORMATS, 2)), "group"}),
        concerns=draw(some(CONCERNS, 3)),
        age_groups=draw(some(AGE_GROUPS, 2)),
        delivery=draw(some(DELIVERY, 2)),
        languages=draw(some(LANGUAGES, 2)),
        payers=draw(some(PAYERS, 2)),
        locations=[_place(zip) for zip in draw(st.lists(st.sampled_from(_ZIPS), max_size=2))],
        fee=draw(st.none() | st.integers(0, 3).map(_fee)),
        availability=draw(st.fixed_dictionaries(_AVAILABILITY)),
    )


_AVAILABILITY: dict[str, Any] = {
    "accepting": st.sampled_from(["yes", "waitlist", "no", "unknown"]),
    "next_opening_days": st.none() | st.integers(0, 3),
    "confirmed_at": st.sampled_from(["2026-10-30", "2026-10-31", "2026-11-20", None]),
}


def _place(zip: str | None) -> dict[str, Any]:
    return {"city": "Oakland", "state": "CA", "zip": zip}


def _fee(tens: int) -> dict[str, Any]:
    return {"min": 10 * tens, "max": 100, "sliding_scale": tens % 2 == 0}


def listings(id: str) -> st.SearchStrategy[Provider]:
    """A listing of few words, or one of any kind."""
    return worded(id) | worded(id) | providers(id=id, npi=False)


_words = st.sampled_from((*WORDS, *NAMES, *_TYPED))
_quoted = phrase((*WORDS, *NAMES), 3).map('"{}"'.format)
texts = st.lists(_words | _words | _quoted, max_size=4).map(" ".join)


@st.composite
def filters(draw: st.DrawFn) -> dict[str, tuple[str, ...]]:
    """Several filters at once, of values that are frequent enough to be found."""
    names = draw(st.lists(st.sampled_from(FILTERS), max_size=3, unique=True))
    return {
        name: tuple(
            draw(
                st.lists(
                    st.sampled_from(list(VOCABULARIES[name])), min_size=1, max_size=4, unique=True
                )
            )
        )
        for name in names
    }


_FREQUENT = ({"state": ("CA",)}, {"state": ("CA", "NY")}, {"format": ("group",)}, {"gender": ()})
points = st.sampled_from([point_of_zip(zip) for zip in ("94110", "10001", "96813")])
queries = st.builds(
    SearchQuery,
    text=texts,
    filters=st.just({}) | st.sampled_from(_FREQUENT) | filters(),
    near=st.none() | points,
    within_miles=st.sampled_from([None, None, 0, 5, 20, 3000, 20_000]),
    towns=st.sampled_from([(), (), (), ("ca-oakland",), ("ny-new-york", "ca-san-francisco")]),
    max_fee=st.sampled_from([None, None, 0, 10, 19.99, 500]),
    sliding_scale=st.sampled_from([None, None, True, False]),
    sort=st.sampled_from(["best", "best", "nearest", "soonest", "fee", "name"]),
    page_size=st.sampled_from([1, 2, 5, 20]),
    facets=st.just(FACETS) | st.lists(st.sampled_from(FACETS), unique=True).map(tuple),
)
