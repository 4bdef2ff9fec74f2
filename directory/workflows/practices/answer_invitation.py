"""Answering an invitation into a practice: with a listing, as a manager, or not at all."""

from dataclasses import dataclass

from sqlmodel import Session

from directory.errors import NotFound
from directory.providers import Provider
from directory.providers.history import Author
from directory.storage import (
    Keepers,
    PracticeInvitation,
    PracticeInvitations,
    Practices,
    Providers,
    StoredPractice,
)
from directory.storage.tokens import hash_of_token
from directory.workflows.opening import Directory
from directory.workflows.practices.leave_practice import leave_within
from directory.workflows.practices.practices import PracticeDesk, addresses


@dataclass(frozen=True, slots=True)
class OpenInvitation:
    """An invitation that can be answered.

    `managers` are their mail addresses; `listings` those of the account that could join.
    """

    invitation: PracticeInvitation
    practice: StoredPractice
    managers: tuple[str, ...]
    listings: tuple[Provider, ...]


def open_invitation(directory: Directory, token: str, account_id: str) -> OpenInvitation | None:
    """Return what a link in a mail leads an account to, None where it leads to nothing by now."""
    with directory.database.reading() as session:
        return _opened(directory, session, token, account_id)


def join_practice(desk: PracticeDesk, token: str, account_id: str, provider_id: str) -> Provider:
    """Let a listing join the practice that invited it, which uses the invitation up.

    Raises NotFound where the account does not keep the listing, or the invitation is not for it.
    """
    directory = desk.directory
    with directory.database.writing() as session:
        opened = _opened(directory, session, token, account_id)
        listing = next((one for one in _joining(opened) if one.id == provider_id), None)
        if opened is None or listing is None:
            raise NotFound("there is no such invitation")
        practice, keepers = opened.practice, Keepers(session).of_listing(listing.id)
        PracticeInvitations(session).remove(opened.invitation.id)
        author = Author("provider", account_id)
        leave_within(desk, session, listing.id, author)
        desk.take_in(session, practice, listing.id, author)
        managers, name = Practices(session).managers(practice.id), listing.name
        desk.tell(
            session, practice, managers, lambda one, to: one.listing_joined(to, name, provider_id)
        )
        desk.tell(session, practice, keepers, lambda one, to: one.you_joined(to, name, provider_id))
    return listing


def become_manager(desk: PracticeDesk, token: str, account_id: str) -> StoredPractice:
    """Let an account manage the practice that invited it, and tell those who do so already."""
    directory = desk.directory
    with directory.database.writing() as session:
        opened = _opened(directory, session, token, account_id)
        if opened is None or opened.invitation.kind != "manager":
            raise NotFound("there is no such invitation")
        practice, practices = opened.practice, Practices(session)
        managers = tuple(one for one in practices.managers(practice.id) if one != account_id)
        PracticeInvitations(session).remove(opened.invitation.id)
        practices.add_manager(practice.id, account_id, directory.clock())
        newcomer = "".join(addresses(session, (account_id,)))
        desk.tell(session, practice, managers, lambda one, to: one.manager_joined(to, newcomer))
    return practice


def decline_invitation(directory: Directory, token: str) -> None:
    """Use an invitation up without joining anything."""
    with directory.database.writing() as session:
        PracticeInvitations(session).remove(hash_of_token(token))


def _joining(opened: OpenInvitation | None) -> tuple[Provider, ...]:
    return opened.listings if opened and opened.invitation.kind == "listing" else ()


def _opened(
    directory: Directory, session: Session, token: str, account_id: str
) -> OpenInvitation | None:
    found = PracticeInvitations(session).get(hash_of_token(token), directory.clock())
    practice = Practices(session).get(found.practice_id) if found else None
    if found is None or practice is None:
        return None
    kept = Keepers(session).of_account(account_id)
    wanted = [id for id in kept if found.provider_id in {None, id}]
    if found.provider_id and not wanted:
        return None  # it went to somebody else
    managers = addresses(session, Practices(session).managers(practice.id))
    return OpenInvitation(found, practice, managers, tuple(Providers(session).get_many(wanted)))
