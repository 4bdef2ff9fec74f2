"""What people did with listings: sums of a week, a listing and a kind, nothing of any person."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import Date, bindparam, text
from sqlmodel import Session, col, delete, select

from directory.providers.view_counts import WeekCount
from directory.storage.view_tables import ViewCountRow

# Plain SQL that both SQLite and PostgreSQL know.
_ADD = text(
    "INSERT INTO view_count (week, provider_id, kind, count)"
    " VALUES (:week, :provider_id, :kind, :count)"
    " ON CONFLICT (week, provider_id, kind) DO UPDATE SET count = view_count.count + excluded.count"
).bindparams(bindparam("week", type_=Date))


class ViewCounts:
    """The sums of the listings, within one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, counts: Iterable[tuple[str, WeekCount]]) -> None:
        """Add to the sums of some listings, each named by its id."""
        rows = [
            {"week": one.week, "provider_id": id, "kind": one.kind, "count": one.count}
            for id, one in counts
        ]
        if rows:
            self._session.execute(_ADD, rows)

    def of_listing(self, provider_id: str, since: date) -> tuple[WeekCount, ...]:
        """Return the sums of one listing from a week on."""
        query = select(ViewCountRow).where(
            col(ViewCountRow.provider_id) == provider_id, col(ViewCountRow.week) >= since
        )
        query = query.order_by(col(ViewCountRow.week), col(ViewCountRow.kind))
        return tuple(WeekCount(row.week, row.kind, row.count) for row in self._session.exec(query))

    def forget_before(self, oldest: date) -> None:
        """Delete the sums of the weeks before one."""
        self._session.exec(delete(ViewCountRow).where(col(ViewCountRow.week) < oldest))
