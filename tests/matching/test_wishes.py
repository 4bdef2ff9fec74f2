"""Wishes: hard ones keep out whoever is known not to fit, soft ones only move the order."""

from typing import Any

import pytest

from directory.wishes import PREFERENCE_VALUES
from tests.factories import make_license, make_provider
from tests.matching.asking import (
    is_matched,
    matched,
    points_of,
    reason_against,
    state_of,
    the_match,
)

MISSION = [{"city": "San Francisco", "state": "CA", "zip": "94110"}]
LOS_ANGELES = [{"city": "Los Angeles", "state": "CA", "zip": "90012"}]
# A preference, a listing that has it, one that has it not, and one that is silent about it.
PREFERENCES: list[tuple[str, str, dict[str, Any], dict[str, Any], dict[str, Any] | None]] = [
    ("language", "es", {"languages": ["es"]}, {"languages": ["en"]}, {"languages": []}),
    (
        "modality",
        "ACT",
        {"modalities": [{"code": "ACT"}]},
        {"modalities": [{"code": "CBT"}]},
        {"modalities": [], "services": ["support"]},
    ),
    ("gender", "male", {"gender": "male"}, {"gender": "female"}, {"gender": None}),
    (
        "license",
        "lpc",
        {"license": "lpc", "licenses": [make_license(license="lpc", title="LPCC")]},
        {},
        None,
    ),
    ("delivery", "phone", {"delivery": ["phone"]}, {"delivery": ["video"]}, {"delivery": []}),
    (
        "structure",
        "structured",
        {"modalities": [{"code": "CBT"}]},
        {"modalities": [{"code": "PDT"}]},
        {"modalities": [{"code": "SEXTX"}]},
    ),
    (
        "time_focus",
        "past",
        {"modalities": [{"code": "PDT"}]},
        {"modalities": [{"code": "CBT"}]},
        {"modalities": [{"code": "SEXTX"}]},
    ),
    (
        "length",
        "brief",
        {"modalities": [{"code": "CBT"}]},
        {"modalities": [{"code": "PDT"}]},
        {"modalities": [{"code": "SEXTX"}]},
    ),
    (
        "community",
        "veterans",
        {"communities": ["veterans"]},
        {"communities": ["lgbtq"]},
        {"communities": []},
    ),
    (
        "accessibility",
        "step_free",
        {"locations": [MISSION[0] | {"accessibility": ["step_free"]}]},
        {"locations": [MISSION[0] | {"accessibility": ["elevator"]}]},
        {"locations": MISSION},
    ),
]
ANY_SERVICE = {"level_of_care": "counselling"}


def preferring(factor: str, value: str, strength: str) -> dict[str, Any]:
    preference = {"factor": factor, "value": value, "strength": strength}
    return ANY_SERVICE | {"preferences": [preference]}


def test_every_factor_of_a_preference_is_tried() -> None:
    assert {factor for factor, *_ in PREFERENCES} == set(PREFERENCE_VALUES)


@pytest.mark.parametrize(("factor", "value", "having", "lacking", "silent"), PREFERENCES)
def test_a_must_keeps_out_whoever_is_known_not_to_fit(
    factor: str, value: str, having: Any, lacking: Any, silent: Any
) -> None:
    request = preferring(factor, value, "must")
    assert the_match(make_provider(**having), **request).needs[0].state == "met"
    assert reason_against(make_provider(**lacking), **request) == "must_have"
    if silent is not None:
        assert the_match(make_provider(**silent), **request).needs[0].state == "not_known"


@pytest.mark.parametrize(("factor", "value", "having", "lacking", "silent"), PREFERENCES)
def test_an_avoid_keeps_out_whoever_is_known_to_have_it(
    factor: str, value: str, having: Any, lacking: Any, silent: Any
) -> None:
    request = preferring(factor, value, "avoid")
    assert reason_against(make_provider(**having), **request) == "must_have"
    assert the_match(make_provider(**lacking), **request).needs[0].state == "met"
    if silent is not None:
        assert the_match(make_provider(**silent), **request).needs[0].state == "not_known"


@pytest.mark.parametrize(("factor", "value", "having", "lacking", "silent"), PREFERENCES)
def test_a_preference_keeps_nobody_out_and_moves_the_order(
    factor: str, value: str, having: Any, lacking: Any, silent: Any
) -> None:
    request = preferring(factor, value, "prefer")
    listings = [having, lacking, silent or {}]
    scores = [the_match(make_provider(**facts), **request).score for facts in listings]
    assert scores[0] > scores[1]
    states = [the_match(make_provider(**f), **request).needs[0].state for f in listings[:2]]
    assert states == ["met", "not_met"]


def test_a_wish_may_be_dropped_by_its_place() -> None:
    request = ANY_SERVICE | {
        "preferences": [
            {"factor": "language", "value": "en", "strength": "must"},
            {"factor": "gender", "value": "male", "strength": "must"},
        ]
    }
    outcome = matched(make_provider(), **request)
    assert [(r.drop, r.total) for r in outcome.relaxations] == [("preferences[1]", 1)]


@pytest.mark.parametrize("payers", [["aetna"], ["cigna", "aetna"]])
def test_a_plan_that_is_taken_is_met(payers: list[str]) -> None:
    found = the_match(make_provider(payers=payers), coverage={"payer": "aetna"})
    assert state_of(found, "takes Aetna") == "met"


def test_plans_known_without_the_one_asked_for_keep_a_provider_out() -> None:
    request = {"coverage": {"payer": "aetna"}}
    outcome = matched(make_provider(payers=["cigna"]), **request)
    assert dict(outcome.excluded) == {"must_have": 1}
    assert [(r.drop, r.total) for r in outcome.relaxations] == [("coverage.payer", 1)]


def test_plans_that_nobody_knows_are_not_a_no() -> None:
    found = the_match(make_provider(payers=[]), coverage={"payer": "aetna"})
    assert state_of(found, "takes Aetna") == "not_known"
    assert "Whether this person takes Aetna" in found.not_checked


def test_what_a_plan_pays_is_never_known_here() -> None:
    found = the_match(make_provider(), coverage={"payer": "aetna"})
    assert "What your own plan pays. Ask your plan." in found.not_checked


@pytest.mark.parametrize(
    ("fee", "state"),
    [
        ({"min": 90, "max": 160}, "met"),
        ({"min": 120, "max": 160}, "met"),
        (None, "not_known"),
    ],
)
def test_a_fee_that_starts_at_the_most_or_below_fits(fee: Any, state: str) -> None:
    found = the_match(make_provider(fee=fee), coverage={"max_fee": 120})
    assert state_of(found, "has sessions for $120 or less") == state


def test_a_fee_above_the_most_keeps_a_provider_out() -> None:
    outcome = matched(make_provider(fee={"min": 121, "max": 160}), coverage={"max_fee": 120})
    assert dict(outcome.excluded) == {"must_have": 1}
    assert [r.drop for r in outcome.relaxations] == ["coverage.max_fee"]


def test_a_sliding_scale_that_was_asked_for_may_bring_a_fee_down() -> None:
    provider = make_provider(fee={"min": 150, "max": 160, "sliding_scale": True})
    coverage = {"max_fee": 120, "sliding_scale": True}
    found = the_match(provider, coverage=coverage)
    assert state_of(found, "has sessions for $120 or less") == "not_known"
    assert reason_against(provider, coverage={"max_fee": 120}) == "must_have"


def test_a_sliding_scale_is_a_soft_wish() -> None:
    fixed = make_provider(fee={"min": 90, "max": 90})
    sliding = make_provider(fee={"min": 90, "max": 90, "sliding_scale": True})
    request = {"coverage": {"sliding_scale": True}}
    assert points_of(the_match(sliding, **request), "cost") > 0
    assert points_of(the_match(fixed, **request), "cost") == 0


def test_one_way_to_meet_of_those_asked_for_is_enough() -> None:
    assert is_matched(make_provider(delivery=["phone"]), delivery=["video", "phone"])


def test_no_way_to_meet_of_those_asked_for_keeps_a_provider_out() -> None:
    outcome = matched(make_provider(delivery=["in_person"]), delivery=["video"])
    assert dict(outcome.excluded) == {"must_have": 1}
    assert [r.drop for r in outcome.relaxations] == ["delivery"]


@pytest.mark.parametrize(("most", "near"), [(1, True), (300, False), (400, True)])
def test_the_distance_is_the_one_to_the_nearest_place(most: float, near: bool) -> None:
    places = MISSION if most == 1 else LOS_ANGELES
    provider = make_provider(locations=[*LOS_ANGELES, *places])
    request = {"zip": "94110", "within_miles": most, "delivery": ["in_person"]}
    assert is_matched(provider, **request) == near


def test_too_far_away_keeps_out_and_may_be_dropped() -> None:
    request = {"zip": "94110", "within_miles": 50, "delivery": ["in_person"]}
    far = make_provider(locations=LOS_ANGELES, delivery=["in_person"])
    outcome = matched(far, **request)
    assert dict(outcome.excluded) == {"must_have": 1}
    assert [r.drop for r in outcome.relaxations] == ["within_miles"]


def test_dropping_the_way_to_meet_also_spares_the_trip_where_video_is_offered() -> None:
    far_with_video = make_provider(locations=LOS_ANGELES, delivery=["in_person", "video"])
    far_by_video_alone = make_provider(locations=LOS_ANGELES, delivery=["video"])
    request = {"zip": "94110", "within_miles": 50, "delivery": ["in_person"]}
    assert [(r.drop, r.total) for r in matched(far_with_video, **request).relaxations] == [
        ("delivery", 1),
        ("within_miles", 1),
    ]
    both = (far_with_video, far_by_video_alone)
    assert ("delivery", 2) in [(r.drop, r.total) for r in matched(*both, **request).relaxations]
    assert matched(*both, zip="94110", within_miles=50).total == 2


@pytest.mark.parametrize("delivery", [[], ["in_person", "video"]])
def test_distance_does_not_matter_to_whoever_may_meet_by_video(delivery: list[str]) -> None:
    provider = make_provider(locations=LOS_ANGELES)
    request = {"zip": "94110", "within_miles": 50, "delivery": delivery}
    assert state_of(the_match(provider, **request), "is within 50 miles") == "met"


def test_a_place_that_nobody_knows_is_not_far() -> None:
    provider = make_provider(locations=[], delivery=["in_person"])
    found = the_match(provider, zip="94110", within_miles=50)
    assert state_of(found, "is within 50 miles") == "not_known"


def test_a_distance_without_a_zip_asks_for_nothing() -> None:
    assert the_match(make_provider(), within_miles=5).needs == the_match(make_provider()).needs


def test_latitude_and_longitude_of_a_place_count_before_its_zip() -> None:
    place = {"city": "Los Angeles", "state": "CA", "zip": "94110", "lat": 34.05, "lon": -118.24}
    provider = make_provider(locations=[place], delivery=["in_person"])
    assert reason_against(provider, zip="94110", within_miles=50) == "must_have"


def test_who_asks_for_nothing_still_needs_somebody_who_may_and_can_help() -> None:
    assert [one.need for one in the_match(make_provider()).needs] == [
        "offers psychotherapy",
        "sees adults",
        "may treat people in California",
        "has room for new people",
    ]


def test_lower_fees_that_are_not_listed_keep_nobody_out() -> None:
    fixed = make_provider(fee={"min": 90, "max": 160, "sliding_scale": False})
    found = the_match(fixed, coverage={"sliding_scale": True})
    assert state_of(found, "has lower fees for some people") == "not_met"
    assert points_of(found, "cost") == 0


def test_a_way_to_meet_that_is_preferred_belongs_to_access() -> None:
    wish = {"factor": "delivery", "value": "phone", "strength": "prefer"}
    found = the_match(make_provider(), preferences=[wish])
    assert {reason.factor for reason in found.reasons} == {"need", "time", "access", "data_trust"}
