"""Each count of a facet is what choosing that value alone in it would give."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from directory.geography import point_of_zip
from directory.search import FACETS, ColumnsEngine, SearchQuery, WhooshEngine
from directory.vocabulary import VOCABULARIES
from tests.factories import make_provider
from tests.search.queries import filters
from tests.strategies import providers

TODAY = date(2026, 11, 21)


@pytest.fixture(scope="module", params=[ColumnsEngine, WhooshEngine], ids=["columns", "whoosh"])
def shared_engine(request, tmp_path_factory):
    engine = request.param(tmp_path_factory.mktemp("facets"), lambda: TODAY)
    yield engine
    engine.close()


@st.composite
def corpora(draw):
    size = draw(st.integers(1, 8))
    return [draw(providers(id=f"p{number}", npi=False)) for number in range(size)]


def assert_counts_are_right(engine, query):
    answer = engine.search(query)
    assert tuple(answer.facets) == FACETS
    for facet, counts in answer.facets.items():
        for value in VOCABULARIES[facet]:
            alone = {**query.filters, facet: (value,)}
            chosen = engine.search(
                SearchQuery(
                    text=query.text,
                    filters=alone,
                    max_fee=query.max_fee,
                    sliding_scale=query.sliding_scale,
                    near=query.near,
                    within_miles=query.within_miles,
                )
            )
            if value not in counts and chosen.total == 0:
                continue
            assert counts.get(value) == chosen.total, (facet, value)


@settings(max_examples=15)
@given(corpora(), filters())
def test_totals_and_counts_agree_with_counting_by_hand(shared_engine, listings, chosen):
    shared_engine.rebuild(listings, 1)
    answer = shared_engine.search(SearchQuery(filters=chosen, page_size=100))
    values = {listing.id: values_of(listing) for listing in listings}

    def fits(id, names):
        return all(set(chosen[name]) & values[id][name] for name in names)

    assert {hit.id for hit in answer.hits} == {id for id in values if fits(id, chosen)}
    for facet in FACETS:
        others = [name for name in chosen if name != facet]
        left = [id for id in values if fits(id, others)]
        everything = [value for id in left for value in values[id][facet]]
        assert answer.facets[facet] == {value: everything.count(value) for value in set(everything)}


def values_of(listing):
    """Say by hand what a listing has of each filter."""
    held = [
        one.state
        for one in listing.licenses
        if one.status in {"active", "unverified"} and not one.is_expired(TODAY)
    ]
    if listing.is_coach:
        remote = {"video", "phone"} & set(listing.delivery)
        held = list(VOCABULARIES["state"]) if remote else [p.state for p in listing.locations]
    return {
        "license": {listing.license},
        "service": set(listing.services),
        "modality": {one.code for one in listing.modalities},
        "format": set(listing.formats),
        "concern": set(listing.concerns),
        "age_group": set(listing.age_groups),
        "delivery": set(listing.delivery),
        "language": set(listing.languages),
        "payer": set(listing.payers),
        "accepting": {listing.availability.accepting},
        "state": set(held),
        "gender": {listing.gender} - {None},
    }


def test_counts_are_right_beside_words_fee_and_distance(engine):
    engine.rebuild(
        [
            make_provider(id="a"),
            make_provider(id="b", languages=["es"], fee={"min": 200, "max": 200}),
            make_provider(id="c", languages=["en", "es"], payers=["medicare"], bio="Nothing."),
            make_provider(id="d", locations=[{"city": "Reno", "state": "NV", "zip": "89501"}]),
            make_provider(id="e", languages=["es"], fee={"min": 10, "max": 20}),
        ],
        1,
    )
    query = SearchQuery(
        text="solid ground",
        filters={"language": ("en",), "payer": ("aetna",)},
        max_fee=100,
        near=point_of_zip("94110"),
        within_miles=50,
    )
    assert engine.search(query).total == 1
    assert engine.search(query).facets["language"] == {"en": 1, "es": 1}
    assert_counts_are_right(engine, query)


def test_a_facet_leaves_its_own_filter_out(engine):
    engine.rebuild(
        [make_provider(id="a", languages=["en"]), make_provider(id="b", languages=["es"])], 1
    )
    answer = engine.search(SearchQuery(filters={"language": ("es",)}))
    assert answer.total == 1
    assert answer.facets["language"] == {"en": 1, "es": 1}
    assert answer.facets["license"] == {"lcsw": 1}


def test_an_empty_index_has_every_facet_and_no_counts(engine):
    answer = engine.search(SearchQuery())
    assert answer.total == 0
    assert answer.facets == {facet: {} for facet in FACETS}
