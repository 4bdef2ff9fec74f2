"""What a call confirms of a listing, and how that is taken back."""

from collections.abc import Iterable, Mapping
from datetime import date

from directory.providers import Provider
from directory.providers.confirming import confirmable
from directory.providers.standing import confirmed_on

# The day on which each fact was confirmed before, None for never. Openings bear a day of their own
# beside that among the facts, which a listing may lack.
Days = Mapping[str, date | None]
OPENINGS = "openings"


def confirming_days(listing: Provider, facts: Iterable[str], day: date) -> Days:
    """Return which of these facts a word of a day confirms anew, with the days before it.

    Nobody speaks for an unclaimed listing, so nothing of it can be confirmed (docs/adr/0006).
    """
    can_be = confirmable(listing)
    older = [
        fact for fact in facts if fact in can_be and (confirmed_on(listing, fact) or date.min) < day
    ]
    marks = [*older, *([OPENINGS] if "availability" in older else ())]
    return {mark: _day(listing, mark) for mark in marks}


def with_days(listing: Provider, days: Days) -> Provider:
    """Return a listing with some facts confirmed on these days, or never."""
    facts = {fact: day for fact, day in days.items() if fact != OPENINGS}
    kept = {fact: day for fact, day in listing.confirmed.items() if fact not in facts}
    confirmed = kept | {fact: day for fact, day in facts.items() if day}
    openings = listing.availability
    if OPENINGS in days:
        openings = openings.model_copy(update={"confirmed_at": days[OPENINGS]})
    return listing.model_copy(update={"confirmed": confirmed, "availability": openings})


def unconfirmed(listing: Provider, before: Days, day: date) -> Provider:
    """Return a listing as if a call of a day had confirmed nothing; later words stand."""
    return with_days(
        listing, {mark: was for mark, was in before.items() if _day(listing, mark) == day}
    )


def _day(listing: Provider, mark: str) -> date | None:
    is_openings = mark == OPENINGS
    return listing.availability.confirmed_at if is_openings else listing.confirmed.get(mark)
