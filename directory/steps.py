"""Dangerous steps: what one admin asks for and another has to agree to."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any, Literal

from directory.roles import Role

# `agreed` lasts while a step is carried out; `failed` could not be, and its note says why.
State = Literal["waiting", "agreed", "done", "failed", "refused", "withdrawn", "expired"]
LASTS = timedelta(days=7)
KEPT_AFTER = timedelta(days=90)  # since it was asked for; the log keeps that there was one
# Who agreed has so long to carry a step out, before somebody may have it done again.
LEASE = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Step:
    """A dangerous step; `document` says what is to be done, by the kind's own names.

    `asked_by` and `decided_by` are accounts; `role` is that of whoever asked, when they did.
    """

    id: str
    kind: str
    document: Mapping[str, Any] = field(repr=False)
    asked_by: str
    role: Role
    asked_at: datetime
    state: State = "waiting"
    decided_by: str | None = None
    decided_at: datetime | None = None
    note: str = ""

    @property
    def ends_at(self) -> datetime:
        """When it is too late to agree."""
        return self.asked_at + LASTS

    def at(self, now: datetime) -> "Step":
        """Return the step as it stands at a time.

        One that nobody answered is over, and one that was broken off waits again.
        """
        if self.state == "waiting" and now >= self.ends_at:
            return replace(self, state="expired")
        is_over = self.decided_at is not None and now >= self.decided_at + LEASE
        return replace(self, state="waiting") if self.state == "agreed" and is_over else self
