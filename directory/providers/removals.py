"""Wishes to have a listing removed: what may be asked, why, and until when it is answered."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from directory.providers.business_days import business_days_after
from directory.providers.provider import Provider

What = Literal["all", "details"]
Reason = Literal["wrong", "retired", "unsafe", "not_asked", "died", "other"]

BUSINESS_DAYS = 2
HIDDEN_FOR = timedelta(days=30)
LINK_LASTS = timedelta(hours=48)


@dataclass(frozen=True, slots=True)
class Removal:
    """A wish to have a whole listing removed, or its street and phone.

    `hidden_at` is when somebody confirmed it from the contact on file, which hides what it asks
    for; `before` is the listing as it was then.
    """

    id: str
    provider_id: str
    asked_at: datetime
    what: What
    reason: Reason
    words: str = ""
    answer_to: str = ""
    hidden_at: datetime | None = None
    before: Provider | None = None
    decided_at: datetime | None = None
    decided_by: str | None = None
    is_done: bool = False

    @property
    def due(self) -> date:
        """The day by which an admin decides."""
        if self.hidden_at:
            return (self.hidden_at + HIDDEN_FOR).date()
        return business_days_after(self.asked_at.date(), BUSINESS_DAYS)


@dataclass(frozen=True, slots=True)
class Tombstone:
    """What no import may bring back."""

    provider_id: str
    npi: str | None
    what: What


def hidden(provider: Provider, what: What) -> Provider:
    """Return a listing without what somebody wishes to be removed, while nobody has decided."""
    if what == "details":
        return without_details(provider)
    return provider.model_copy(update={"published": False})


def without_details(provider: Provider) -> Provider:
    """Return a listing without its streets and phones, and without the points that show a street.

    The towns stay, so that a search by place still finds it.
    """
    gone = {"street": None, "phone": None, "lat": None, "lon": None}
    places = tuple(place.model_copy(update=gone) for place in provider.locations)
    return provider.model_copy(update={"locations": places, "phone": None})


def buried(provider: Provider, stones: Mapping[str, Tombstone]) -> Tombstone | None:
    """Return the tombstone that an imported listing meets, by its id or its NPI."""
    return stones.get(provider.id) or stones.get(provider.npi or "")
