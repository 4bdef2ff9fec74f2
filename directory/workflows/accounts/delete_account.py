"""Deleting an account: public listings stay as they are, and nobody is named where it was."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from directory.errors import Conflict, NotFound
from directory.providers import Provider
from directory.providers.claims import State
from directory.roles import Admin
from directory.storage import (
    Accounts,
    AdminSteps,
    CallSamples,
    Changes,
    Claims,
    Corrections,
    Drafts,
    Keepers,
    Merges,
    Practices,
    Providers,
    Reminders,
    RoleInvitations,
    StoredAccount,
)
from directory.workflows.accounts.account_letters import AccountLetters
from directory.workflows.messages.post_mail import drop_mails_to, post
from directory.workflows.opening import Directory
from directory.workflows.practices.leave_practice import stop_managing
from directory.workflows.practices.practices import PracticeDesk
from directory.workflows.removals.decide_removal import forget_listing
from directory.workflows.roles.change_role import note_role

_ONLY_ADMIN = (
    "You are the only admin of this site, so it needs your account. Make another admin first."
)
_DISPUTED = (
    "Somebody says that a listing of yours is theirs. Please wait until the people who run the"
    " site have decided."
)
_YOUNG = "Your claim of a listing is less than seven days old, and others may still object to it."
_BY_CLAIM: Mapping[State, str] = {"frozen": _DISPUTED, "approved": _YOUNG}


@dataclass(frozen=True, slots=True)
class Leaving:
    """What becomes of things when an account goes, or why it cannot go yet."""

    hindrance: str | None
    staying: tuple[Provider, ...]
    going: tuple[Provider, ...]
    closing: tuple[str, ...]


def leaving(session: Session, account_id: str, now: datetime) -> Leaving:
    """Return what would become of what an account keeps; raise NotFound where there is none.

    A listing that nobody else keeps, and that patients never saw, goes with the account.
    """
    account, keepers, practices = (
        _account(session, account_id),
        Keepers(session),
        Practices(session),
    )
    listings = Providers(session).get_many(keepers.of_account(account_id))
    going = [one for one in listings if _goes(session, one, account_id)]
    return Leaving(
        hindrance=_hindrance(session, account, now),
        staying=tuple(one for one in listings if one not in going),
        going=tuple(going),
        closing=tuple(
            one.name
            for one in practices.managed_by(account_id)
            if len(practices.managers(one.id)) == 1
        ),
    )


def delete_account(desk: PracticeDesk, account_id: str) -> None:
    """Delete an account with all that belongs to it, and send its owner a last mail.

    Raises Conflict where it cannot go yet.
    """
    now = desk.directory.clock()
    with desk.directory.database.reading() as session:
        _plan(session, account_id, now)
        practices = Practices(session).managed_by(account_id)
    for practice in practices:
        stop_managing(desk, practice.id, account_id)
    with desk.directory.database.writing() as session:
        plan, account = _plan(session, account_id, now), _account(session, account_id)
        for listing in plan.going:
            forget_listing(session, listing.id)
        _let_go_of_listings(session, account)
        _forget_in_merges(session, account)
        _give_role_up(session, desk.directory, account)
        Claims(session).forget_account(account_id)
        Corrections(session).forget_account(account_id)
        Reminders(session).forget_account(account_id)
        CallSamples(session).forget_account(account_id)
        drop_mails_to(session, account.email)
        Accounts(session).delete(account_id)
        letters = AccountLetters(desk.directory)
        post(session, letters.account_deleted(account.email), now)


def _plan(session: Session, account_id: str, now: datetime) -> Leaving:
    plan = leaving(session, account_id, now)
    if plan.hindrance:
        raise Conflict(plan.hindrance)
    return plan


def _account(session: Session, account_id: str) -> StoredAccount:
    account = Accounts(session).get(account_id)
    if account is None:
        raise NotFound("there is no such account")
    return account


def _hindrance(session: Session, account: StoredAccount, now: datetime) -> str | None:
    if account.role == "owner" and Accounts(session).count_owners() == 1:
        return _ONLY_ADMIN
    # What a claim knows of the listing before is what an objection can bring back.
    states = [claim.at(now).state for claim in Claims(session).of_account(account.id)]
    return next((_BY_CLAIM[state] for state in states if state in _BY_CLAIM), None)


def _goes(session: Session, listing: Provider, account_id: str) -> bool:
    was_seen = (
        listing.published or not listing.claimed or Changes(session).was_published(listing.id)
    )
    return not was_seen and Keepers(session).of_listing(listing.id) == (account_id,)


def _let_go_of_listings(session: Session, account: StoredAccount) -> None:
    """Let somebody keep nothing any longer; what only they had begun to write goes."""
    keepers, changes = Keepers(session), Changes(session)
    for provider_id in keepers.of_account(account.id):
        keepers.remove(provider_id, account.id)
        changes.forget_address(provider_id, account.email)
        if not keepers.is_kept(provider_id):
            Drafts(session).remove(provider_id)


def _forget_in_merges(session: Session, account: StoredAccount) -> None:
    """Leave somebody out of the listings that were merged into those that they kept."""
    for provider_id in Merges(session).forget_account(account.id, account.email):
        Changes(session).forget_address(provider_id, account.email)


def _give_role_up(session: Session, directory: Directory, account: StoredAccount) -> None:
    """Tell the log and the owners of a role that ends, and forget what waited for the person."""
    if account.role:
        note_role(session, directory, account, None, Admin(account.id, account.role))
    RoleInvitations(session).remove_of(account.email)
    AdminSteps(session).forget_account(account.id)
