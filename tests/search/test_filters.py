"""Filters: values of one are OR-ed, filters AND-ed, and limits keep out what is not known."""

import pytest

from directory.geography import point_of_zip
from directory.search import FILTERS, SearchQuery
from tests.factories import make_coach, make_license, make_provider, make_unclaimed

SAN_FRANCISCO = point_of_zip("94110")

# For each filter a value that Ben has and Ana lacks, and one that Ana has and Ben lacks.
ONLY_BEN = {
    "license": ("psychiatrist", "lcsw"),
    "service": ("medication", "psychotherapy"),
    "modality": ("MEDS", "CBT"),
    "format": ("couples", "individual"),
    "concern": ("depression", "panic"),
    "age_group": ("teen", "adult"),
    "delivery": ("phone", "video"),
    "language": ("es", "en"),
    "payer": ("medicare", "aetna"),
    "accepting": ("waitlist", "yes"),
    "state": ("NY", "CA"),
    "gender": ("male", "female"),
}


def ben(**changes):
    facts = {
        "id": "ben",
        "name": "Ben Stone",
        "gender": "male",
        "license": "psychiatrist",
        "licenses": [make_license(license="psychiatrist", title="MD", state="NY")],
        "services": ["medication"],
        "modalities": [{"code": "MEDS"}],
        "formats": ["couples"],
        "concerns": ["depression"],
        "age_groups": ["teen"],
        "delivery": ["phone"],
        "languages": ["es"],
        "payers": ["medicare"],
        "availability": {"accepting": "waitlist"},
        "locations": [{"city": "New York", "state": "NY", "zip": "10001"}],
        "fee": None,
    }
    return make_provider(**facts | changes)


@pytest.fixture(autouse=True)
def ana_and_ben(engine):
    engine.rebuild([make_provider(), ben()], 1)


def test_every_filter_of_the_contract_is_tried_here():
    assert set(ONLY_BEN) == set(FILTERS)


@pytest.mark.parametrize("name", FILTERS)
def test_a_filter_keeps_those_who_have_the_value(find, name):
    bens, anas = ONLY_BEN[name]
    assert find(filters={name: (bens,)}) == {"ben"}
    assert find(filters={name: (anas,)}) == {"ana-lopez"}


@pytest.mark.parametrize("name", FILTERS)
def test_values_of_one_filter_are_or_ed(find, name):
    assert find(filters={name: ONLY_BEN[name]}) == {"ana-lopez", "ben"}


def test_filters_are_and_ed(find):
    assert find(filters={"license": ("lcsw",), "language": ("es",)}) == set()
    assert find(filters={"license": ("lcsw",), "language": ("en", "es")}) == {"ana-lopez"}


def test_a_filter_without_values_means_nobody(find):
    assert find(filters={"language": ()}) == set()


def test_a_value_that_nobody_has_finds_nobody(find):
    assert find(filters={"language": ("fr",)}) == set()


def test_state_is_where_one_may_treat_and_not_where_the_office_is(engine, find):
    engine.rebuild([ben(locations=[{"city": "Oakland", "state": "CA", "zip": "94601"}])], 2)
    assert find(filters={"state": ("CA",)}) == set()
    assert find(filters={"state": ("NY",)}) == {"ben"}


def test_a_compact_privilege_opens_its_state(engine, find):
    held = [
        make_license(),
        make_license(state="NV", number="7", authority="compact"),
    ]
    engine.rebuild([make_provider(licenses=held)], 2)
    assert find(filters={"state": ("NV",)}) == {"ana-lopez"}


@pytest.mark.parametrize("status", ["expired", "revoked", "disciplined"])
def test_a_licence_that_does_not_count_opens_no_state(engine, find, status):
    engine.rebuild([make_provider(licenses=[make_license(status=status)])], 2)
    assert find(filters={"state": ("CA",)}) == set()
    assert find() == {"ana-lopez"}


def test_an_unclaimed_listing_is_found_in_the_state_of_its_unverified_licence(engine, find):
    unclaimed = make_unclaimed()
    engine.rebuild([unclaimed], 2)
    assert find(filters={"state": ("CA",)}) == {unclaimed.id}


def test_a_remote_coach_is_found_in_every_state(engine, find):
    engine.rebuild([make_coach()], 2)
    assert find(filters={"state": ("WY",)}) == {"cora-coach"}


def test_a_coach_in_person_is_found_where_the_office_is(engine, find):
    engine.rebuild([make_coach(delivery=["in_person"])], 2)
    assert find(filters={"state": ("CA",)}) == {"cora-coach"}
    assert find(filters={"state": ("WY",)}) == set()


def test_an_expired_licence_closes_the_state_on_the_day_after(engine, find, today):
    held = [make_license(expires="2026-11-21")]
    engine.rebuild([make_provider(licenses=held)], 2)
    assert find(filters={"state": ("CA",)}) == {"ana-lopez"}
    today.day = today.day.replace(day=22)
    assert find(filters={"state": ("CA",)}) == set()
    assert engine.search(SearchQuery()).facets["state"] == {}
    assert engine.candidates("CA", "").ids == ()


def test_the_lowest_fee_is_held_against_the_limit(find):
    assert find(max_fee=90) == {"ana-lopez"}
    assert find(max_fee=89.99) == set()


def test_an_unknown_fee_passes_no_limit(find):
    assert find(max_fee=10_000) == {"ana-lopez"}


def test_a_free_session_is_a_known_fee(engine, find):
    engine.rebuild([make_provider(fee={"min": 0, "max": 0})], 2)
    assert find(max_fee=0) == {"ana-lopez"}


def test_a_sliding_scale_may_be_asked_for_or_ruled_out(find):
    assert find(sliding_scale=True) == {"ana-lopez"}
    assert find(sliding_scale=False) == {"ben"}


def test_distance_is_measured_to_the_nearest_place(engine, find):
    places = [
        {"city": "New York", "state": "NY", "zip": "10001"},
        {"city": "Oakland", "state": "CA", "zip": "94601"},
    ]
    engine.rebuild([make_provider(locations=places)], 2)
    hit = engine.search(SearchQuery(near=SAN_FRANCISCO)).hits[0]
    assert hit.miles == pytest.approx(11, abs=3)
    assert find(near=SAN_FRANCISCO, within_miles=20) == {"ana-lopez"}
    assert find(near=SAN_FRANCISCO, within_miles=5) == set()


def test_the_same_zip_is_no_distance(engine):
    hits = {hit.id: hit.miles for hit in engine.search(SearchQuery(near=SAN_FRANCISCO)).hits}
    assert hits["ana-lopez"] == pytest.approx(0, abs=0.01)
    assert hits["ben"] == pytest.approx(2570, abs=40)


def test_a_point_of_the_listing_counts_before_its_zip(engine, find):
    place = {"city": "Oakland", "state": "CA", "zip": "94601", "lat": 40.75, "lon": -74.0}
    engine.rebuild([make_provider(locations=[place])], 2)
    assert find(near=point_of_zip("10001"), within_miles=5) == {"ana-lopez"}


def test_whoever_has_no_known_place_passes_no_distance(engine, find):
    engine.rebuild([make_provider(locations=[{"city": "Nowhere", "state": "CA"}])], 2)
    assert find(near=SAN_FRANCISCO, within_miles=5000) == set()
    assert find(near=SAN_FRANCISCO) == {"ana-lopez"}
