"""Changing the address of an account: the new one confirms it, the old one can take it back."""

import secrets
from datetime import timedelta

from sqlmodel import Session

from directory.errors import Conflict
from directory.storage import (
    Accounts,
    AccountSessions,
    AddressChange,
    AddressChanges,
    StoredAccount,
)
from directory.storage.tokens import hash_of_token
from directory.workflows.accounts.account_letters import AccountLetters
from directory.workflows.messages.post_mail import post
from directory.workflows.opening import Directory

CONFIRM_WITHIN = timedelta(days=1)
STOP_WITHIN = timedelta(days=7)
_AT_ONE_SITTING = timedelta(days=1)


def ask_to_change_address(
    directory: Directory, account: StoredAccount, email: str, letters: AccountLetters
) -> None:
    """Mail a link to the new address, and to the old one the way to stop it.

    Where another account has the new address, its owner is told so, and nobody else.
    """
    confirm, stop = secrets.token_urlsafe(32), secrets.token_urlsafe(32)
    now = directory.clock()
    with directory.database.writing() as session:
        changes = AddressChanges(session)
        changes.add(
            account.id, account.email, email, now, hash_of_token(confirm), hash_of_token(stop)
        )
        link = letters.confirm_new_address(email, confirm)
        taken = letters.address_is_taken(email)
        post(session, taken if _owner(session, email) else link, now)
        post(session, letters.address_changes(account.email, stop), now)


def waiting_address(directory: Directory, account_id: str) -> str | None:
    """Return the address that an account waits to have confirmed, None where there is none."""
    with directory.database.reading() as session:
        since = directory.clock() - CONFIRM_WITHIN
        change = AddressChanges(session).waiting(account_id, since)
    return change.new_email if change else None


def change_to_confirm(directory: Directory, token: str) -> AddressChange | None:
    """Return the change that a link to a new address confirms, None where it is over."""
    with directory.database.reading() as session:
        return _to_confirm(session, directory, token)


def confirm_new_address(directory: Directory, token: str) -> bool:
    """Give an account its new address, and sign everybody out; tell whether the link was good."""
    with directory.database.writing() as session:
        change = _to_confirm(session, directory, token)
        if change is None or _owner(session, change.new_email):
            return False
        _move(session, change.account_id, change.new_email)
        AddressChanges(session).note_done(change.id)
    return True


def change_to_stop(directory: Directory, token: str) -> AddressChange | None:
    """Return the change that a link to an old address takes back, None where it is over."""
    with directory.database.reading() as session:
        return _to_stop(session, directory, token)


def stop_address_change(directory: Directory, token: str) -> bool:
    """Give an account its old address back; tell whether the link was good.

    Whoever asked for the change knew the password. So that is void, everybody is signed out, and
    passkeys that were added around then or since go: one alone would let them in again.
    Raises Conflict where another account has the old address by now.
    """
    with directory.database.writing() as session:
        change = _to_stop(session, directory, token)
        if change is None:
            return False
        owner = _owner(session, change.old_email)
        if owner and owner.id != change.account_id:
            raise Conflict("another account has this address by now")
        _move(session, change.account_id, change.old_email)
        Accounts(session).change(change.account_id, {"password": None})
        _drop_new_passkeys(session, change)
        AddressChanges(session).take_back(change)
    return True


def _move(session: Session, account_id: str, email: str) -> None:
    """Write an address; what was mailed to the one before opens nothing any more."""
    accounts = Accounts(session)
    begun = accounts.find("email", email)
    if begun and begun.id != account_id:  # nobody confirmed it
        accounts.delete(begun.id)
    accounts.change(account_id, {"email": email, "fs_uniquifier": secrets.token_hex(16)})
    AccountSessions(session).end_all(account_id)


def _drop_new_passkeys(session: Session, change: AddressChange) -> None:
    accounts = Accounts(session)
    account = accounts.get(change.account_id)
    for passkey in account.passkeys if account else ():
        if passkey.created_at > change.asked_at - _AT_ONE_SITTING:
            accounts.delete_passkey(passkey.id)


def _to_confirm(session: Session, directory: Directory, token: str) -> AddressChange | None:
    since = directory.clock() - CONFIRM_WITHIN
    change = AddressChanges(session).find("confirm_hash", hash_of_token(token), since)
    return change if change and not change.is_done else None


def _to_stop(session: Session, directory: Directory, token: str) -> AddressChange | None:
    since = directory.clock() - STOP_WITHIN
    return AddressChanges(session).find("stop_hash", hash_of_token(token), since)


def _owner(session: Session, email: str) -> StoredAccount | None:
    """Return whose confirmed address it is."""
    found = Accounts(session).find("email", email)
    return found if found and found.confirmed_at else None
