"""Whose a claim is, and whether an objection stops whoever keeps a listing."""

from sqlmodel import Session

from directory.storage import Claims


def is_claimant(session: Session, account_id: str, claim_id: str) -> bool:
    """Tell whether a claim is an account's own."""
    claim = Claims(session).get(claim_id)
    return claim is not None and claim.account_id == account_id


def is_frozen(session: Session, provider_id: str) -> bool:
    """Tell whether somebody objected to who keeps a listing, and no admin has decided yet."""
    return Claims(session).is_frozen(provider_id)
