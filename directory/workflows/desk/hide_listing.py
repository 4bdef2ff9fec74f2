"""Taking a listing off the site and keeping it off, until an admin has looked at it."""

from dataclasses import replace
from datetime import datetime

from sqlmodel import Session

from directory.errors import Conflict
from directory.providers import Provider
from directory.providers.history import Author
from directory.providers.license_checks import LicenseCheck
from directory.roles import Admin
from directory.storage import AuditLog, Keepers, LicenseChecks, Providers
from directory.workflows.accounts.account_addresses import address_of
from directory.workflows.desk.desk_letters import DeskLetters
from directory.workflows.listing_changes import record_change
from directory.workflows.messages.post_mail import post
from directory.workflows.opening import Directory


def hide_listing(
    directory: Directory, letters: DeskLetters, provider_id: str, admin: Admin, reason: str
) -> None:
    """Hide a listing at once; its keepers read why, and cannot publish it before a check.

    Raises Conflict where patients do not see it anyway.
    """
    now = directory.clock()
    with directory.database.writing() as session:
        stored = Providers(session).one(provider_id)
        if not stored.published:
            raise Conflict("patients do not see this listing")
        hold(session, stored, reason, now)
        hidden = stored.model_copy(update={"published": False})
        record_change(session, stored, hidden, Author("admin", admin.account_id), now)
        tell_keepers(session, letters, stored, reason, now)
        AuditLog(session).append(now, admin, "listing.hidden", f"listing/{provider_id}")


def show_again(directory: Directory, letters: DeskLetters, provider_id: str, admin: Admin) -> None:
    """End what holds a listing off the site, and show it as it was.

    Raises Conflict where nothing holds it.
    """
    now = directory.clock()
    with directory.database.writing() as session:
        stored, check = Providers(session).one(provider_id), LicenseChecks(session).get(provider_id)
        if check is None or check.held_since is None:
            raise Conflict("nothing holds this listing off the site")
        release(session, check)
        shown = Provider.model_validate(stored.model_dump() | {"published": True})
        record_change(session, stored, shown, Author("admin", admin.account_id), now)
        tell_it_is_back(session, letters, stored, now)
        AuditLog(session).append(now, admin, "listing.shown_again", f"listing/{provider_id}")


def hold(session: Session, stored: Provider, reason: str, at: datetime) -> None:
    """Note that a source says that a listing does not hold; nobody publishes it for now."""
    check = LicenseChecks(session).get(stored.id) or LicenseCheck(stored.id, "", at)
    LicenseChecks(session).save(replace(check, held_since=at, reason=reason))


def release(session: Session, check: LicenseCheck) -> None:
    """Let a listing be published again; where nobody ever checked it, nothing stays of the hold."""
    checks = LicenseChecks(session)
    if check.checked_at is None and not check.account_id:
        checks.forget(check.provider_id)
    else:
        checks.save(replace(check, held_since=None, reason=""))


def tell_keepers(
    session: Session, letters: DeskLetters, stored: Provider, reason: str, at: datetime
) -> None:
    """Write to everybody who keeps a listing that patients no longer see it."""
    for to in _keepers(session, stored.id):
        post(session, letters.taken_off(to, stored.name, stored.id, reason), at)


def tell_it_is_back(session: Session, letters: DeskLetters, stored: Provider, at: datetime) -> None:
    """Write to everybody who keeps a listing that patients see it again."""
    for to in _keepers(session, stored.id):
        post(session, letters.back(to, stored.name, stored.id), at)


def _keepers(session: Session, provider_id: str) -> tuple[str, ...]:
    found = (address_of(session, id) for id in Keepers(session).of_listing(provider_id))
    return tuple(to for to in found if to)
