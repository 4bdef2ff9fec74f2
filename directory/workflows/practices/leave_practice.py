"""Leaving a practice, as a listing or as a manager: rights end at once."""

from sqlmodel import Session

from directory.errors import NotFound
from directory.providers.history import Author
from directory.storage import Keepers, Practices
from directory.workflows.practices.practices import PracticeDesk


def leave_practice(desk: PracticeDesk, provider_id: str, author: Author) -> None:
    """Let a listing leave its practice, and tell the side that did not decide it.

    A listing that is in no practice is none the worse for it.
    """
    with desk.directory.database.writing() as session:
        leave_within(desk, session, provider_id, author)


def leave_within(desk: PracticeDesk, session: Session, provider_id: str, author: Author) -> None:
    """Let a listing leave its practice, within a transaction of the caller."""
    practices = Practices(session)
    practice = practices.of_listing(provider_id)
    listing = desk.let_go(session, provider_id, author) if practice else None
    if practice is None or listing is None:
        return
    name = listing.name
    if author.kind == "provider":
        managers = practices.managers(practice.id)
        desk.tell(session, practice, managers, lambda one, to: one.listing_left(to, name))
    else:
        keepers = Keepers(session).of_listing(provider_id)
        desk.tell(
            session, practice, keepers, lambda one, to: one.listing_removed(to, name, provider_id)
        )


def stop_managing(desk: PracticeDesk, practice_id: str, account_id: str) -> bool:
    """Let an account manage a practice no longer; return whether that closed the practice.

    When the last manager leaves, every listing goes on by itself.
    """
    with desk.directory.database.writing() as session:
        practices = Practices(session)
        if not practices.manages(account_id, practice_id):
            raise NotFound("there is no such practice")
        practices.remove_manager(practice_id, account_id)
        if practices.managers(practice_id):
            return False
        for provider_id in practices.listings(practice_id):
            leave_within(desk, session, provider_id, Author("practice", account_id))
        practices.remove(practice_id)
    return True
