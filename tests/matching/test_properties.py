"""What must hold for any request and any listings."""

import re
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from directory.matching import MatchOutcome, MatchRequest, match
from directory.matching.eligibility import REASONS
from directory.matching.ranking_table import FACTORS
from directory.providers import Provider
from directory.vocabulary import LEVELS_OF_CARE
from directory.wishes import Coverage
from tests.matching.asking import TODAY
from tests.matching.populations import LISTINGS, REQUESTS
from tests.matching.test_partner_safety import TELLING, sentences

DROPPABLE = re.compile(
    r"formats|delivery|within_miles|coverage\.payer|coverage\.max_fee|preferences\[[0-9]+\]"
)
anything = given(asked=REQUESTS, listings=LISTINGS)
often = settings(max_examples=150, deadline=None)


def matched(asked: dict[str, Any], listings: list[Provider]) -> MatchOutcome:
    return match(MatchRequest.model_validate(asked), listings, TODAY, limit=100)


def without(asked: dict[str, Any], drop: str) -> dict[str, Any]:
    """Return the request without one wish, as a person would ask it anew."""
    if found := re.fullmatch(r"preferences\[([0-9]+)\]", drop):
        kept = list(asked["preferences"])
        del kept[int(found[1])]
        return asked | {"preferences": kept}
    if drop.startswith("coverage."):
        return asked | {"coverage": asked["coverage"] | {drop.removeprefix("coverage."): None}}
    return {name: value for name, value in asked.items() if name != drop}


@often
@anything
def test_every_listing_is_matched_or_counted_once(
    asked: dict[str, Any], listings: list[Provider]
) -> None:
    outcome = matched(asked, listings)
    assert outcome.total + sum(outcome.excluded.values()) == len(listings)
    assert set(outcome.excluded) <= set(REASONS)


@often
@anything
def test_asking_again_without_a_wish_gives_exactly_the_total_that_was_named(
    asked: dict[str, Any], listings: list[Provider]
) -> None:
    outcome = matched(asked, listings)
    for relaxation in outcome.relaxations:
        assert DROPPABLE.fullmatch(relaxation.drop)
        assert relaxation.total > outcome.total
        assert matched(without(asked, relaxation.drop), listings).total == relaxation.total


@often
@anything
def test_a_wish_that_is_not_named_would_bring_nobody(
    asked: dict[str, Any], listings: list[Provider]
) -> None:
    outcome = matched(asked, listings)
    wishes = [name for name in ("formats", "delivery", "within_miles") if name in asked]
    wishes += [f"preferences[{place}]" for place in range(len(asked.get("preferences", ())))]
    if "coverage" in asked:
        wishes += ["coverage.payer", "coverage.max_fee"]
    named = {relaxation.drop for relaxation in outcome.relaxations}
    for wish in wishes:
        if wish not in named:
            assert matched(without(asked, wish), listings).total == outcome.total


@often
@anything
def test_a_score_is_the_sum_of_points_with_one_decimal(
    asked: dict[str, Any], listings: list[Provider]
) -> None:
    for found in matched(asked, listings).matches:
        points = [reason.points for reason in found.reasons]
        assert all(0 <= point == round(point, 1) for point in points)
        assert found.score == round(sum(points), 1)
        assert 0 <= found.score <= 100
        factors = [reason.factor for reason in found.reasons]
        assert factors == [factor for factor in FACTORS if factor in factors]


@often
@given(asked=REQUESTS, listings=LISTINGS, chance=st.randoms(use_true_random=False))
def test_the_order_of_the_listings_changes_nothing(
    asked: dict[str, Any], listings: list[Provider], chance: Any
) -> None:
    shuffled = list(listings)
    chance.shuffle(shuffled)
    assert matched(asked, shuffled) == matched(asked, listings)


@often
@anything
def test_nobody_unlicensed_is_matched_above_support(
    asked: dict[str, Any], listings: list[Provider]
) -> None:
    for found in matched(asked, listings).matches:
        if found.provider.is_coach:
            assert asked["level_of_care"] == "support"
            assert not asked.get("safety_flags")
            assert found.role == "support"
        else:
            assert found.provider.licenses_active_in("CA", TODAY)


@often
@anything
def test_the_first_two_hold_a_therapist_and_a_prescriber_where_there_are_any(
    asked: dict[str, Any], listings: list[Provider]
) -> None:
    asked = asked | {"level_of_care": "psychotherapy_and_medication"}
    roles = [found.role for found in matched(asked, listings).matches]
    for able in ({"therapist", "both"}, {"prescriber", "both"}):
        assert able.isdisjoint(roles) or not able.isdisjoint(roles[:2])


@often
@anything
def test_a_safety_rule_is_never_relaxed(asked: dict[str, Any], listings: list[Provider]) -> None:
    asked = asked | {"safety_flags": ["suicide", "partner_violence"]}
    for relaxation in matched(asked, listings).relaxations:
        for found in matched(without(asked, relaxation.drop), listings).matches:
            assert found.provider.accepts_suicidality is True
            assert set(found.provider.formats) != {"couples"}


@often
@anything
def test_nothing_that_is_said_tells_of_a_partner(
    asked: dict[str, Any], listings: list[Provider]
) -> None:
    asked = asked | {"safety_flags": ["partner_violence"], "concerns": ["ipv_survivor", "panic"]}
    avoided = [p for p in asked.get("preferences", []) if p["strength"] != "avoid"]
    outcome = matched(asked | {"preferences": avoided}, listings)
    assert [words for words in sentences(outcome) if TELLING.search(words)] == []


@often
@anything
def test_the_more_urgent_the_fewer_may_help(
    asked: dict[str, Any], listings: list[Provider]
) -> None:
    # A group that is asked for becomes one-on-one in acute need, so no format is asked for here.
    asked = asked | {"services": ["psychotherapy"], "formats": []}
    totals = [matched(asked | {"level_of_care": level}, listings).total for level in LEVELS_OF_CARE]
    assert totals == sorted(totals)


def test_without_a_coverage_nothing_is_asked_about_cost() -> None:
    request = MatchRequest(level_of_care="support", age_group="adult", state="CA")
    assert request.cost == Coverage()
