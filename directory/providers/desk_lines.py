"""What waits for an admin, as one list: the worst first, then the oldest, each with its clock."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal, get_args

from directory.providers.business_days import business_days_after

Kind = Literal[
    "removal",
    "dispute",
    "claim",
    "letter",
    "correction",
    "training",
    "check",
    "report",
    "notice",
    "verification",
]
KINDS: tuple[Kind, ...] = get_args(Kind)
# How bad it is to leave a thing lying. `danger`: somebody may come to harm; `misled`: patients may
# be told what is not so; `waiting`: somebody waits for an answer; `routine`: it is due again.
Harm = Literal["danger", "misled", "waiting", "routine"]
HARMS: tuple[Harm, ...] = get_args(Harm)
# `changes` and `verification` are the clocks of 42 U.S.C. 300gg-115 (No Surprises Act, section
# 116); `hidden` is our own: what is hidden already harms nobody while it waits.
Clock = Literal["changes", "verification", "hidden"]
CHANGES_WITHIN = 2  # business days
VERIFIED_EVERY = timedelta(days=90)
TOLD_BEFORE = timedelta(days=14)  # so early a verification comes into the list


@dataclass(frozen=True, slots=True)
class DeskLine:
    """One thing that waits: what it is, since when, until when, and where it is decided."""

    kind: Kind
    harm: Harm
    provider_id: str
    what: str
    since: datetime
    due: date
    href: str
    clock: Clock = "changes"

    def is_late(self, today: date) -> bool:
        """Tell whether its day is over."""
        return self.due < today


def in_order(lines: Iterable[DeskLine]) -> tuple[DeskLine, ...]:
    """Return lines by harm, then by the day on which each is due, then by age."""
    return tuple(
        sorted(lines, key=lambda one: (HARMS.index(one.harm), one.due, one.since, one.href))
    )


def change_due(since: datetime) -> date:
    """Return the day by which a change that came in at a time is to be decided."""
    return business_days_after(since.date(), CHANGES_WITHIN)


def due_again(checked_on: date, ends: Iterable[date]) -> date:
    """Return when licenses that were checked on a day are to be looked up again.

    That is after 90 days, or on the day after the first of them ends.
    """
    day_after = (end + timedelta(days=1) for end in ends if end >= checked_on)
    return min((checked_on + VERIFIED_EVERY, *day_after))
