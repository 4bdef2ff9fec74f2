"""When each fact of a listing was last confirmed, and how long that holds."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from pydantic import AfterValidator

from directory.vocabulary.edition import InForce

FACTS = (
    "availability",
    "payers",
    "locations",
    "fee",
    "licenses",
    "services",
    "modalities",
    "concerns",
    "formats",
    "groups",
    "age_groups",
    "delivery",
    "languages",
    "bio",
)


@dataclass(frozen=True, slots=True)
class Clocks:
    """After how many days each fact wants confirming again; those not named have `others`.

    A kept listing is hidden so many days after its first date as `hidden` says.
    """

    days: Mapping[str, int]
    others: int
    hidden: int


CLOCKS = InForce(Clocks({"availability": 21, "payers": 45, "locations": 45}, others=90, hidden=90))


def _facts(confirmed: Mapping[str, date]) -> Mapping[str, date]:
    unknown = sorted(set(confirmed) - set(FACTS))
    if unknown:
        raise ValueError(f"{unknown[0]!r} is not a fact: use one of {', '.join(FACTS)}")
    return confirmed


Confirmed = Annotated[Mapping[str, date], AfterValidator(_facts)]


def days_since(day: date, today: date) -> int:
    """Return the age of a confirmation in whole days, never below 0."""
    return max(0, (today - day).days)


def fresh_days(fact: str) -> int:
    """Return for how many days a confirmation of a fact holds."""
    clocks = CLOCKS()
    return clocks.days.get(fact, clocks.others)


def is_fresh(fact: str, day: date | None, today: date) -> bool:
    """Tell whether a fact that was confirmed on a day still counts as confirmed."""
    return day is not None and days_since(day, today) <= fresh_days(fact)


def percent_held(age: int, fresh: int, fading: float) -> int:
    """Return how much a confirmation of some age still counts, in whole percent, cut.

    It is 100 while the fact is fresh, and falls to 0 over `fading` times as many days more.
    """
    return max(0, int(100 - 100 * max(0, age - fresh) / (fading * fresh)))
