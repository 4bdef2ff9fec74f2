"""The figures of every week: how many listings, how fresh, how calls went."""

from collections.abc import Iterable
from datetime import date

from sqlmodel import Session, col, delete, func, select

from directory.accuracy.figures import WeeklyFigure
from directory.storage.call_tables import WeeklyFigureRow


class WeeklyFigures:
    """The figures, within one session; their names are told at `WeeklyFigure`."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def put(self, figures: Iterable[WeeklyFigure]) -> None:
        """Store figures; those of the same week and name are replaced."""
        for one in figures:
            self._session.merge(
                WeeklyFigureRow(week=one.week, name=one.name, count=one.count, whole=one.whole)
            )

    def newest_week(self) -> date | None:
        """Return the Monday of the last week of which there are figures."""
        return self._session.exec(select(func.max(WeeklyFigureRow.week))).one()

    def of_week(self, week: date) -> tuple[WeeklyFigure, ...]:
        """Return every figure of a week, by name."""
        query = select(WeeklyFigureRow).where(col(WeeklyFigureRow.week) == week)
        rows = self._session.exec(query.order_by(col(WeeklyFigureRow.name)))
        return tuple(WeeklyFigure(**row.model_dump()) for row in rows)

    def series(self, name: str, since: date) -> tuple[WeeklyFigure, ...]:
        """Return one figure week by week from a week on, the oldest first.

        A week in which no worker ran has none.
        """
        query = select(WeeklyFigureRow).where(
            col(WeeklyFigureRow.name) == name, col(WeeklyFigureRow.week) >= since
        )
        rows = self._session.exec(query.order_by(col(WeeklyFigureRow.week)))
        return tuple(WeeklyFigure(**row.model_dump()) for row in rows)

    def forget_before(self, week: date) -> None:
        """Delete the figures of the weeks before one."""
        self._session.exec(delete(WeeklyFigureRow).where(col(WeeklyFigureRow.week) < week))
