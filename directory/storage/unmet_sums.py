"""What was looked for and not found: sums that wait, and sums that may be told."""

from collections.abc import Iterable
from datetime import date
from typing import Any, cast

from sqlalchemy import Date, bindparam, text
from sqlmodel import Session, col, delete, select

from directory.providers.unmet_demand import Found, Subject, UnmetSum, Wish
from directory.storage.demand_tables import UnmetSumRow, UnmetToldRow

# Plain SQL that both SQLite and PostgreSQL know.
_ADD = (
    "INSERT INTO {table} (week, state, subject, code, found, count, since)"
    " VALUES (:week, :state, :subject, :code, :found, :count, :since)"
    " ON CONFLICT (week, state, subject, code, found) DO UPDATE"
    " SET count = {table}.count + excluded.count,"
    " since = CASE WHEN excluded.since < {table}.since THEN excluded.since ELSE {table}.since END"
)
_DAYS = (bindparam("week", type_=Date), bindparam("since", type_=Date))
_ADD_COUNTED = text(_ADD.format(table="unmet_sum")).bindparams(*_DAYS)
_ADD_TOLD = text(_ADD.format(table="unmet_told")).bindparams(*_DAYS)


class UnmetSums:
    """The sums, within one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, sums: Iterable[UnmetSum]) -> None:
        """Add to what is counted."""
        if rows := [_row(one) for one in sums]:
            self._session.execute(_ADD_COUNTED, rows)

    def tell(self, sums: Iterable[UnmetSum]) -> None:
        """Add to what may be told."""
        if rows := [_row(one) for one in sums]:
            self._session.execute(_ADD_TOLD, rows)

    def is_any_before(self, week: date) -> bool:
        """Tell whether anything was counted in the weeks before one."""
        query = select(UnmetSumRow.state).where(col(UnmetSumRow.week) < week).limit(1)
        return self._session.exec(query).first() is not None

    def take_before(self, week: date) -> tuple[UnmetSum, ...]:
        """Return what was counted in the weeks before one, and keep it no longer."""
        rows = self._session.exec(select(UnmetSumRow).where(col(UnmetSumRow.week) < week)).all()
        taken = tuple(map(_sum, rows))
        self._session.exec(delete(UnmetSumRow).where(col(UnmetSumRow.week) < week))
        return taken

    def told_since(self, week: date) -> tuple[UnmetSum, ...]:
        """Return what may be told from a week on, the oldest first."""
        query = select(UnmetToldRow).where(col(UnmetToldRow.week) >= week)
        return tuple(sorted(map(_sum, self._session.exec(query))))

    def forget_before(self, oldest: date) -> None:
        """Delete what was told before a week, and what has waited since before it."""
        self._session.exec(delete(UnmetToldRow).where(col(UnmetToldRow.week) < oldest))
        self._session.exec(delete(UnmetSumRow).where(col(UnmetSumRow.since) < oldest))


def _row(one: UnmetSum) -> dict[str, Any]:
    return {
        "week": one.week,
        "state": one.wish.state,
        "subject": one.wish.subject,
        "code": one.wish.code,
        "found": one.found,
        "count": one.count,
        "since": one.since,
    }


def _sum(row: UnmetSumRow | UnmetToldRow) -> UnmetSum:
    wish = Wish(row.state, cast(Subject, row.subject), row.code)
    return UnmetSum(row.week, wish, cast(Found, row.found), row.count, row.since)
