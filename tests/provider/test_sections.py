"""The sections of a listing: every field that may be edited stands in exactly one."""

import pytest

from directory.providers import Provider
from directory.providers.freshness import FACTS
from directory.providers.locked_facts import admitted
from directory.providers.sections import EDITABLE, SECTIONS
from tests.factories import make_license, make_provider

LOCKED = {
    *("id", "npi", "name", "license", "claimed", "demo"),
    *("published", "hidden_since", "confirmed"),
}


def test_every_field_is_in_one_section_or_locked():
    fields = [field for section in SECTIONS.values() for field in section.fields]
    assert len(fields) == len(set(fields))
    assert set(fields) == EDITABLE == set(Provider.model_fields) - LOCKED


def test_every_fact_is_confirmed_by_one_section():
    facts = [fact for section in SECTIONS.values() for fact in section.facts]
    assert sorted(facts) == sorted(FACTS)


@pytest.mark.parametrize("field", ["name", "npi", "license", "published", "fee"])
def test_a_section_refuses_a_field_that_it_does_not_hold(field):
    with pytest.raises(ValueError, match=field):
        admitted(make_provider(), "languages", {field: "x"})


def test_a_checked_license_stays_as_it_is_whatever_the_form_says():
    listing = make_provider()
    assert admitted(listing, "license", {"licenses": []})["licenses"] == [make_license()]
    forged = make_license(state="NV", expires="2040-01-01")
    assert admitted(listing, "license", {"licenses": [forged]})["licenses"] == [make_license()]


def test_a_license_that_is_added_is_unverified_until_somebody_checks_it():
    added = {"license": "lcsw", "title": "LCSW", "state": "NV", "number": "77"}
    kept = admitted(make_provider(), "license", {"licenses": [make_license(), added]})
    assert kept["licenses"] == [
        make_license(),
        make_license(state="NV", number="77", status="unverified", expires=None, verified_at=None),
    ]


def test_a_proof_of_training_is_kept_for_that_training_alone():
    listing = make_provider()
    proven = {"code": "CBT", "training": "trained", "verified_at": "2026-10-01"}
    forged = [{"code": "CBT", "training": "certified", "verified_at": "2026-11-01"}]
    more = [{"code": "CBT", "training": "trained"}, {"code": "ACT", "training": "certified"}]
    assert admitted(listing, "modalities", {"modalities": forged})["modalities"] == [
        {"code": "CBT", "training": "certified", "verified_at": None}
    ]
    assert admitted(listing, "modalities", {"modalities": more})["modalities"][0] == proven


def test_the_day_of_a_confirmation_is_never_typed():
    typed = {"accepting": "no", "confirmed_at": "2026-11-20"}
    kept = admitted(make_provider(), "availability", {"availability": typed})["availability"]
    assert kept["confirmed_at"] == "2026-11-10"


def test_the_point_of_a_place_stays_until_the_place_moves():
    place = {"city": "Oakland", "state": "CA", "zip": "94601", "lat": 37.8, "lon": -122.2}
    listing = make_provider(locations=[place])
    same = {"city": "Oakland", "state": "CA", "zip": "94601", "phone": "415-555-0199"}
    moved = {"city": "Berkeley", "state": "CA", "zip": "94701"}
    first, second = admitted(listing, "places", {"locations": [same, moved]})["locations"]
    assert (first["lat"], first["lon"], first["phone"]) == (37.8, -122.2, "+14155550199")
    assert (second["lat"], second["lon"]) == (None, None)


def test_a_practice_that_is_named_is_not_taken_for_another_of_that_name():
    named = {"practice": {"id": "harbor", "name": "Harbor Therapy"}}
    one = admitted(make_provider(), "words", named)["practice"]
    other = admitted(make_provider(id="b"), "words", named)["practice"]
    assert one["name"] == other["name"] == "Harbor Therapy"
    assert len({one["id"], other["id"], "harbor"}) == 3


def test_a_practice_that_was_joined_stays_the_same_under_its_name():
    listing = make_provider(practice={"id": "harbor", "name": "Harbor Therapy"})
    kept = admitted(listing, "words", {"practice": {"name": "Harbor Therapy"}})
    assert kept["practice"] == {"id": "harbor", "name": "Harbor Therapy"}


@pytest.mark.parametrize(
    ("section", "values"),
    [
        ("license", {"licenses": "none"}),
        ("license", {"licenses": [1, None, {"state": ["CA"]}]}),
        ("modalities", {"modalities": [{"code": {}}, "CBT"]}),
        ("places", {"locations": {"city": 1}}),
        ("words", {"practice": {"title": 1}, "bio": None}),
        ("availability", {"availability": []}),
    ],
)
def test_whatever_is_typed_is_kept_until_it_is_mended(section, values):
    assert set(admitted(make_provider(), section, values)) == set(values)


def test_whoever_takes_people_again_pauses_no_longer():
    openings = {"accepting": "no", "paused_until": "2027-01-31"}
    paused = make_provider(availability=openings)
    for accepting, until in (("no", "2027-01-31"), ("yes", None), ("waitlist", None)):
        said = {"availability": {**openings, "accepting": accepting}}
        assert admitted(paused, "availability", said)["availability"]["paused_until"] == until


def test_a_pause_is_not_typed():
    typed = {"availability": {"accepting": "no", "paused_until": "2030-01-31"}}
    kept = admitted(make_provider(), "availability", typed)["availability"]
    assert kept["paused_until"] is None
