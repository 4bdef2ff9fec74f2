"""Where mail to an account goes."""

from sqlmodel import Session

from directory.storage import Accounts


def address_of(session: Session, account_id: str) -> str | None:
    """Return the address of an account, None where it is gone."""
    account = Accounts(session).get(account_id)
    return account.email if account else None
