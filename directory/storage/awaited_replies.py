"""Replies that are awaited: bytes that only the link in a provider's mail opens."""

from datetime import datetime

from sqlmodel import Session, col, delete

from directory.storage.tables import AwaitedReplyRow


class AwaitedReplies:
    """The sealed bytes of messages that were passed on, within one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def put(self, id: str, blob: bytes, expires_at: datetime) -> None:
        """Keep bytes until a time."""
        self._session.add(AwaitedReplyRow(id=id, blob=blob, expires_at=expires_at))

    def get(self, id: str, now: datetime) -> bytes | None:
        """Return the bytes of an id, or None where there are none or their time is over."""
        row = self._session.get(AwaitedReplyRow, id)
        return row.blob if row and row.expires_at > now else None

    def delete(self, id: str) -> None:
        """Forget the bytes of an id."""
        self._session.exec(delete(AwaitedReplyRow).where(col(AwaitedReplyRow.id) == id))

    def delete_expired(self, now: datetime) -> None:
        """Forget everything whose time is over."""
        self._session.exec(delete(AwaitedReplyRow).where(col(AwaitedReplyRow.expires_at) <= now))
