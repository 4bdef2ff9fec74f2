"""Putting a listing on the site in its keeper's own words, and taking it off again."""

from datetime import date, datetime
from typing import Literal

from sqlmodel import Session

from directory.errors import Conflict, NotFound
from directory.providers.drafts import to_publish
from directory.providers.going_live import confirmed_by, confirmed_whole
from directory.providers.history import Author
from directory.storage import Drafts, LicenseChecks, Providers
from directory.workflows.desk.license_checks import as_checked, ask_for_check, is_checked
from directory.workflows.keeping.drafted_listing import is_live, read_drafted
from directory.workflows.keeping.new_licenses import ask_about_new_licenses
from directory.workflows.keeping.save_section import speaks_for_keeper
from directory.workflows.listing_changes import record_change
from directory.workflows.opening import Directory


def publish_listing(
    directory: Directory, provider_id: str, author: Author, offers_no_conversion: bool = False
) -> Literal["published", "waiting"]:
    """Publish a listing with its drafts, or put it into the queue of those to be checked.

    Whoever publishes a listing confirms all that it says. `offers_no_conversion` is said with the
    publishing, for whoever has not said it before. Raises Invalid with every problem where it may
    not be published as it is.
    """
    at = directory.clock()
    with directory.database.writing() as session:
        drafted = read_drafted(session, provider_id)
        said = {"offers_conversion_practices": False} if offers_no_conversion else {}
        listing = confirmed_by(to_publish({**drafted.values, **said}), drafted.drafts)
        if not is_checked(session, provider_id):
            ask_for_check(session, provider_id, author.account_id or "", at)
            heard = drafted.stored.model_copy(update=said)
            record_change(session, drafted.stored, heard, author, at)
            return "waiting"
        listing = as_checked(session, listing)
        listing = confirmed_whole(listing, _said_on(session, provider_id, author, at))
        record_change(session, drafted.stored, listing, author, at)
        ask_about_new_licenses(session, drafted.stored, listing, author, at)
        Drafts(session).remove(provider_id)
    return "published"


def take_off(directory: Directory, provider_id: str, author: Author) -> None:
    """Hide a listing for now; its facts stay, and publishing brings it back.

    Raises NotFound without such a listing, and Conflict where nobody has published it.
    """
    with directory.database.writing() as session:
        stored = Providers(session).get(provider_id)
        if stored is None:
            raise NotFound(f"no listing has the id {provider_id}")
        if not is_live(stored):
            raise Conflict("only a public listing can be taken off the site")
        hidden = stored.model_copy(update={"published": False})
        record_change(session, stored, hidden, author, directory.clock())


def _said_on(session: Session, provider_id: str, author: Author, at: datetime) -> date:
    """Return the day on which a keeper published; an admin carries out what waited for a check."""
    check = None if speaks_for_keeper(author) else LicenseChecks(session).get(provider_id)
    return (check.asked_at if check else at).date()
