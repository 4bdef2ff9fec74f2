"""Publishing the draft as the next edition, and taking an edition back.

What is to be published is a document that can wait for a second admin: an edition, the number of
the one that was in force when it was looked at, and sentences on what it changes.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session

from directory.editions import Edition, check, read_edition
from directory.editions.differences import DANGEROUS, INDEXED, Difference, differences, kinds_of
from directory.editions.drafting import keeping_payers
from directory.editions.edition import read_stored
from directory.editions.in_force import SHIPPED
from directory.errors import Conflict, NotFound
from directory.roles import Admin
from directory.storage import AuditLog, Editions, Jobs, PublishedEdition
from directory.workflows.editions.edit_draft import desk_within, edition_of
from directory.workflows.editions.edition_in_force import take_in_edition
from directory.workflows.opening import Directory

INDEX = "edition.index"
STEP = "edition.published"
_TOLD = 40
_CHANGED = "another edition was published meanwhile: look at what it changed first"


@dataclass(frozen=True, slots=True)
class Publication:
    """What is to be published; a dangerous one needs a second admin."""

    document: Mapping[str, Any]
    is_dangerous: bool


def draft_to_publish(directory: Directory, note: str, version: int) -> Publication:
    """Return the draft as what is to be published.

    Raises Conflict where the draft is not the one that was looked at, or another edition came in
    between, and Invalid where the draft is not sound.
    """
    with directory.database.reading() as session:
        found = desk_within(directory, session)
    if found.version != version or not found.changes:
        raise Conflict("the draft has changed since you looked at it: look at it again")
    if found.is_behind:
        raise Conflict(_CHANGED)
    check(found.draft, directory.editions.base, directory.today())
    return _publication(found.draft, note, found.number, found.changes, None)


def edition_to_bring_back(directory: Directory, note: str, number: int) -> Publication:
    """Return an earlier edition as what is to be published again, 0 being what ships.

    Payers that came since are retired and not forgotten, as listings may name them.
    """
    with directory.database.reading() as session:
        newest, now = edition_of(session)
        edition = keeping_payers(edition_numbered(session, number), now)
    found = differences(now, edition, directory.editions.base)
    if not found:
        raise Conflict("this is what is in force already")
    return _publication(edition, note, newest, found, number)


def publish(directory: Directory, document: Mapping[str, Any], admin: Admin) -> str:
    """Publish what was looked at, and go by it; return a sentence that says so.

    Raises Conflict where another edition was published since.
    """
    edition = read_edition(document["edition"])
    with directory.database.writing() as session:
        before, now = edition_of(session)
        if before != document["after"]:
            raise Conflict(_CHANGED)
        _add(directory, session, admin, document, edition, now)
        draft = Editions(session).draft()
        if draft and draft.document == edition.document():
            Editions(session).drop_draft()
    take_in_edition(directory)
    return f"Edition {before + 1} is in force."


def told_publication(_session: Session, document: Mapping[str, Any]) -> tuple[str, ...]:
    """Return what publishing would change, one thing a sentence."""
    return tuple(document["told"])


def edition_numbered(session: Session, number: int) -> Edition:
    """Return an edition; raise NotFound where there is none of that number."""
    if number == 0:
        return SHIPPED
    found = Editions(session).get(number)
    if found is None:
        raise NotFound("there is no such edition")
    return read_stored(found.document)


def _publication(
    edition: Edition,
    note: str,
    after: int,
    changes: tuple[Difference, ...],
    brings_back: int | None,
) -> Publication:
    told = [f"{one.name}: {one.before}, then {one.after}." for one in changes[:_TOLD]]
    if len(changes) > _TOLD:
        told.append(f"And {len(changes) - _TOLD} more.")
    document = {
        "edition": edition.document(),
        "after": after,
        "note": note,
        "brings_back": brings_back,
        "told": told,
    }
    return Publication(document, bool(kinds_of(changes) & DANGEROUS))


def _add(
    directory: Directory,
    session: Session,
    admin: Admin,
    document: Mapping[str, Any],
    edition: Edition,
    now: Edition,
) -> None:
    """Add an edition with its entry in the log, and ask for a new index where it needs one."""
    at, again = directory.clock(), document["brings_back"]
    number = document["after"] + 1
    found = differences(now, edition, directory.editions.base)
    Editions(session).publish(
        PublishedEdition(number, edition.document(), document["note"], at, admin.account_id, again)
    )
    action = "edition.published" if again is None else "edition.taken_back"
    names = [f"{one.kind}: {one.name}" for one in found[:_TOLD]]
    details = {"changes": names, "of": len(found), "brings_back": again}
    AuditLog(session).append(at, admin, action, f"edition/{number}", details)
    if kinds_of(found) & INDEXED:
        Jobs(session).ask(INDEX, str(number), admin.account_id, at)
