"""What opens one step of a claim or a removal, once: a token in a mail, a code in a letter."""

import hashlib
from datetime import datetime
from typing import Literal

from sqlmodel import Session, col, delete, select

from directory.storage.claim_tables import ClaimKeyRow

# `object`: stops whoever keeps the listing. `confirm`: confirms a wish for removal.
Purpose = Literal["token", "code", "object", "confirm"]
MOST_TRIES = 5


class ClaimKeys:
    """The keys, within one session; a key that is used or over opens nothing."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def put(self, key: str, purpose: Purpose, subject: str, expires_at: datetime) -> None:
        """Keep the hash of a key until a time; `subject` is what it opens."""
        row = ClaimKeyRow(
            hash=_hash(purpose, subject if purpose == "code" else "", key),
            subject=subject,
            purpose=purpose,
            expires_at=expires_at,
            tries=0,
        )
        self._session.merge(row)
        self._session.flush()

    def opened_by(self, key: str, purpose: Purpose, now: datetime) -> str | None:
        """Return what a long key opens, None where it opens nothing by now."""
        row = self._session.get(ClaimKeyRow, _hash(purpose, "", key))
        return row.subject if row and row.expires_at > now else None

    def try_code(self, code: str, subject: str, now: datetime) -> bool:
        """Tell whether a short code opens something; every try counts, and after five it is over.

        Commit the session whatever comes of it, so that the count stays.
        """
        query = select(ClaimKeyRow).where(
            col(ClaimKeyRow.subject) == subject, col(ClaimKeyRow.purpose) == "code"
        )
        row = self._session.exec(query).first()
        if row is None or row.expires_at <= now or row.tries >= MOST_TRIES:
            return False
        row.tries += 1
        self._session.add(row)
        return row.hash == _hash("code", subject, code)

    def tries_left(self, subject: str, now: datetime) -> int:
        """Return how often a code may still be tried, 0 where there is none."""
        query = select(ClaimKeyRow).where(
            col(ClaimKeyRow.subject) == subject,
            col(ClaimKeyRow.purpose) == "code",
            col(ClaimKeyRow.expires_at) > now,
        )
        row = self._session.exec(query).first()
        return max(0, MOST_TRIES - row.tries) if row else 0

    def drop(self, subject: str, *purposes: Purpose) -> None:
        """Forget the keys of something that serve some purposes."""
        self._session.exec(
            delete(ClaimKeyRow).where(
                col(ClaimKeyRow.subject) == subject, col(ClaimKeyRow.purpose).in_(purposes)
            )
        )

    def drop_expired(self, now: datetime) -> None:
        """Forget every key whose time is over."""
        self._session.exec(delete(ClaimKeyRow).where(col(ClaimKeyRow.expires_at) <= now))


def _hash(purpose: str, subject: str, key: str) -> str:
    return hashlib.sha256(f"{purpose}\n{subject}\n{key}".encode()).hexdigest()
