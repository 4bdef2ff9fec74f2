"""What a link in a reminder opens, and what it lets one say: the same as before, or less."""

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from directory.errors import NotFound
from directory.providers import Provider
from directory.providers.history import Author
from directory.storage import Keepers, Providers, Reminders
from directory.workflows.keeping.confirm_listing import (
    Said,
    all_true,
    full,
    pausing,
    say_within,
)
from directory.workflows.keeping.keep_links import KeepLink, read_link
from directory.workflows.keeping.keeping import may_keep
from directory.workflows.opening import Directory


@dataclass(frozen=True, slots=True)
class OpenLink:
    """A link that still works, and the listing that it is about."""

    link: KeepLink
    provider: Provider
    is_kept: bool
    is_quiet: bool


def open_link(directory: Directory, token: str) -> OpenLink | None:
    """Return what a link opens; to look changes nothing.

    None where we did not write it, its time is over, the listing is gone or frozen, or whoever it
    was sent to keeps the listing no more.
    """
    with directory.database.reading() as session:
        return _opened(session, directory, token)


def act_on_link(directory: Directory, token: str, until: date | None = None) -> Provider:
    """Say what a link lets one say; `until` is the last day of a pause.

    Saying it again on the same day changes nothing. Raises NotFound where the link opens nothing,
    and Invalid where a pause cannot be.
    """
    with directory.database.writing() as session:
        found = _opened(session, directory, token)
        if found is None or found.link.saying == "fewer":
            raise NotFound("this link is over, or is for something else")
        author = Author("mail", found.link.account_id)
        said = said_by(found.link, until or directory.today())
        return say_within(session, directory, found.provider.id, said, author)


def write_less(directory: Directory, token: str, is_quiet: bool) -> None:
    """Mail of each date on that day alone, or earlier as well; raise NotFound for another link."""
    with directory.database.writing() as session:
        found = _opened(session, directory, token)
        if found is None or found.link.saying != "fewer":
            raise NotFound("this link is over, or is for something else")
        link = found.link
        reminders = Reminders(session)
        reminders.set_quiet(link.provider_id, link.account_id, is_quiet, directory.today())


def said_by(link: KeepLink, until: date) -> Said:
    """Return what a link says of a listing; one for fewer mails says nothing of it."""
    return {"true": all_true, "full": full, "pause": pausing(until)}[link.saying]


def _opened(session: Session, directory: Directory, token: str) -> OpenLink | None:
    link = read_link(token, session.info["secret"], directory.today())
    if link is None or not may_keep(session, link.account_id, link.provider_id):
        return None
    provider = Providers(session).get(link.provider_id)
    if provider is None or not provider.claimed:
        return None
    is_quiet = Reminders(session).is_quiet(provider.id, link.account_id)
    return OpenLink(link, provider, Keepers(session).is_kept(provider.id), is_quiet)
