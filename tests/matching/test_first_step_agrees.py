"""Both ways to match agree to the last point: with a first step over columns, and without."""

from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from directory.matching import Exposure, MatchRequest, RankingTable, match
from directory.providers import Provider
from directory.resources import resource_folder
from directory.vocabulary import (
    AGE_GROUPS,
    CONCERNS,
    DELIVERY,
    FORMATS,
    LEVELS_OF_CARE,
    PAYERS,
    SAFETY_FLAGS,
    SERVICES,
)
from directory.wishes import PREFERENCE_VALUES
from directory.workflows.imports.seed import demo_listings
from tests import strategies
from tests.matching.asking import TODAY
from tests.matching.populations import EXPOSURES, LEAVABLE, LISTINGS, REQUESTS
from tests.matching.tables import TABLES
from tests.matching.two_steps import first_scores, in_two_steps, listings_of

# Listings of every kind and state, claimed or not, published or not.
ANYBODY = st.lists(strategies.providers(npi=False), max_size=3).map(
    lambda found: [one.model_copy(update={"id": f"q-{n}"}) for n, one in enumerate(found)]
)
RELEVANCE = st.lists(st.sampled_from([0.0, 0.25, 1.0]), min_size=12, max_size=12)


@settings(max_examples=150, deadline=None)
@given(REQUESTS, LISTINGS, ANYBODY, RELEVANCE, st.integers(1, 20), EXPOSURES, TABLES)
def test_two_steps_give_what_one_gives(
    asked: dict[str, Any],
    listings: list[Provider],
    others: list[Provider],
    relevance: list[float],
    limit: int,
    exposure: Exposure,
    table: RankingTable,
) -> None:
    people, fitting = listings + others, {f"p-{n}": fit for n, fit in enumerate(relevance)}
    request = MatchRequest.model_validate(asked)
    sets = [listings_of(people, relevance=fitting)]
    exact = match(request, people, TODAY, limit, fitting, table=table, exposure=exposure)
    found = in_two_steps(request, people, sets, limit, exposure=exposure, table=table)
    assert found == exact
    scores = first_scores(request, sets, table)
    everybody = match(request, people, TODAY, 100, fitting, table=table)
    assert scores == {one.provider.id: one.score for one in everybody.matches}
    assert all(0 <= score <= 100 for score in scores.values())


@settings(max_examples=60, deadline=None)
@given(REQUESTS, LISTINGS, LISTINGS, st.sets(st.integers(0, 11)), EXPOSURES)
def test_edits_in_a_set_of_their_own_change_nothing(
    asked: dict[str, Any],
    before: list[Provider],
    after: list[Provider],
    removed: set[int],
    exposure: Exposure,
) -> None:
    request, gone = MatchRequest.model_validate(asked), {f"p-{n}" for n in removed}
    edited = [one for one in after if one.id not in gone]
    touched = gone | {one.id for one in edited}
    people = [*edited, *(one for one in before if one.id not in touched)]
    sets = [listings_of(before, gone=touched), listings_of(edited)]
    exact = match(request, people, TODAY, 20, exposure=exposure)
    assert in_two_steps(request, people, sets, exposure=exposure) == exact


@pytest.fixture(scope="module")
def demo() -> list[Provider]:
    return list(demo_listings(resource_folder("seed_data") / "providers.jsonl.gz", TODAY))


def _preferences(chance: Random) -> list[dict[str, str]]:
    factors = chance.choices(list(PREFERENCE_VALUES), k=chance.choice([0, 0, 1, 2, 4]))
    strengths = ["must", "prefer", "prefer", "avoid"]
    return [
        {
            "factor": factor,
            "value": chance.choice(PREFERENCE_VALUES[factor]),
            "strength": chance.choice(strengths),
        }
        for factor in factors
    ]


def _request(chance: Random, places: list[tuple[str, str]]) -> MatchRequest:
    """Return any request from a place where demo listings are."""
    state, zip = chance.choice(places)
    wishes: dict[str, Any] = {
        "concerns": chance.sample(list(CONCERNS), chance.randint(1, 3)),
        "zip": zip,
        "within_miles": chance.choice([5.0, 20.0, 100.0]),
        "formats": [chance.choice(list(FORMATS))],
        "delivery": chance.sample(list(DELIVERY), chance.randint(1, 2)),
        "services": chance.sample(list(SERVICES), chance.randint(1, 3)),
        "safety_flags": [chance.choice(list(SAFETY_FLAGS))],
        "text": "warm",
        "exploration_comfort": chance.randint(1, 5),
        "leave_out": chance.sample(LEAVABLE, chance.randint(1, 3)),
        "order": chance.choice(["soonest", "nearest", "fee"]),
        "coverage": {
            "payer": chance.choice([None, *PAYERS]),
            "max_fee": chance.choice([None, 80, 120, 200]),
            "sliding_scale": chance.random() < 0.5,
        },
    }
    stated = {name: wish for name, wish in wishes.items() if chance.random() < 0.3}
    return MatchRequest.model_validate(
        {
            "level_of_care": chance.choice(list(LEVELS_OF_CARE)),
            "age_group": chance.choice([*AGE_GROUPS, "adult", "adult"]),
            "state": state,
            "preferences": _preferences(chance),
        }
        | stated
    )


def test_the_first_twenty_of_the_demo_listings_are_those_of_an_exhaustive_ranking(
    demo: list[Provider],
) -> None:
    chance = Random(3)
    relevance = {one.id: chance.random() for one in demo if chance.random() < 0.5}
    edited = demo[::3]
    stale = [one.model_copy(update={"fee": None, "concerns": ()}) for one in edited]
    old = [*stale, *(one for number, one in enumerate(demo) if number % 3)]
    touched = [one.id for one in edited]
    exposure = Exposure({one.id: chance.choice([0.5, 1.0, 2.0, 40.0]) for one in demo[::2]})
    sets = [listings_of(old, touched, relevance), listings_of(edited, relevance=relevance)]
    places = [(place.state, place.zip) for one in demo for place in one.locations if place.zip]
    shown = groups = 0
    for _ in range(200):
        request = _request(chance, places)
        exact = match(request, demo, TODAY, 20, relevance, exposure=exposure)
        assert in_two_steps(request, demo, sets, exposure=exposure) == exact
        shown += len(exact.matches)
        groups += len(exact.plan.groups)
    assert shown > 500
    assert groups > 0
