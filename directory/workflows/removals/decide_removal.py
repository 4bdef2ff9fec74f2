"""What an admin does about a wish to be removed: carry it out for good, or refuse it."""

from dataclasses import replace
from datetime import datetime

from sqlmodel import Session

from directory.errors import Conflict, NotFound
from directory.providers import Provider
from directory.providers.history import Author
from directory.providers.removals import Removal, Tombstone, hidden, without_details
from directory.roles import Admin
from directory.storage import (
    Attachments,
    AuditLog,
    CallSamples,
    ClaimKeys,
    Claims,
    Duplicates,
    Keepers,
    Merges,
    Providers,
    Removals,
    Tombstones,
)
from directory.workflows.listing_changes import record_change
from directory.workflows.messages.post_mail import post
from directory.workflows.opening import Directory
from directory.workflows.removals.removal_letters import RemovalLetters
from directory.workflows.removals.remove_listing import hiding


def carry_out_removal(
    directory: Directory, letters: RemovalLetters, removal_id: str, admin: Admin
) -> None:
    """Remove what was asked for, so that no import brings it back.

    Raises Conflict where somebody keeps the listing: first it has to be settled who that is.
    """
    now = directory.clock()
    with directory.database.writing() as session:
        removal = _waiting(session, removal_id)
        stored = Providers(session).get(removal.provider_id)
        if stored is not None:
            _bury(session, stored, removal, Author("admin", admin.account_id), now)
        _close(session, replace(removal, is_done=True), admin.account_id, now)
        AuditLog(session).append(now, admin, "removal.carried_out", f"removal/{removal_id}")
        if removal.answer_to:
            post(session, letters.done(removal.answer_to), now)


def refuse_removal(
    directory: Directory, letters: RemovalLetters, removal_id: str, admin: Admin, reason: str
) -> None:
    """Leave a listing as it was before the wish, and tell whoever asked why."""
    now = directory.clock()
    with directory.database.writing() as session:
        removal = _waiting(session, removal_id)
        stored = Providers(session).get(removal.provider_id)
        if stored is not None and removal.before is not None and not stored.claimed:
            after = _as_before(session, stored, removal, removal.before)
            record_change(session, stored, after, Author("admin", admin.account_id), now)
        _close(session, removal, admin.account_id, now)
        AuditLog(session).append(now, admin, "removal.refused", f"removal/{removal_id}")
        if removal.answer_to:
            post(session, letters.refused(removal.answer_to, reason), now)


def _waiting(session: Session, removal_id: str) -> Removal:
    removal = Removals(session).get(removal_id)
    if removal is None:
        raise NotFound(f"there is no wish {removal_id}")
    if removal.decided_at is not None:
        raise Conflict("this is decided already")
    return removal


def _bury(
    session: Session, stored: Provider, removal: Removal, author: Author, now: datetime
) -> None:
    if Keepers(session).is_kept(stored.id):
        raise Conflict("somebody keeps this listing: first settle with them whose it is")
    stones = [Tombstone(stored.id, stored.npi, removal.what), *_of_merged(session, stored, removal)]
    if removal.what == "details":
        record_change(session, stored, without_details(stored), author, now)
    else:
        forget_listing(session, stored.id)
    for stone in stones:
        Tombstones(session).raise_over(stone, now)


def _of_merged(session: Session, stored: Provider, removal: Removal) -> list[Tombstone]:
    """Return the tombstones over the listings that were merged into the one that is removed."""
    merges = Merges(session).merged_into(stored.id)
    return [Tombstone(one.gone_id, one.gone_before.npi, removal.what) for one in merges]


def forget_listing(session: Session, provider_id: str) -> None:
    """Delete a listing and whatever is kept about it, so that nothing of it is left."""
    names = (provider_id, *(one.gone_id for one in Merges(session).merged_into(provider_id)))
    Merges(session).forget(names)
    Duplicates(session).forget(names)
    for name in names:
        _forget_one(session, name)


def _forget_one(session: Session, provider_id: str) -> None:
    Claims(session).forget_listing(provider_id)  # with the keys that could prove them
    CallSamples(session).forget_listing(provider_id)
    Attachments(session).forget(provider_id)
    Providers(session).remove(provider_id)


def _close(session: Session, removal: Removal, admin_id: str, now: datetime) -> None:
    """Note the decision; of the listing, the reasons and whoever asked nothing stays."""
    decided = replace(
        removal, decided_at=now, decided_by=admin_id, words="", answer_to="", before=None
    )
    Removals(session).save(decided)
    ClaimKeys(session).drop(removal.id, "confirm")


def _as_before(session: Session, stored: Provider, removal: Removal, before: Provider) -> Provider:
    """Return a listing with what a confirmed wish hid of it, but for what others still hide."""
    shown = {"published": before.published, "phone": before.phone, "locations": before.locations}
    listing = stored.model_copy(update=shown)
    for other in hiding(session, removal):
        listing = hidden(listing, other.what)
    return listing
