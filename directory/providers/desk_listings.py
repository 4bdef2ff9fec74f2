"""Any listing as those who run the directory find it, public or not."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, get_args

# `new`: hidden, never checked, and kept by nobody, as an import leaves what is to be looked at.
Shown = Literal["all", "new", "public", "hidden", "held", "unchecked", "due"]
SHOWN: tuple[Shown, ...] = get_args(Shown)


@dataclass(frozen=True, slots=True)
class FoundListing:
    """One listing in a list: who it names, whether anybody sees it, and how it was checked."""

    id: str
    name: str
    npi: str | None
    license: str
    is_public: bool
    checked_at: datetime | None
    due_on: date | None
    held_since: datetime | None
