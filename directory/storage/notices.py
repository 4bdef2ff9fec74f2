"""What rosters and calls found, until an admin has looked, and looks at what people told."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import cast

from sqlmodel import Session, col, delete, select

from directory.providers.notices import Notice, NoticeKind
from directory.storage.desk_tables import NoticeRow, ReportLookRow


class Notices:
    """The notices, within one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def save(self, notice: Notice) -> None:
        """Insert a notice or replace it as a whole."""
        self._session.merge(NoticeRow(**asdict(notice)))
        self._session.flush()

    def get(self, id: str) -> Notice | None:
        """Return one notice, or None where there is no such id."""
        row = self._session.get(NoticeRow, id)
        return _notice(row) if row else None

    def waiting(self) -> tuple[Notice, ...]:
        """Return what nobody has looked at yet, the oldest first."""
        query = select(NoticeRow).where(col(NoticeRow.closed_at).is_(None))
        return tuple(map(_notice, self._session.exec(query.order_by(col(NoticeRow.at)))))

    def of_listing(self, provider_id: str, limit: int = 50) -> tuple[Notice, ...]:
        """Return the notices about a listing, the newest first."""
        query = select(NoticeRow).where(col(NoticeRow.provider_id) == provider_id)
        rows = self._session.exec(query.order_by(col(NoticeRow.at).desc()).limit(limit))
        return tuple(map(_notice, rows))

    def drop_waiting_of(self, origin: str) -> None:
        """Delete what one source brought and nobody has looked at."""
        self._session.exec(
            delete(NoticeRow).where(
                col(NoticeRow.origin) == origin, col(NoticeRow.closed_at).is_(None)
            )
        )


class ReportLooks:
    """Up to which day an admin has looked at what people told of a listing."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def note(self, provider_id: str, day: date, by: str, note: str) -> None:
        """Note that all that was told up to and including a day was looked at."""
        row = ReportLookRow(provider_id=provider_id, day=day, by=by, note=note)
        self._session.merge(row)
        self._session.flush()

    def days(self) -> Mapping[str, date]:
        """Return the days by listing."""
        rows = self._session.exec(select(ReportLookRow))
        return {row.provider_id: row.day for row in rows}


def _notice(row: NoticeRow) -> Notice:
    return Notice(**row.model_dump() | {"kind": cast(NoticeKind, row.kind)})
