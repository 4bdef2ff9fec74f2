"""What waits for somebody with a role beside the queue: how much of each kind."""

from collections.abc import Mapping
from datetime import date
from typing import Literal

from sqlmodel import Session

from directory.providers.view_counts import week_of
from directory.storage import (
    AdminSteps,
    CallSamples,
    DeskListings,
    Duplicates,
    Editions,
    Uploads,
)
from directory.workflows.opening import Directory

Beside = Literal["steps", "held", "unchecked", "uploads", "duplicates", "new", "calls", "draft"]


def what_waits(directory: Directory) -> Mapping[Beside, int]:
    """Return how much waits of each kind, the most urgent first."""
    today, now = directory.today(), directory.clock()
    with directory.database.reading() as session:
        listings = DeskListings(session)
        return {
            "steps": len(AdminSteps(session).waiting(now)),
            "held": listings.count("held", today),
            "unchecked": listings.count("unchecked", today),
            "uploads": len(Uploads(session).open()),
            "duplicates": sum(Duplicates(session).counts("open").values()),
            "new": DeskListings(session).count("new", today),
            "calls": _calls(session, today),
            "draft": int(Editions(session).draft() is not None),
        }


def _calls(session: Session, today: date) -> int:
    """Count the calls of this week that nobody made yet."""
    calls = CallSamples(session).calls(week_of(today))
    return sum(not call.is_made for call in calls)
