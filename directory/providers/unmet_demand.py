"""What was looked for and not found: one wish in one state, and what may be told of it.

Nobody can be told apart in a sum that five searches have come together in, and such a sum never
changes again. What is fewer waits for more. So whoever looks every week, and takes one number from
another, finds nothing or a difference of five and more.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from directory.providers.view_counts import FEWEST

Subject = Literal["concern", "language", "payer", "format", "license"]
Found = Literal["nobody", "few"]  # few: one or two
SUBJECTS: tuple[Subject, ...] = ("concern", "language", "payer", "format", "license")
ENOUGH = 3  # people; a search that finds so many is met
# A search that names one of these is counted nowhere, not even for its other wishes.
NEVER_COUNTED = frozenset(
    {
        "suicidal",
        "selfharm_adult",
        "selfharm_teen",
        "psychosis",
        "ipv_survivor",
        "ipv_perpetrator",
        "sexual_trauma",
        "child_trauma",
    }
)
_MOST_CODES = 3  # of one subject; whoever takes any of many asks for none of them


@dataclass(frozen=True, slots=True, order=True)
class Wish:
    """One thing that was asked for; without a state it was asked for anywhere."""

    state: str
    subject: Subject
    code: str


@dataclass(frozen=True, slots=True, order=True)
class UnmetSum:
    """How many searches for one thing found nobody, or few.

    `week` is the Monday of the week in which they were counted or, once told, of the last week that
    was in it; `since` is the Monday of the first.
    """

    week: date
    wish: Wish
    found: Found
    count: int
    since: date


@dataclass(frozen=True, slots=True)
class Settled:
    """What may be told from now on, and what waits for more."""

    told: tuple[UnmetSum, ...]
    waits: tuple[UnmetSum, ...]


def found_words(total: int) -> Found | None:
    """Return what so many people are for a search, None where they are enough."""
    if total >= ENOUGH:
        return None
    return "few" if total else "nobody"


def wishes_of(state: str, asked: Mapping[str, Iterable[str]]) -> tuple[Wish, ...]:
    """Return what is counted of a search that asked for some codes by subject; may be nothing."""
    codes = {subject: tuple(dict.fromkeys(asked.get(subject, ()))) for subject in SUBJECTS}
    if NEVER_COUNTED.intersection(codes["concern"]):
        return ()
    return tuple(
        Wish(state, subject, code)
        for subject in SUBJECTS
        if len(codes[subject]) <= _MOST_CODES
        for code in codes[subject]
    )


def settle(counted: Iterable[UnmetSum], last: date, running: date) -> Settled:
    """Tell what five searches have come together in, and let the rest wait in the running week.

    `last` is the Monday of the last week that is over: all that was counted is of it, or older.
    """
    sums: dict[tuple[Wish, Found], tuple[int, date]] = {}
    for one in counted:
        count, since = sums.get((one.wish, one.found), (0, one.since))
        sums[one.wish, one.found] = count + one.count, min(since, one.since)
    every = sorted(sums.items())
    return Settled(
        told=tuple(_sum(last, key, value) for key, value in every if value[0] >= FEWEST),
        waits=tuple(_sum(running, key, value) for key, value in every if value[0] < FEWEST),
    )


def _sum(week: date, key: tuple[Wish, Found], value: tuple[int, date]) -> UnmetSum:
    return UnmetSum(week, key[0], key[1], count=value[0], since=value[1])
