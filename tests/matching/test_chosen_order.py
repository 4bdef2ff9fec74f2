"""Ordering by one fact, for whoever chooses that instead of the best fit."""

from math import radians
from random import Random
from typing import Any

import pytest
from pydantic import ValidationError

from directory.geography import EARTH_RADIUS_MILES, point_of_zip
from directory.matching import Exposure, MatchRequest, match
from directory.providers import Provider
from tests.factories import make_provider
from tests.matching.asking import TODAY, asking, ids, opening, prescriber
from tests.matching.two_steps import in_two_steps, listings_of

NO_DAY = {"accepting": "yes", "confirmed_at": "2026-11-10"}
BIG = {"id": "big", "name": "Big"}


def first(people: list[Provider], exposure: Exposure | None = None, **changes: Any) -> list[str]:
    """Return the ids in order, as both ways to match give them."""
    request, shown = asking(**changes), exposure or Exposure({})
    one = match(request, people, TODAY, 20, exposure=shown)
    assert in_two_steps(request, people, [listings_of(people)], exposure=shown) == one
    return ids(one)


def in_days(id: str, days: int, **changes: Any) -> Provider:
    return make_provider(id=id, availability=opening(days), **changes)


def at_fee(id: str, fee: float | None, **changes: Any) -> Provider:
    return make_provider(id=id, fee={"min": fee, "max": 200} if fee else None, **changes)


def at_zip(id: str, zip: str | None, **changes: Any) -> Provider:
    place = {"city": "Somewhere", "state": "CA", "zip": zip}
    return make_provider(id=id, locations=[place] if zip else [], **changes)


def test_the_first_appointment_comes_first_however_well_others_fit() -> None:
    people = [
        in_days("fits", 20, concerns=["panic"]),
        in_days("late", 21),
        in_days("soon", 1, concerns=[]),
        in_days("today", 0, concerns=[]),
    ]
    assert first(people, order="soonest", concerns=["panic"]) == ["today", "soon", "fits", "late"]


def test_an_appointment_without_a_day_comes_last_and_one_on_a_waiting_list_counts() -> None:
    waiting = {"accepting": "waitlist", "next_opening_days": 3, "confirmed_at": "2026-11-10"}
    silent = {"accepting": "unknown", "next_opening_days": 0}
    people = [
        make_provider(id="silent", availability=silent),
        make_provider(id="no-day", availability=NO_DAY),
        in_days("in-90", 90),
        make_provider(id="waiting", availability=waiting),
    ]
    assert first(people, order="soonest") == ["waiting", "in-90", "no-day", "silent"]


def test_the_lowest_fee_comes_first_and_an_unknown_one_last() -> None:
    people = [at_fee("silent", None), at_fee("high", 120), at_fee("low", 60.5), at_fee("mid", 61)]
    assert first(people, order="fee") == ["low", "mid", "high", "silent"]


def test_the_nearest_place_comes_first_and_an_unknown_one_last() -> None:
    zips = {"none": None, "la": "90012", "here": "94110", "bay": "94601"}
    people = [at_zip(id, zip) for id, zip in zips.items()]
    assert first(people, order="nearest", zip="94110") == ["here", "bay", "la", "none"]


def test_places_within_a_tenth_of_a_mile_are_equally_near() -> None:
    def north_of_home(id: str, miles: float, **changes: Any) -> Provider:
        degrees = miles / (EARTH_RADIUS_MILES * radians(1))
        place = {"city": "Here", "state": "CA", "lat": home[0] + degrees, "lon": home[1]}
        return make_provider(id=id, locations=[place], **changes)

    home = point_of_zip("94110") or (0, 0)
    nearer = north_of_home("nearer", 1.01, availability=opening(90))
    further, beyond = north_of_home("further", 1.095), north_of_home("beyond", 1.105)
    found = first([beyond, nearer, further], order="nearest", zip="94110")
    assert found == ["further", "nearer", "beyond"]


def test_without_a_zip_nobody_is_known_to_be_near_and_the_fit_decides() -> None:
    people = [at_zip("la", "90012", availability=opening(3)), at_zip("bay", "94601")]
    people.append(at_zip("late", "94110", availability=opening(80)))
    assert first(people, order="nearest")[-1] == "late"


@pytest.mark.parametrize("order", ["soonest", "fee", "nearest"])
def test_where_the_fact_is_the_same_the_score_decides_and_no_band(order: str) -> None:
    fits, near = make_provider(id="fits"), make_provider(id="near", payers=[])
    changes: dict[str, Any] = {"order": order, "zip": "94110", "coverage": {"payer": "aetna"}}
    exposure = Exposure({"fits": 50.0})
    assert first([near, fits], exposure, **changes) == ["fits", "near"]


def test_where_fact_and_score_are_the_same_whoever_was_shown_less_comes_first() -> None:
    people = [make_provider(id=f"p-{n}") for n in range(6)]
    exposure = Exposure({f"p-{n}": float(10 - n) for n in range(6)})
    assert first(people, exposure, order="fee") == [f"p-{n}" for n in (5, 4, 3, 2, 1, 0)]


def test_a_chosen_order_is_kept_whatever_practice_people_belong_to() -> None:
    big = [in_days(f"big-{n}", n, practice=BIG) for n in range(5)]
    own = [in_days(f"own-{n}", 30 + n) for n in range(3)]
    assert first(big + own, order="soonest")[:5] == [f"big-{n}" for n in range(5)]
    assert sum(id.startswith("big") for id in first(big + own)[:5]) == 2


def test_where_talk_and_medicine_belong_together_both_come_first_in_every_order() -> None:
    talking = [in_days(f"talk-{n}", n) for n in range(30)]
    pills = [prescriber(id=f"pills-{n}", availability=opening(60 + n)) for n in range(2)]
    found = first([*talking, *pills], order="soonest", level_of_care="psychotherapy_and_medication")
    assert found[:4] == ["talk-0", "pills-0", "talk-1", "talk-2"]


@pytest.mark.parametrize("order", ["best", "soonest", "nearest", "fee"])
@pytest.mark.parametrize("limit", [1, 3, 8])
def test_the_first_few_of_many_are_those_of_an_order_of_all(order: str, limit: int) -> None:
    chance = Random(f"{order}/{limit}")
    people = [_anybody(chance, f"p-{number}") for number in range(60)]
    for changes in ({}, {"level_of_care": "psychotherapy_and_medication"}):
        much = {one.id: chance.choice([0.5, 1.0, 3.0]) for one in people if chance.random() < 0.7}
        exposure, request = Exposure(much), asking(order=order, zip="94110", **changes)
        sets = [listings_of(people[:40]), listings_of(people[40:])]
        found = in_two_steps(request, people, sets, limit, exposure=exposure)
        assert found == match(request, people, TODAY, limit, exposure=exposure)


def _anybody(chance: Random, id: str) -> Provider:
    fee = chance.choice([None, 60, 60.5, 90, 120])
    return chance.choice([make_provider, make_provider, prescriber])(
        id=id,
        fee={"min": fee, "max": 200} if fee else None,
        locations=[{"city": "X", "state": "CA", "zip": chance.choice([None, "94110", "90012"])}],
        practice=chance.choice([None, BIG]),
        availability={
            "accepting": chance.choice(["yes", "yes", "waitlist", "unknown"]),
            "next_opening_days": chance.choice([None, 0, 1, 5, 20, 30]),
            "open_places": chance.choice([None, 0, 1, 2, 5]),
        },
    )


@pytest.mark.parametrize("order", ["cheapest", "", "name", 1])
def test_another_order_is_refused(order: object) -> None:
    with pytest.raises(ValidationError, match="order"):
        asking(order=order)


def test_the_best_fit_is_the_order_where_none_was_chosen() -> None:
    facts = {"level_of_care": "support", "age_group": "adult", "state": "CA"}
    assert MatchRequest.model_validate(facts).order == "best"
    assert MatchRequest.model_validate(facts | {"order": None}).order == "best"
