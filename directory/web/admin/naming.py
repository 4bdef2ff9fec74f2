"""What accounts and listings are called on the pages of admins, when they are gone as well."""

from sqlmodel import Session

from directory.workflows.accounts.account_addresses import address_of

GONE_LISTING = "A listing that is gone"
GONE_ACCOUNT = "an account that is gone"


def account_name(session: Session, account_id: str | None) -> str:
    """Return the address of an account, by which its owner is known to other admins."""
    return (address_of(session, account_id) if account_id else None) or GONE_ACCOUNT
