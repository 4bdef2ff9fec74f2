"""The account of whoever asks for a page of their own account."""

from directory.errors import NotFound
from directory.storage import Accounts, StoredAccount
from directory.web.access import current_directory
from directory.web.account.sessions.cookie import open_now
from directory.workflows.accounts.change_factors import Owner


def own_account() -> StoredAccount:
    """Return the account that asks; the gate lets nobody else come here."""
    opened = open_now()
    with current_directory().database.reading() as database:
        found = Accounts(database).get(opened.account_id) if opened else None
    if found is None:
        raise NotFound("there is no such page")
    return found


def owner() -> Owner:
    """Return who changes their account, and in which session."""
    opened = open_now()
    if opened is None:
        raise NotFound("there is no such page")
    return Owner(opened.account_id, opened.id)
