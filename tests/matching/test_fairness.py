"""Whoever fits equally well is shown equally much, and no place can be bought."""

from pathlib import Path
from typing import Any

import pytest

from benchmarks.fairness import gini, points_behind, simulate
from directory.matching import match
from directory.providers import Provider
from tests.factories import make_provider
from tests.matching.asking import TODAY, asking

# What speaks to the need, the wishes or the openings of a person may move a place.
_FIT = {
    *("license", "licenses", "services", "accepts_suicidality", "modalities", "concerns"),
    *("formats", "age_groups", "delivery", "locations", "languages", "communities", "gender"),
    *("payers", "fee", "availability", "confirmed", "claimed", "published", "hidden_since"),
}
# Everything else that a listing may say, with other values.
_SAYS: dict[str, Any] = {
    "npi": "1234567893",
    "name": "AAA First Choice Therapy",
    "pronouns": "they/them",
    "service_intent": "both",
    "groups": [
        {
            "name": "First and best",
            "theme": "other",
            "kind": "process",
            "seats": 9,
            "open": 9,
            "schedule": "Daily",
        }
    ],
    "practice": {"id": "aaa", "name": "AAA Premium Partner"},
    "bio": "The best. Award winning. Five stars. Sponsored.",
    "phone": "+14155550100",
    "email": "first@example.org",
    "website": "https://example.org/premium",
    "demo": True,
    "offers_conversion_practices": False,
}
_FORMATS = ["individual", "group"]


def test_over_twenty_days_twenty_equals_are_shown_equally_much(tmp_path: Path) -> None:
    found = simulate(tmp_path)
    assert len(found.shown) == 20
    assert gini(list(found.shown.values())) < 0.05
    assert 3 < found.spread <= 4
    assert 0 < found.behind <= 4


def test_whoever_has_twice_the_open_places_is_shown_twice_as_much(tmp_path: Path) -> None:
    found = simulate(tmp_path, a_day=40, places=(1, 2))
    one = sum(much for id, much in found.shown.items() if int(id[-2:]) % 2 == 0)
    two = sum(much for id, much in found.shown.items() if int(id[-2:]) % 2)
    assert two / one == pytest.approx(2, rel=0.15)


def test_how_unequal_and_how_far_behind_is_measured_right() -> None:
    assert gini([1, 1, 1]) == pytest.approx(0)
    assert gini([0, 0, 0, 4]) == pytest.approx(0.75)
    assert points_behind([80, 84, 79, 60]) == 4
    assert points_behind([80, 70, 60]) == 0


def test_every_fact_of_a_listing_either_speaks_to_the_fit_or_moves_no_place() -> None:
    assert _FIT | _SAYS.keys() == Provider.model_fields.keys() - {"id"}


@pytest.mark.parametrize("field", _SAYS)
def test_no_field_buys_a_place(field: str) -> None:
    others = [make_provider(id=f"p-{n}", formats=_FORMATS) for n in range(30)]

    def places(**changes: Any) -> list[tuple[str, float]]:
        mine = make_provider(id="mine", formats=_FORMATS, **changes)
        found = match(asking(concerns=["panic"]), [mine, *others], TODAY, 31).matches
        return [(one.provider.id, one.score) for one in found]

    assert places(**{field: _SAYS[field]}) == places()
