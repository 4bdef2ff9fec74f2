"""Two listings that may be one, as a search found them, and what somebody decided."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from directory.likeness.likeness import Likeness

# `not_same` is remembered: no search asks again.
DuplicateState = Literal["open", "not_same", "merged"]


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A pair of listings, the smaller id first."""

    id: int
    first_id: str
    second_id: str
    likeness: Likeness
    state: DuplicateState
    found_at: datetime
    decided_at: datetime | None
    decided_by: str | None

    @property
    def ids(self) -> tuple[str, str]:
        """The ids of both listings."""
        return self.first_id, self.second_id
