"""Wishes to be removed: taken from anybody, hidden at once where the contact on file confirms."""

import secrets
from dataclasses import dataclass, replace

from sqlmodel import Session

from directory.errors import NotFound
from directory.mail import is_mail_address
from directory.providers import Provider
from directory.providers.history import Author
from directory.providers.removals import (
    LINK_LASTS,
    Reason,
    Removal,
    What,
    hidden,
)
from directory.storage import ClaimKeys, Keepers, Providers, Removals
from directory.workflows.claims.contacts_on_file import can_be_mailed, on_file
from directory.workflows.listing_changes import record_change
from directory.workflows.messages.post_mail import post
from directory.workflows.opening import Directory
from directory.workflows.removals.removal_letters import RemovalLetters


@dataclass(frozen=True, slots=True)
class RemovalWish:
    """What somebody asks: which listing, what of it, why, and where an answer goes."""

    provider_id: str
    what: What
    reason: Reason
    words: str = ""
    answer_to: str = ""
    by_contact_on_file: bool = False


def contact_to_confirm(directory: Directory, session: Session, stored: Provider) -> str | None:
    """Return the address on file that can confirm a wish, None where there is none."""
    if Keepers(session).is_kept(stored.id):
        return None  # whoever keeps it can hide it themselves, and nobody else at once
    address = on_file(session, stored).email
    if address and is_mail_address(address) and can_be_mailed(directory, stored):
        return address
    return None


def ask_for_removal(directory: Directory, letters: RemovalLetters, wish: RemovalWish) -> Removal:
    """Put a wish into the queue, and mail the contact on file where that is asked for.

    Raises NotFound for a listing that is not public.
    """
    now = directory.clock()
    with directory.database.writing() as session:
        stored = Providers(session).get(wish.provider_id)
        if stored is None or not stored.published:
            raise NotFound(f"no listing has the id {wish.provider_id}")
        removal = Removal(
            id=secrets.token_hex(12),
            provider_id=stored.id,
            asked_at=now,
            what=wish.what,
            reason=wish.reason,
            words=wish.words,
            answer_to=wish.answer_to,
        )
        Removals(session).save(removal)
        address = contact_to_confirm(directory, session, stored)
        if wish.by_contact_on_file and address:
            token = secrets.token_urlsafe(32)
            ClaimKeys(session).put(token, "confirm", removal.id, now + LINK_LASTS)
            post(session, letters.confirm(address, stored.name, token), now)
    return removal


def hiding(session: Session, removal: Removal) -> tuple[Removal, ...]:
    """Return the other wishes by which the same listing is hidden now, or a part of it."""
    wishes = Removals(session).of_listing(removal.provider_id)
    return tuple(
        one for one in wishes if one.id != removal.id and one.hidden_at and not one.decided_at
    )


def removal_behind(directory: Directory, token: str) -> Removal | None:
    """Return the wish that a mailed link confirms, None where it confirms nothing by now."""
    with directory.database.reading() as session:
        return _behind(directory, session, token)


def confirm_removal(directory: Directory, token: str) -> Removal:
    """Hide the listing at once, until an admin decides; raise NotFound for a link that is over.

    What another wish has hidden by now comes back by neither of the two alone.
    """
    now = directory.clock()
    with directory.database.writing() as session:
        removal = _behind(directory, session, token)
        stored = Providers(session).get(removal.provider_id) if removal else None
        if removal is None or stored is None:
            raise NotFound("this link confirms nothing")
        others = hiding(session, removal)
        record_change(session, stored, hidden(stored, removal.what), Author("mail"), now)
        before = others[0].before if others else stored
        confirmed = replace(removal, hidden_at=now, before=before)
        Removals(session).save(confirmed)
        ClaimKeys(session).drop(removal.id, "confirm")
        return confirmed


def _behind(directory: Directory, session: Session, token: str) -> Removal | None:
    removal_id = ClaimKeys(session).opened_by(token, "confirm", directory.clock())
    removal = Removals(session).get(removal_id) if removal_id else None
    if removal is None or removal.decided_at is not None:
        return None
    # Somebody may have taken the listing over since the mail went out.
    return None if Keepers(session).is_kept(removal.provider_id) else removal
