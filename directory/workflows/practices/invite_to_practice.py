"""Inviting a clinician's listing, or another manager, into a practice."""

import re
import secrets
from datetime import timedelta

from sqlmodel import Session

from directory.errors import Invalid, NotFound, Problem
from directory.mail import is_mail_address
from directory.providers import Provider, is_valid_npi
from directory.storage import (
    InvitationKind,
    Keepers,
    PracticeInvitation,
    PracticeInvitations,
    Practices,
    Providers,
    StoredPractice,
)
from directory.storage.tokens import hash_of_token
from directory.workflows.messages.post_mail import post
from directory.workflows.opening import Directory
from directory.workflows.practices.practices import PracticeDesk, addresses

LASTS = timedelta(days=14)
_LISTING = re.compile(r"(?:.*/providers/)?([a-z0-9-]{1,64})/?")


def invite_clinician(desk: PracticeDesk, practice_id: str, typed: str) -> str:
    """Invite by a listing's address, an NPI or a mail address; return who was invited.

    Raises Invalid where that leads to nobody who could accept.
    """
    wanted = typed.strip()
    with desk.directory.database.writing() as session:
        practice = _practice(session, practice_id)
        if is_mail_address(wanted):
            _invite(desk, session, practice, "listing", email=wanted)
            return wanted
        listing = _listing(desk, session, practice, wanted)
        _invite(desk, session, practice, "listing", provider_id=listing.id)
        return listing.name


def invite_manager(desk: PracticeDesk, practice_id: str, typed: str) -> str:
    """Invite somebody by mail to manage a practice, too; raise Invalid for no mail address."""
    address = typed.strip()
    if not is_mail_address(address):
        raise Invalid((Problem("email", "Write the email address like name@example.com"),))
    with desk.directory.database.writing() as session:
        practice = _practice(session, practice_id)
        _invite(desk, session, practice, "manager", email=address)
    return address


def withdraw_invitation(directory: Directory, id: str) -> None:
    """Take an invitation back: its link opens nothing any longer."""
    with directory.database.writing() as session:
        PracticeInvitations(session).remove(id)


def _practice(session: Session, practice_id: str) -> StoredPractice:
    practice = Practices(session).get(practice_id)
    if practice is None:
        raise NotFound("there is no such practice")
    return practice


def _listing(
    desk: PracticeDesk, session: Session, practice: StoredPractice, wanted: str
) -> Provider:
    """Return the listing that was typed, which somebody keeps who can accept."""
    listing = _found(session, wanted)
    if listing is None or not listing.published or desk.may_not_write_to(listing):
        raise _refused("We found no such listing. Check it, or invite the person by email")
    if not Keepers(session).is_kept(listing.id):
        raise _refused(
            f"Nobody keeps the listing of {listing.name} yet. Invite them by email: they can take"
            " it over first, and then join"
        )
    joined = Practices(session).of_listing(listing.id)
    if joined and joined.id == practice.id:
        raise _refused(f"{listing.name} is in your practice already")
    return listing


def _found(session: Session, wanted: str) -> Provider | None:
    providers = Providers(session)
    npi = wanted.replace(" ", "").replace("-", "")
    if is_valid_npi(npi):
        id = providers.ids_by_npi([npi]).get(npi)
    else:
        match = _LISTING.fullmatch(wanted)
        id = match[1] if match else None
    return providers.get(id) if id else None


def _refused(why: str) -> Invalid:
    return Invalid((Problem("who", why),))


def _invite(
    desk: PracticeDesk,
    session: Session,
    practice: StoredPractice,
    kind: InvitationKind,
    email: str | None = None,
    provider_id: str | None = None,
) -> None:
    """Keep an invitation, and mail its token to the address or to those who keep the listing."""
    token, now = secrets.token_urlsafe(32), desk.directory.clock()
    until = now + LASTS
    invitations = PracticeInvitations(session)
    invitations.remove_expired(now)
    invitations.put(
        PracticeInvitation(
            hash_of_token(token), practice.id, kind, email, provider_id, expires_at=until
        )
    )
    keepers = Keepers(session).of_listing(provider_id) if provider_id else ()
    letters = desk.letters(practice)
    letter = letters.invite_manager if kind == "manager" else letters.invite_clinician
    for address in (email,) if email else addresses(session, keepers):
        post(session, letter(address, token, until.date()), now)
