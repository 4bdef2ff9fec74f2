"""Taking a merge back: both listings as before, with what hung on them."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from directory.errors import Conflict, NotFound
from directory.providers import Provider
from directory.providers.history import Author, changed_fields
from directory.providers.merging import Merge, edited_since, unmerged
from directory.roles import Admin
from directory.storage import Attachments, AuditLog, Changes, Duplicates, Merges, Providers
from directory.workflows.indexing import catch_up
from directory.workflows.listing_changes import record_change
from directory.workflows.opening import Directory


@dataclass(frozen=True, slots=True)
class Unmerging:
    """A merge that holds, what was edited since and so stays, and why it cannot be taken back."""

    merge: Merge
    now: Provider | None
    edited: tuple[str, ...]
    hindrance: str | None


def prepare_undo(directory: Directory, number: int) -> Unmerging:
    """Return what taking a merge back would do; raise NotFound for one that is not there."""
    with directory.database.reading() as session:
        return _unmerging(session, number)


def undo_merge(directory: Directory, admin: Admin, number: int) -> Merge:
    """Take a merge back, so that both listings are as before but for what was edited since.

    Raises Conflict where that cannot be, and Invalid where the facts would not fit together.
    """
    now = directory.clock()
    with directory.database.writing() as session:
        plan = _unmerging(session, number)
        merge = plan.merge
        if plan.hindrance or plan.now is None:
            raise Conflict(plan.hindrance or "the listing that stayed is gone")
        _restore(session, admin, merge, plan.now, now)
        Attachments(session).give_back(Merges(session).parts(number), merge.survivor_id)
        Merges(session).remove(number)
        pair = Duplicates(session).between(merge.survivor_id, merge.gone_id)
        if pair:
            Duplicates(session).decide(pair.id, "open", admin.account_id, now)
        subject, details = f"listing/{merge.survivor_id}", {"merge": number, "back": merge.gone_id}
        AuditLog(session).append(now, admin, "listing.unmerged", subject, details)
    catch_up(directory)
    return merge


def _restore(session: Session, admin: Admin, merge: Merge, stored: Provider, now: datetime) -> None:
    """Write both listings; one that nobody edited since is again what it was, byte for byte."""
    author, restored = Author("admin", admin.account_id), unmerged(stored, merge)
    if stored == merge.after:
        was, became = changed_fields(stored, restored)
        if became:
            Providers(session).save(restored)
            Changes(session).add(stored.id, now, author, was, became)
    else:
        record_change(session, stored, restored, author, now)
    session.flush()
    Providers(session).save(merge.gone_before)
    session.flush()


def _unmerging(session: Session, number: int) -> Unmerging:
    merge = Merges(session).get(number)
    if merge is None:
        raise NotFound(f"there is no merge {number}")
    stored = Providers(session).get(merge.survivor_id)
    edited = edited_since(stored, merge) if stored else ()
    return Unmerging(merge, stored, edited, _hindrance(session, merge, stored))


def _hindrance(session: Session, merge: Merge, stored: Provider | None) -> str | None:
    if stored is None:
        return "The listing that stayed is gone, so there is nothing to part."
    last = Merges(session).latest_of(merge.survivor_id, merge.gone_id)
    if last and last.id != merge.id:
        return f"There was a later merge of this listing: take back number {last.id} first."
    npi = merge.gone_before.npi
    holder = Providers(session).ids_by_npi([npi]).get(npi) if npi else None
    if npi and holder and (holder != stored.id or unmerged(stored, merge).npi == npi):
        return f"The listing {holder} has the NPI {npi} by now: mend that first."
    return None
