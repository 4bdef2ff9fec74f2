"""The triage results of the mix: every level of care that gets matches, with varied wishes."""

from random import Random
from typing import Any

import zipcodes

from benchmarks.places import central_zips
from benchmarks.pools import shuffled
from directory.matching import MatchRequest
from directory.vocabulary import CONCERNS, GOALS, MODALITIES, PAYERS

_LEVELS = {
    "psychotherapy": 40,
    "psychotherapy_and_medication": 20,
    "counselling": 15,
    "support": 10,
    "soon": 8,
    "intensive": 4,
    "urgent": 3,
}
_AGES = {"adult": 70, "teen": 12, "child": 8, "older_adult": 10}
_OWN_WORDS = (
    "I lie awake and cannot stop worrying about work",
    "since my mother died nothing feels real",
    "we fight about the same thing every week",
    "my son will not go to school any more",
    "I want to understand why I keep choosing the same people",
    "panic on the train, I have not been downtown for a month",
)
_PREFERENCES = (
    ("gender", "female"),
    ("gender", "male"),
    ("language", "es"),
    ("delivery", "video"),
    ("structure", "structured"),
    ("time_focus", "past"),
    ("length", "brief"),
    ("community", "lgbtq"),
    ("community", "veterans"),
    ("accessibility", "step_free"),
)


def match_requests(count: int, seed: str) -> tuple[MatchRequest, ...]:
    """Return valid requests, by population over the states."""
    chance = Random(seed)
    zips = central_zips(count, f"{seed}/zips")
    return tuple(_request(chance, zips[place % len(zips)]) for place in range(count))


def _request(chance: Random, zip: str) -> MatchRequest:
    facts: dict[str, Any] = {
        "level_of_care": _pick(chance, _LEVELS),
        "age_group": _pick(chance, _AGES),
        "state": zipcodes.matching(zip)[0]["state"],
        "concerns": _some(chance, shuffled(CONCERNS, "concerns")[:40], 0, 3),
        "formats": chance.choice(((), ("individual",), ("couples",), ("family", "individual"))),
        "delivery": chance.choice(((), (), ("video",), ("in_person",))),
        "goals": _some(chance, list(GOALS), 0, 2),
        "preferences": _preferences(chance),
        "coverage": _coverage(chance),
        "text": chance.choice(_OWN_WORDS) if chance.random() < 0.5 else None,
        "safety_flags": ("suicide",) if chance.random() < 0.1 else (),
    }
    if chance.random() < 0.6:
        facts |= {"zip": zip, "within_miles": chance.choice((None, 25.0, 50.0))}
    return MatchRequest.model_validate(facts)


def _coverage(chance: Random) -> dict[str, Any] | None:
    if chance.random() < 0.3:
        return None
    if chance.random() < 0.6:
        return {"payer": chance.choice(shuffled(PAYERS, "payers")[:15])}
    return {"max_fee": float(chance.choice((80, 120, 160, 200))), "sliding_scale": True}


def _preferences(chance: Random) -> list[dict[str, str]]:
    drawn = _some(chance, list(_PREFERENCES), 0, 3)
    if chance.random() < 0.3:
        drawn = (*drawn, ("modality", chance.choice(list(MODALITIES)[:20])))
    strengths = ("prefer", "prefer", "prefer", "must", "avoid")
    return [
        {"factor": factor, "value": value, "strength": chance.choice(strengths)}
        for factor, value in drawn
    ]


def _some(chance: Random, items: list[Any], low: int, high: int) -> tuple[Any, ...]:
    return tuple(chance.sample(items, chance.randint(low, high)))


def _pick(chance: Random, weights: dict[str, int]) -> str:
    return chance.choices(list(weights), list(weights.values()))[0]
