"""What waits for somebody with a role: how much of each kind, how much of it late."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from sqlmodel import Session

from directory.providers.claims import Claim, State
from directory.providers.view_counts import week_of
from directory.storage import (
    AdminSteps,
    CallSamples,
    Claims,
    Corrections,
    Duplicates,
    Editions,
    LicenseChecks,
    Notices,
    Removals,
    Uploads,
)
from directory.workflows.opening import Directory

Kind = Literal[
    "stopped_claims",
    "claims",
    "letters",
    "removals",
    "checks",
    "corrections",
    "notices",
    "steps",
    "uploads",
    "duplicates",
    "draft",
    "calls",
]
_OPEN: tuple[State, ...] = ("frozen", "proven", "asked", "approved", "settled")


@dataclass(frozen=True, slots=True)
class Waits:
    """Things of one kind that wait, and how many of them are late by a rule of law or our own."""

    kind: Kind
    count: int
    late: int = 0


def what_waits(directory: Directory) -> tuple[Waits, ...]:
    """Return what waits, of each kind that has something, the most harmful first."""
    today, now = directory.today(), directory.clock()
    with directory.database.reading() as session:
        claims = [claim.at(now) for claim in Claims(session).in_states(_OPEN)]
        found = (
            *_claims(claims),
            _removals(session, today),
            Waits("notices", len(Notices(session).waiting())),
            Waits("checks", len(LicenseChecks(session).waiting())),
            Waits("corrections", len(Corrections(session).waiting())),
            Waits("steps", len(AdminSteps(session).waiting(now))),
            Waits("uploads", len(Uploads(session).open())),
            Waits("duplicates", sum(Duplicates(session).counts("open").values())),
            Waits("draft", int(Editions(session).draft() is not None)),
            _calls(session, today),
        )
    return tuple(one for one in found if one.count)


def _claims(claims: Sequence[Claim]) -> tuple[Waits, ...]:
    return (
        Waits("stopped_claims", sum(claim.state == "frozen" for claim in claims)),
        Waits("claims", sum(claim.state in {"proven", "asked"} for claim in claims)),
        Waits("letters", sum(claim.letter_due for claim in claims)),
    )


def _removals(session: Session, today: date) -> Waits:
    waiting = Removals(session).waiting()
    return Waits("removals", len(waiting), sum(one.due < today for one in waiting))


def _calls(session: Session, today: date) -> Waits:
    """Count the calls of this week that nobody made yet."""
    calls = CallSamples(session).calls(week_of(today))
    return Waits("calls", sum(not call.is_made for call in calls))
