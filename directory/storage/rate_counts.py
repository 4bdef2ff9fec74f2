"""The counts of the rate limits, in one table that all processes share."""

import hashlib
from collections.abc import Callable
from datetime import datetime, timedelta

import structlog
from limits.storage import Storage
from sqlalchemy import Integer, bindparam, text
from sqlmodel import Session, col, delete, func, select

from directory.errors import Unusable
from directory.storage.database import Database
from directory.storage.tables import RateCountRow, UtcDateTime

# Plain SQL that both SQLite and PostgreSQL know: one statement, so no two requests count as one.
_ADD = (
    text(
        "INSERT INTO rate_count (key, hits, expires_at) VALUES (:key, :amount, :end)"
        " ON CONFLICT (key) DO UPDATE SET hits = rate_count.hits + excluded.hits RETURNING hits"
    )
    .bindparams(bindparam("end", type_=UtcDateTime))
    .columns(hits=Integer)
)

_log = structlog.get_logger()


class RateCounts(Storage):
    """Counts that begin with the first request of a window and are deleted when it is over.

    While the database is in trouble nothing is counted: nobody is kept from help for a count.
    """

    STORAGE_SCHEME = ["directory"]  # noqa: RUF012  (the library's own way to name a storage)

    def __init__(self, _uri: str, *, database: Database, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self._database = database
        self._clock = clock

    @property
    def base_exceptions(self) -> type[Exception]:
        """What the library takes for trouble of the storage."""
        return Unusable

    def incr(self, key: str, expiry: int, amount: int = 1) -> int:
        """Add to a count whose window lasts `expiry` seconds; return how many there are by now."""
        now = self._clock()
        values = {"key": _hidden(key), "amount": amount, "end": now + timedelta(seconds=expiry)}
        try:
            with self._database.writing() as session:
                delete_expired_counts(session, now)
                return int(session.execute(_ADD, values).scalar_one())
        except Unusable:
            _log.warning("rate_not_counted")
            return 0

    def get(self, key: str) -> int:
        """Return a count, 0 where there is none."""
        row = self._row(key)
        return row.hits if row else 0

    def get_expiry(self, key: str) -> float:
        """Return when the window of a count is over, in seconds since 1970."""
        row = self._row(key)
        return (row.expires_at if row else self._clock()).timestamp()

    def check(self) -> bool:
        """Tell whether the counts can be read."""
        try:
            self.get("")
        except Unusable:
            return False
        return True

    def reset(self) -> int:
        """Forget all counts; return how many there were."""
        with self._database.writing() as session:
            count = session.exec(select(func.count()).select_from(RateCountRow)).one()
            session.exec(delete(RateCountRow))
        return count

    def clear(self, key: str) -> None:
        """Forget one count."""
        with self._database.writing() as session:
            session.exec(delete(RateCountRow).where(col(RateCountRow.key) == _hidden(key)))

    def _row(self, key: str) -> RateCountRow | None:
        with self._database.reading() as session:
            row = session.get(RateCountRow, _hidden(key))
        return row if row and row.expires_at > self._clock() else None


def _hidden(key: str) -> str:
    """Return a hash of a key, which holds a secret of its own: a row names no route either."""
    return hashlib.sha256(key.encode()).hexdigest()[:32]


def delete_expired_counts(session: Session, now: datetime) -> None:
    """Forget the counts whose window is over."""
    session.exec(delete(RateCountRow).where(col(RateCountRow.expires_at) <= now))
