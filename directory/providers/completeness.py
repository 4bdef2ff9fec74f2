"""How complete a listing is: what is missing of what people filter or ask by, and what it costs."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from directory.providers.provider import Provider
from directory.providers.reach_facts import REACH_FACTS, ReachFact


@dataclass(frozen=True, slots=True)
class Missing:
    """One fact that is missing, the section to mend it in, and what it costs in plain words."""

    fact: str
    section: str
    what: str
    costs: str


@dataclass(frozen=True, slots=True)
class Completeness:
    """How many of the facts that are asked of a listing it states, and what is missing.

    What keeps a listing out of most matches comes first.
    """

    stated: int
    asked: int
    missing: tuple[Missing, ...]

    @property
    def percent(self) -> int:
        """The share of the facts that are stated, in whole percent, cut."""
        return 100 * self.stated // self.asked


def completeness(listing: Provider | Mapping[str, Any], today: date) -> Completeness:
    """Return what a listing leaves open on a day.

    `listing` may also be the JSON values of a draft, valid or not.
    """
    values = listing.model_dump(mode="json") if isinstance(listing, Provider) else listing
    asked = [fact for fact in REACH_FACTS if fact.is_asked_of(values)]
    missing = [fact for fact in asked if not fact.is_stated(values, today)]
    return Completeness(
        stated=len(asked) - len(missing), asked=len(asked), missing=tuple(map(_missing, missing))
    )


def _missing(fact: ReachFact) -> Missing:
    costs = " ".join(cost.text for cost in fact.costs)
    return Missing(fact.code, fact.section, fact.what, costs)
