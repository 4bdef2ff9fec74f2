"""The list of all editions."""

from sqlmodel import Session

from directory.sentences import ENGLISH
from directory.storage import Editions, PublishedEdition
from directory.web.admin.naming import account_name
from directory.web.admin.words.pages import EditionLine

SHIPPED = "What ships with the program"


def edition_lines(session: Session) -> tuple[EditionLine, ...]:
    """Return every edition, the newest first, and what ships at the end."""
    found = Editions(session).newest()
    lines = [_line(session, one, is_first=one is found[0]) for one in found]
    return (*lines, EditionLine(0, SHIPPED, "", "", "", is_in_force=not found))


def _line(session: Session, one: PublishedEdition, is_first: bool) -> EditionLine:
    again = "" if one.brings_back is None else f" (edition {one.brings_back} again)"
    return EditionLine(
        number=one.number,
        title=f"Edition {one.number}{again}",
        day=ENGLISH.day(one.published_at.date()),
        by=account_name(session, one.published_by),
        note=one.note,
        is_in_force=is_first,
    )
