"""Keeping a listing true: all of it still holds, I am full, I pause."""

from collections.abc import Callable, Iterable
from datetime import date

from sqlmodel import Session

from directory.providers import Provider
from directory.providers.confirming import confirmable, confirmed, now_full, paused
from directory.providers.history import Author
from directory.storage import Providers
from directory.workflows.listing_changes import record_change
from directory.workflows.opening import Directory

# What is said of a listing on a day.
Said = Callable[[Provider, date], Provider]


def all_true(provider: Provider, today: date) -> Provider:
    """Say that everything in a listing still holds."""
    return confirmed(provider, confirmable(provider), today)


def still_true(facts: Iterable[str]) -> Said:
    """Say that some facts still hold."""
    named = tuple(facts)
    return lambda provider, today: confirmed(provider, named, today)


def full(provider: Provider, today: date) -> Provider:
    """Say that nobody new is taken."""
    return now_full(provider, today)


def pausing(until: date) -> Said:
    """Say that nobody new is taken up to and including a day."""
    return lambda provider, today: paused(provider, until, today)


def keep_true(directory: Directory, provider_id: str, said: Said, author: Author) -> Provider:
    """Change a listing by what is said of it; it is in the next search, and back if it was hidden.

    Saying the same again on the same day changes nothing. Raises NotFound where there is no such
    listing, and Invalid where a pause cannot be.
    """
    with directory.database.writing() as session:
        return say_within(session, directory, provider_id, said, author)


def say_within(
    session: Session, directory: Directory, provider_id: str, said: Said, author: Author
) -> Provider:
    """Do the same within the caller's transaction."""
    before = Providers(session).one(provider_id)
    record_change(session, before, said(before, directory.today()), author, directory.clock())
    after = Providers(session).get(provider_id)
    return after or before
