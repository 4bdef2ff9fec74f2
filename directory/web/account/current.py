"""Who is signed in: a stand-in until accounts are there."""

from dataclasses import dataclass
from datetime import datetime

from flask import session


@dataclass(frozen=True, slots=True)
class SignedIn:
    """An account that is signed in."""

    id: str
    email: str
    is_admin: bool
    has_second_factor: bool
    verified_at: datetime


def current_account() -> SignedIn | None:
    """Return the account that is signed in, None where nobody is."""
    kept = session.get("stand_in")
    if kept is None:
        return None
    return SignedIn(**kept | {"verified_at": datetime.fromisoformat(kept["verified_at"])})
