"""The draft of the next edition: one for all admins, changed one thing at a time."""

from collections.abc import Callable
from dataclasses import dataclass

from sqlmodel import Session

from directory.editions import Edition, check
from directory.editions.differences import Difference, differences
from directory.editions.drafting import keeping_payers
from directory.editions.edition import read_stored
from directory.editions.in_force import SHIPPED
from directory.roles import Admin
from directory.storage import AuditLog, Editions, PublishedEdition, StoredDraft
from directory.workflows.opening import Directory


@dataclass(frozen=True, slots=True)
class Desk:
    """What an admin works on: the edition in force, and the draft, which is it where nobody began.

    `changes` are all in which the draft differs; `is_behind` tells that another edition was
    published since the draft was begun.
    """

    number: int
    in_force: Edition
    draft: Edition
    version: int
    changes: tuple[Difference, ...]
    is_behind: bool


def desk(directory: Directory) -> Desk:
    """Return the edition in force with the draft."""
    with directory.database.reading() as session:
        return desk_within(directory, session)


def desk_within(directory: Directory, session: Session) -> Desk:
    """Return the edition in force with the draft, within a session."""
    number, now = edition_of(session)
    stored = Editions(session).draft()
    draft = read_stored(stored.document) if stored else now
    found = differences(now, draft, directory.editions.base)
    is_behind = stored is not None and stored.begun_from != number
    return Desk(number, now, draft, stored.version if stored else 0, found, is_behind)


def edition_of(session: Session) -> tuple[int, Edition]:
    """Return the edition that the database names, with its number; 0 is what ships."""
    found: tuple[PublishedEdition, ...] = Editions(session).newest(1)
    return (found[0].number, read_stored(found[0].document)) if found else (0, SHIPPED)


def change_draft(
    directory: Directory, admin: Admin, change: Callable[[Edition], Edition]
) -> Edition:
    """Change the draft, and drop it where nothing differs any more; return it.

    Raises Invalid where the draft would not be sound: nothing is changed then.
    """
    with directory.database.writing() as session:
        before = desk_within(directory, session)
        draft = keeping_payers(change(before.draft), before.in_force)
        check(draft, directory.editions.base, directory.today())
        _keep(directory, session, admin, before, draft)
        return draft


def drop_draft(directory: Directory, admin: Admin) -> None:
    """Forget the draft: what is in force stays."""
    with directory.database.writing() as session:
        before = desk_within(directory, session)
        _keep(directory, session, admin, before, before.in_force)


def _keep(
    directory: Directory, session: Session, admin: Admin, before: Desk, draft: Edition
) -> None:
    found = differences(before.draft, draft, directory.editions.base)
    if not found:
        return
    editions, version = Editions(session), before.version + 1
    if draft == before.in_force:
        editions.drop_draft()
    else:
        began = before.number if not before.version else _begun_from(editions, before.number)
        now = directory.clock()
        editions.put_draft(StoredDraft(draft.document(), version, began, now, admin.account_id))
    details = {"changes": [f"{one.kind}: {one.name}" for one in found[:20]], "of": len(found)}
    AuditLog(session).append(directory.clock(), admin, "draft.changed", "edition/draft", details)


def _begun_from(editions: Editions, number: int) -> int:
    stored = editions.draft()
    return stored.begun_from if stored else number
