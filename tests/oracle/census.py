"""The oracle's own count of who may be matched, who may not and why."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tests.oracle import rules, wishes
from tests.oracle.person import Person

Mask = NDArray[np.bool_]
# One condition: a rule over one listing, and what the person asks of it.
Condition = tuple[Callable[..., bool], tuple[Any, ...]]
# In the order of the contract: "`excluded` counts a provider once, at the first of".
REASONS = (
    "not_licensed_in_state",
    "level",
    "age",
    "service",
    "format",
    "partner_violence",
    "suicidality",
    "not_accepting",
    "must_have",
)
_MOST_REMEMBERED = 100_000


class Census:
    """Every listing of the directory on one day, asked one rule at a time."""

    def __init__(self, listings: Sequence[rules.Listing], today: date) -> None:
        self.today = today
        self.by_id = {one["id"]: one for one in listings}
        self.listed = [one for one in listings if rules.is_listed(one)]
        self._unclaimed = [one for one in listings if not one["claimed"]]
        self._here: dict[str, list[rules.Listing]] = {}
        self._answers: dict[tuple[str, Condition], Mask] = {}

    def here(self, state: str) -> list[rules.Listing]:
        """Return the claimed, published listings that may work in a state today."""
        if state not in self._here:
            self._here[state] = [
                one for one in self.listed if rules.may_work_in(one, state, self.today)
            ]
        return self._here[state]

    def holding(self, state: str, condition: Condition) -> Mask:
        """Return for each listing of a state whether a condition holds, and remember it."""
        key = (state, condition)
        if key not in self._answers:
            if len(self._answers) == _MOST_REMEMBERED:
                self._answers.clear()
            rule, asked = condition
            self._answers[key] = np.array([rule(one, *asked) for one in self.here(state)], bool)
        return self._answers[key]

    def count(self, person: Person) -> int:
        """Return how many may be matched to a person."""
        return int(self._eligible(person).sum())

    def eligible(self, person: Person) -> list[rules.Listing]:
        """Return who may be matched to a person."""
        fits = self._eligible(person)
        return [one for one, fit in zip(self.here(person.state), fits, strict=True) if fit]

    def _eligible(self, person: Person) -> Mask:
        left = np.ones(len(self.here(person.state)), bool)
        for _, condition in self.conditions(person):
            left &= self.holding(person.state, condition)
        return left

    def excluded(self, person: Person) -> dict[str, int]:
        """Return how many are out at each reason, each counted once at the first."""
        left = np.ones(len(self.here(person.state)), bool)
        counts = dict.fromkeys(REASONS, 0)
        counts["not_licensed_in_state"] = len(self.listed) - len(left)
        for reason, condition in self.conditions(person):
            out = left & ~self.holding(person.state, condition)
            counts[reason] += int(out.sum())
            left &= ~out
        return {reason: count for reason, count in counts.items() if count}

    def unconfirmed(self, person: Person) -> list[str]:
        """Return the ids of those who may stand under `unconfirmed`."""
        asked = (person.level, rules.services_asked(person), person.state, self.today)
        return [one["id"] for one in self._unclaimed if rules.claims_fitting_licence(one, *asked)]

    def conditions(self, person: Person) -> Iterator[tuple[str, Condition]]:
        """Yield what the listings of the state must meet, with the reason where one fails."""
        here = (person.state, self.today)
        coach = rules.coach_is_enough(person)
        yield "level", (rules.fits_level, (person.level, coach, *here))
        yield "age", (rules.serves_age, (person.age_group,))
        yield "service", (rules.gives_service, (rules.services_asked(person), *here))
        yield "format", (wishes.gives_format, (person.formats, person.is_acute))
        if person.fears_partner:
            yield "partner_violence", (wishes.does_more_than_couples, (person.is_acute,))
        if "suicide" in person.flags:
            yield "suicidality", (rules.accepts_suicidality, ())
        yield "not_accepting", (rules.takes_people, ())
        for condition in must_haves(person):
            yield "must_have", condition


def must_haves(person: Person) -> Iterator[Condition]:
    """Yield what else the person asks for without fail."""
    if person.delivery:
        yield wishes.sees_by, (person.delivery, person.state)
    if person.zip and person.within_miles:
        asked = (person.zip, person.within_miles, person.delivery, person.state)
        yield wishes.is_near, asked
    if person.payer:
        yield wishes.takes_payer, (person.payer,)
    if person.max_fee is not None:
        yield wishes.costs_at_most, (person.max_fee, person.sliding_scale)
    for wish in person.hard_wishes:
        asked_of = (wish.factor, wish.value, wish.strength, person.fears_partner, person.state)
        yield wishes.grants, asked_of
