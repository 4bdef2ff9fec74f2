"""How much each listing was shown on which day: sums over all requests, and nothing of any."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import BigInteger, Date, bindparam, text
from sqlmodel import Session, col, delete, func, select

from directory.storage.tables import ExposureDayRow, ExposureRow

_MILLIONTHS = 1_000_000
# Plain SQL that both SQLite and PostgreSQL know.
_ADD = text(
    "INSERT INTO exposure (day, provider_id, millionths) VALUES (:day, :provider_id, :millionths)"
    " ON CONFLICT (day, provider_id)"
    " DO UPDATE SET millionths = exposure.millionths + excluded.millionths"
).bindparams(bindparam("day", type_=Date), bindparam("millionths", type_=BigInteger))


class Exposures:
    """The sums of each day, within one session.

    A day that has begun keeps the sums of the days before it from changing, so that everybody who
    reads them on that day reads the same.
    """

    def __init__(self, session: Session) -> None:
        self._session = session

    def day(self) -> date | None:
        """Return the day that began last, None where none has."""
        return self._session.exec(select(func.max(ExposureDayRow.day))).one()

    def begin_day(self, today: date, oldest: date) -> None:
        """Begin a day, and forget the days before the oldest."""
        self._session.exec(delete(ExposureDayRow).where(col(ExposureDayRow.day) < today))
        self._session.merge(ExposureDayRow(day=today))
        self._session.exec(delete(ExposureRow).where(col(ExposureRow.day) < oldest))

    def add(self, shown: Mapping[date, Mapping[str, float]]) -> None:
        """Add what was shown on some days; what comes late counts for the day that began last."""
        began = self.day()
        for day, sums in shown.items():
            counted = day if began is None else max(day, began)
            rows = [
                {"day": counted, "provider_id": id, "millionths": round(much * _MILLIONTHS)}
                for id, much in sorted(sums.items())
            ]
            self._session.execute(_ADD, rows)

    def between(self, first: date, end: date) -> dict[str, float]:
        """Return how much each listing was shown from the first day until before the end."""
        query = (
            select(ExposureRow.provider_id, func.sum(ExposureRow.millionths))
            .where(col(ExposureRow.day) >= first, col(ExposureRow.day) < end)
            .group_by(col(ExposureRow.provider_id))
        )
        return {id: int(millionths) / _MILLIONTHS for id, millionths in self._session.exec(query)}
