"""Publishing the draft as the next edition, and taking an edition back."""

from sqlmodel import Session

from directory.editions import Edition, check, read_edition
from directory.editions.differences import INDEXED, differences, kinds_of
from directory.editions.drafting import keeping_payers
from directory.editions.in_force import SHIPPED
from directory.errors import Conflict, NotFound
from directory.roles import Admin
from directory.storage import AuditLog, Editions, Jobs, PublishedEdition
from directory.workflows.edit_draft import desk_within, edition_of
from directory.workflows.edition_in_force import take_in_edition
from directory.workflows.opening import Directory

INDEX = "edition.index"


def publish_draft(directory: Directory, admin: Admin, note: str, version: int) -> int:
    """Make the draft the next edition; return its number.

    Raises Conflict where the draft is not the one that was looked at, or another edition came in
    between, and Invalid where the draft is not sound.
    """
    with directory.database.writing() as session:
        before = desk_within(directory, session)
        if before.version != version or not before.changes:
            raise Conflict("the draft has changed since you looked at it: look at it again")
        if before.is_behind:
            raise Conflict("another edition was published since the draft was begun")
        number = publish_within(directory, session, admin, before.draft, note)
        Editions(session).drop_draft()
    take_in_edition(directory)
    return number


def take_back(directory: Directory, admin: Admin, number: int, note: str) -> int:
    """Bring an earlier edition into force again, 0 being what ships; return the new number.

    Payers that came since are retired and not forgotten, as listings may name them.
    """
    with directory.database.writing() as session:
        _, now = edition_of(session)
        edition = keeping_payers(edition_numbered(session, number), now)
        if not differences(now, edition, directory.editions.base):
            raise Conflict("this is what is in force already")
        new = publish_within(directory, session, admin, edition, note, brings_back=number)
    take_in_edition(directory)
    return new


def edition_numbered(session: Session, number: int) -> Edition:
    """Return an edition; raise NotFound where there is none of that number."""
    if number == 0:
        return SHIPPED
    found = Editions(session).get(number)
    if found is None:
        raise NotFound("there is no such edition")
    return read_edition(found.document)


def publish_within(
    directory: Directory,
    session: Session,
    admin: Admin,
    edition: Edition,
    note: str,
    brings_back: int | None = None,
) -> int:
    """Add an edition with its entry in the log, and ask for a new index where it needs one."""
    before, now = edition_of(session)
    at, base = directory.clock(), directory.editions.base
    if brings_back is None:
        check(edition, base, directory.today())
    found = differences(now, edition, base)
    number = before + 1
    Editions(session).publish(
        PublishedEdition(number, edition.document(), note, at, admin.account_id, brings_back)
    )
    action = "edition.published" if brings_back is None else "edition.taken_back"
    details = {"changes": [f"{one.kind}: {one.name}" for one in found[:20]], "of": len(found)}
    if brings_back is not None:
        details["brings_back"] = brings_back
    AuditLog(session).append(at, admin, action, f"edition/{number}", details)
    if kinds_of(found) & INDEXED:
        Jobs(session).ask(INDEX, str(number), admin.account_id, at)
    return number
