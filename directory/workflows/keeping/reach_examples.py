"""Made-up people who might look for a listing, chosen by what it says it does.

Each answers the questionnaire as anybody would, and the triage makes the request of it: so the
level of care, the flags and the services are those of real visitors.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from directory.matching import MatchRequest
from directory.matching.need_factor import concern_words
from directory.matching.request import UNSURE
from directory.providers import Provider
from directory.triage import TriageAnswers, assess
from directory.vocabulary import CONCERNS, LICENSES, PAYERS, STATES
from directory.vocabulary.payers import NO_PLANS

# The ages in years that stand for the age groups, the most usual first.
_AGES = {"adult": 34, "older_adult": 70, "teen": 15, "child": 9}
_PEOPLE = {
    "adult": "An adult",
    "older_adult": "An older adult",
    "teen": "A teen",
    "child": "A child",
}
_USUAL_PRICE = 120.0  # dollars a session
_ANYWHERE = "CA"  # where a coach without a place is looked for
_COUPLE = frozenset({"couple", "family"})
_SUPPORT_ALONE = frozenset({"support", "complementary"})
Answers = Mapping[str, Any]
# What somebody says who wants tools for everyday life and whom nothing ails.
_WANTS_SUPPORT: Answers = {
    "wants": "tools",
    "seeks": "growth",
    "difficulty": "not",
    "instruments": {"ASQ": [0, 0, 0, 0], "PHQ4": [0, 0, 0, 0]},
}
_IN_TROUBLE: Answers = {"difficulty": "very"}


@dataclass(frozen=True, slots=True)
class Example:
    """One made-up person: who they are, what they bring and ask, and the request that it makes."""

    who: str
    brings: str
    asks: str
    request: MatchRequest


def reach_examples(listing: Provider, today: date) -> tuple[Example, ...]:
    """Return three people who might find a listing; none where it names no state to find it in."""
    state = _state(listing, today)
    if state is None:
        return ()
    maker = _Maker(listing, state)
    return (maker.typical(), maker.paying(), maker.other())


def _state(listing: Provider, today: date) -> str | None:
    if listing.is_coach:
        return next((place.state for place in listing.locations), _ANYWHERE)
    held = sorted(listing.licenses, key=lambda one: not one.is_active(today))
    return held[0].state if held else None


@dataclass(frozen=True, slots=True)
class _Maker:
    """What the examples of one listing have in common."""

    listing: Provider
    state: str

    def typical(self) -> Example:
        """Return somebody who brings what the listing is about."""
        return self._example(self._ages()[0], "", **self._need(0))

    def paying(self) -> Example:
        """Return somebody who has to look at what it costs."""
        plans = [code for code in self.listing.payers if code not in NO_PLANS]
        if plans and not self._supports_alone:
            asks = f"They want to pay with {PAYERS.label(plans[0])}."
            return self._example(
                self._ages()[0], asks, **self._need(1), coverage={"payer": plans[0]}
            )
        asks = f"They can pay ${_USUAL_PRICE:.0f} a session at most."
        coverage = {"max_fee": _USUAL_PRICE}
        return self._example(self._ages()[0], asks, **self._need(1), coverage=coverage)

    def other(self) -> Example:
        """Return somebody at another level of care, of another age, or who comes as a couple."""
        if self._supports_alone:
            asks = "It makes daily life very hard, so this calls for psychotherapy."
            return self._example(self._ages()[0], asks, **_IN_TROUBLE)
        first, *others = self._ages()
        says_no = self.listing.accepts_suicidality is False
        if says_no or not LICENSES[self.listing.license].independent:
            if others:
                return self._example(others[0], "", **self._need(0))
            if "couples" in self.listing.formats:
                asks = "They want to come with their partner."
                return self._example(first, asks, **self._need(0), formats=["couples"])
        asks = "They have thoughts of suicide, and need somebody within days."
        return self._example(first, asks, **self._need(0), red_flags=["suicide"])

    @property
    def _supports_alone(self) -> bool:
        """Whether support is all that the listing offers."""
        services = self.listing.services
        return self.listing.is_coach or (bool(services) and _SUPPORT_ALONE.issuperset(services))

    def _ages(self) -> list[str]:
        return [code for code in _AGES if code in self.listing.age_groups] or ["adult"]

    def _need(self, place: int) -> Answers:
        """Return how somebody answers for whom the listing is there."""
        if self._supports_alone:
            return {"place": place, **_WANTS_SUPPORT}
        takes_medicine = set(self.listing.services) == {"medication"}
        return {"place": place, "on_medication": takes_medicine, **_IN_TROUBLE}

    def _example(self, age_group: str, asks: str, place: int = 0, **said: Any) -> Example:
        concern = self._concern(age_group, place, is_everyday=said.get("difficulty") == "not")
        answers = {"age": _AGES[age_group], "state": self.state, "concerns": [concern], **said}
        result = assess(TriageAnswers.model_validate(answers))
        return Example(
            who=f"{_PEOPLE[age_group]} of {_AGES[age_group]} in {STATES.label(self.state)}",
            brings="not sure what it is" if concern == UNSURE else concern_words(concern),
            asks=asks,
            request=MatchRequest.model_validate_json(result.model_dump_json()),
        )

    def _concern(self, age_group: str, place: int, is_everyday: bool) -> str:
        """Return one of the first concerns of the listing that people of an age may bring."""
        fitting = [code for code in self.listing.concerns if _is_brought_by(code, age_group)]
        if is_everyday:
            everyday = (code for code, term in CONCERNS.items() if not term.clinical)
            fitting = [code for code in fitting if not CONCERNS[code].clinical]
            fitting = fitting or [code for code in everyday if code != UNSURE]
        return fitting[min(place, len(fitting) - 1)] if fitting else UNSURE


def _is_brought_by(concern: str, age_group: str) -> bool:
    ages = frozenset(CONCERNS[concern].population)
    if age_group in {"adult", "older_adult"}:
        return bool(ages & {"adult", *_COUPLE}) or not ages
    return age_group in ages
