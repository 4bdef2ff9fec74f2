"""The one door through which people and the daily work change a listing."""

from datetime import datetime

from sqlmodel import Session

from directory.providers import Provider
from directory.providers.history import Author, changed_fields
from directory.providers.standing import brought_back
from directory.storage import Changes, Providers


def record_change(
    session: Session, before: Provider | None, after: Provider, author: Author, at: datetime
) -> None:
    """Save a listing with its history, and tell the search; where nothing changed, do nothing.

    `before` is the listing as it is stored, None where it is new. One that was hidden by its age
    comes back with the change that confirms it.
    """
    after = brought_back(after, at.date())
    if before == after:
        return
    was, now = changed_fields(before, after)
    Providers(session).save(after)
    Changes(session).add(after.id, at, author, was, now)
