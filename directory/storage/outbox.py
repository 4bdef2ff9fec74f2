"""The outbox: mails that wait to be sent, as bytes that only this site can read."""

from dataclasses import dataclass, field
from datetime import datetime

from sqlmodel import Session, col, delete, select

from directory.storage.outbox_tables import OutboxRow


@dataclass(frozen=True, slots=True)
class Waiting:
    """A mail that waits; `tries` counts the ones that were begun, this one as well."""

    id: int
    blob: bytes = field(repr=False)
    tries: int


class Outbox:
    """The mails that wait, within one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, blob: bytes, at: datetime) -> None:
        """Put a mail in, to be sent at once."""
        self._session.add(OutboxRow(blob=blob, posted_at=at, due_at=at))
        self._session.flush()

    def is_due(self, now: datetime) -> bool:
        """Tell whether there is a mail to send by now."""
        query = select(OutboxRow.id).where(col(OutboxRow.due_at) <= now).limit(1)
        return self._session.exec(query).first() is not None

    def take(self, now: datetime, until: datetime, most: int) -> tuple[Waiting, ...]:
        """Return the mails that are due, and let nobody else take them before `until`."""
        query = select(OutboxRow).where(col(OutboxRow.due_at) <= now)
        rows = self._session.exec(query.order_by(col(OutboxRow.id)).limit(most)).all()
        for row in rows:
            row.due_at, row.tries = until, row.tries + 1
        return tuple(Waiting(row.id or 0, row.blob, row.tries) for row in rows)

    def all(self) -> tuple[Waiting, ...]:
        """Return every mail that waits, the oldest first."""
        rows = self._session.exec(select(OutboxRow).order_by(col(OutboxRow.id)))
        return tuple(Waiting(row.id or 0, row.blob, row.tries) for row in rows)

    def postpone(self, id: int, until: datetime) -> None:
        """Try a mail again at a time."""
        row = self._session.get(OutboxRow, id)
        if row:
            row.due_at = until

    def delete(self, id: int) -> None:
        """Forget a mail."""
        self._session.exec(delete(OutboxRow).where(col(OutboxRow.id) == id))

    def delete_posted_before(self, time: datetime) -> int:
        """Forget the mails that have waited since before a time; return how many there were."""
        gone = self._session.exec(delete(OutboxRow).where(col(OutboxRow.posted_at) < time))
        return int(gone.rowcount)
