"""Visits that are kept sealed: bytes that the server itself cannot read."""

from datetime import datetime

from sqlmodel import Session, col, delete

from directory.storage.tables import SealedRow


class SealedVisits:
    """The sealed bytes of visitors, within one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def put(self, id: str, blob: bytes, expires_at: datetime) -> None:
        """Keep bytes until a time, in place of what was kept under this id."""
        self._session.merge(SealedRow(id=id, blob=blob, expires_at=expires_at))

    def get(self, id: str, now: datetime) -> bytes | None:
        """Return the bytes of an id, or None where there are none or their time is over."""
        row = self._session.get(SealedRow, id)
        return row.blob if row and row.expires_at > now else None

    def delete(self, id: str) -> None:
        """Forget the bytes of an id."""
        self._session.exec(delete(SealedRow).where(col(SealedRow.id) == id))

    def delete_expired(self, now: datetime) -> None:
        """Forget everything whose time is over."""
        self._session.exec(delete(SealedRow).where(col(SealedRow.expires_at) <= now))
