"""Deleting an account: its listings stay as they are, and nobody is named where it was."""

from sqlmodel import Session

from directory.errors import Conflict, NotFound
from directory.storage import Accounts, Changes, Keepers, Practices, StoredAccount
from directory.workflows.account_letters import AccountLetters
from directory.workflows.leave_practice import stop_managing
from directory.workflows.post_mail import drop_mails_to, post
from directory.workflows.practices import PracticeDesk


def delete_account(desk: PracticeDesk, account_id: str) -> None:
    """Delete an account with all that belongs to it, and send its owner a last mail.

    Raises Conflict where it is the only admin's.
    """
    with desk.directory.database.reading() as session:
        account = _deletable(session, account_id)
        practices = Practices(session).managed_by(account_id)
    for practice in practices:
        stop_managing(desk, practice.id, account_id)
    with desk.directory.database.writing() as session:
        account = _deletable(session, account_id)
        _let_go_of_listings(session, account)
        drop_mails_to(session, account.email)
        Accounts(session).delete(account_id)
        letters = AccountLetters(desk.site_name, desk.site_url)
        post(session, letters.account_deleted(account.email), desk.directory.clock())


def is_only_admin(session: Session, account: StoredAccount) -> bool:
    """Tell whether nobody would run the site without this account."""
    return account.is_admin and Accounts(session).count_admins() == 1


def _deletable(session: Session, account_id: str) -> StoredAccount:
    account = Accounts(session).get(account_id)
    if account is None:
        raise NotFound("there is no such account")
    if is_only_admin(session, account):
        raise Conflict("the only admin cannot go: make another one first")
    return account


def _let_go_of_listings(session: Session, account: StoredAccount) -> None:
    keepers, changes = Keepers(session), Changes(session)
    for provider_id in keepers.of_account(account.id):
        keepers.remove(provider_id, account.id)
        changes.forget_address(provider_id, account.email)
