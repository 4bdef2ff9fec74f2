"""The one door through which people and the daily work change a listing."""

from datetime import datetime

from sqlmodel import Session

from directory.providers import Practice, Provider
from directory.providers.history import Author, changed_fields
from directory.providers.standing import brought_back
from directory.storage import Changes, LicenseChecks, Practices, Providers


def record_change(
    session: Session, before: Provider | None, after: Provider, author: Author, at: datetime
) -> None:
    """Save a listing with its history, and tell the search; where nothing changed, do nothing.

    `before` is the listing as it is stored, None where it is new. A listing names the practice
    that it joined, whatever `after` says of that. One that was hidden by its age comes back with
    the change that confirms it. One that a source holds off the site stays hidden, whoever would
    show it, until a person has looked.
    """
    after = _held_back(session, before, after)
    after = _naming_what_it_joined(session, brought_back(after, at.date()))
    if before == after:
        return
    was, now = changed_fields(before, after)
    Providers(session).save(after)
    Changes(session).add(after.id, at, author, was, now)


def _held_back(session: Session, before: Provider | None, after: Provider) -> Provider:
    is_shown = after.published and (before is None or not before.published)
    if is_shown and LicenseChecks(session).held_among([after.id]):
        return after.model_copy(update={"published": False})
    return after


def _naming_what_it_joined(session: Session, listing: Provider) -> Provider:
    """Return a listing with the name of the practice that looks after it, and of no other such."""
    practices, named = Practices(session), listing.practice
    joined = practices.of_listing(listing.id)
    if joined:
        right: Practice | None = Practice(id=joined.id, name=joined.name)
    else:
        right = None if named and practices.get(named.id) else named
    return listing if right == named else listing.model_copy(update={"practice": right})
