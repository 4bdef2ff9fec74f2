"""A roster as it is kept: its file, how it is read, and what it means for the listings."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from directory.providers.license import License
from directory.providers.roster_verdicts import Outcome, Roster

# `columns`: somebody has to say what they mean. `reading`, `applying` and `undoing`: the worker is
# at it. `read`: it is shown what would happen.
Stage = Literal["columns", "reading", "read", "applying", "applied", "undoing", "undone"]
# `changed`: the listing was edited after the roster was read, or after it was applied.
Became = Literal["", "applied", "changed", "undone"]
MOST_BYTES = 10_000_000
# From more than so many listings that would go off the site, a second admin has to agree.
SHARED_FROM = 20


@dataclass(frozen=True, slots=True)
class RosterFile:
    """One roster; `columns` has the title of each part, `statuses` what each word means."""

    id: str
    name: str
    about: Roster
    source: str
    added_at: datetime
    added_by: str | None
    titles: tuple[str, ...]
    sha256: str
    columns: Mapping[str, str] = field(default_factory=dict)
    statuses: Mapping[str, str] = field(default_factory=dict)
    stage: Stage = "columns"
    counts: Mapping[str, int] = field(default_factory=dict)

    @property
    def as_of(self) -> date:
        """The day on which the board wrote it."""
        return self.about.as_of


@dataclass(frozen=True, slots=True)
class RosterFinding:
    """What a roster means for one listing: its licences as they were `seen`, and as they become."""

    roster_id: str
    provider_id: str
    outcome: Outcome
    words: str
    seen: tuple[License, ...]
    licenses: tuple[License, ...]
    became: Became = ""
