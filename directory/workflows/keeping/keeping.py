"""Who may do what to which thing: asked of the database on every request, and never remembered."""

from sqlmodel import Session

from directory.storage import Accounts, Changes, Keepers, PracticeInvitations, Practices
from directory.workflows.claims.claim_rights import is_frozen


def may_keep(session: Session, account_id: str, provider_id: str) -> bool:
    """Tell whether an account may edit a listing.

    It may where it keeps the listing, or manages the practice that the listing joined; nobody may
    while somebody's objection waits for an admin.
    """
    return keeps(session, account_id, provider_id) or _manages_it(session, account_id, provider_id)


def keeps(session: Session, account_id: str, provider_id: str) -> bool:
    """Tell whether an account itself keeps a listing, and no objection stops it."""
    if is_frozen(session, provider_id):
        return False
    return Keepers(session).keeps(account_id, provider_id)


def manages(session: Session, account_id: str, practice_id: str) -> bool:
    """Tell whether an account manages a practice."""
    return Practices(session).manages(account_id, practice_id)


def owns_passkey(session: Session, account_id: str, passkey_id: str) -> bool:
    """Tell whether a passkey is one of an account."""
    account = Accounts(session).get(account_id)
    return account is not None and any(one.id == passkey_id for one in account.passkeys)


def joined(session: Session, practice_id: str, provider_id: str) -> bool:
    """Tell whether a listing is in a practice."""
    practice = Practices(session).of_listing(provider_id)
    return practice is not None and practice.id == practice_id


def is_invitation_of(session: Session, practice_id: str, invitation_id: str) -> bool:
    """Tell whether an invitation is one into a practice."""
    return PracticeInvitations(session).is_of(practice_id, invitation_id)


def is_change_of(session: Session, provider_id: str, change_id: str) -> bool:
    """Tell whether a change in the history is one of a listing."""
    change = Changes(session).get(int(change_id)) if change_id.isdecimal() else None
    return change is not None and change.provider_id == provider_id


def _manages_it(session: Session, account_id: str, provider_id: str) -> bool:
    if is_frozen(session, provider_id):
        return False
    practice = Practices(session).of_listing(provider_id)
    return practice is not None and manages(session, account_id, practice.id)
