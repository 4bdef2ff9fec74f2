"""Whether the directory lives, and how it grows: signs of life, and figures of each week."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Date, bindparam, text
from sqlmodel import Session, col, delete, func, select
from sqlmodel.sql.expression import SelectOfScalar

from directory.storage.import_tables import ImportBatchRow
from directory.storage.keeping_tables import KeeperRow
from directory.storage.outbox_tables import OutboxRow
from directory.storage.tables import ProviderRow
from directory.storage.vitals_tables import SignOfLifeRow, WeekFigureRow

# Plain SQL that both SQLite and PostgreSQL know.
_NOTE = text(
    "INSERT INTO week_figure (week, name, value, day) VALUES (:week, :name, :value, :day)"
    " ON CONFLICT (week, name) DO UPDATE SET value = excluded.value, day = excluded.day"
).bindparams(bindparam("week", type_=Date), bindparam("day", type_=Date))


@dataclass(frozen=True, slots=True)
class ListingCounts:
    """How many listings patients see, how many somebody keeps, and how many are hidden."""

    public: int
    kept: int
    hidden: int

    @property
    def whole(self) -> int:
        """How many there are."""
        return self.public + self.hidden


@dataclass(frozen=True, slots=True)
class WaitingMail:
    """How many mails wait, and since when the oldest does."""

    count: int
    since: datetime | None


@dataclass(frozen=True, slots=True)
class LastImport:
    """One import: when it was, and when it was taken back."""

    id: str
    format: str
    imported_at: datetime
    undone_at: datetime | None


class Vitals:
    """What shows that the directory lives, within one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def note_life(self, name: str, at: datetime) -> None:
        """Note that something was done that has to be done again and again."""
        self._session.merge(SignOfLifeRow(name=name, at=at))

    def last_life(self, name: str) -> datetime | None:
        """Return when something was last done."""
        row = self._session.get(SignOfLifeRow, name)
        return row.at if row else None

    def note_figures(self, week: date, day: date, figures: Mapping[str, int]) -> None:
        """Note figures of a week, in place of those of an earlier day of it."""
        rows = [{"week": week, "day": day, "name": n, "value": v} for n, v in figures.items()]
        self._session.execute(_NOTE, rows)

    def are_figures_of(self, day: date) -> bool:
        """Tell whether figures were noted on a day."""
        query = select(WeekFigureRow.name).where(col(WeekFigureRow.day) == day).limit(1)
        return self._session.exec(query).first() is not None

    def figures(self, name: str, since: date) -> Mapping[date, int]:
        """Return one figure by week."""
        query = select(WeekFigureRow).where(
            WeekFigureRow.name == name, col(WeekFigureRow.week) >= since
        )
        rows = self._session.exec(query.order_by(col(WeekFigureRow.week)))
        return {row.week: row.value for row in rows}

    def forget_before(self, oldest: date) -> None:
        """Delete the figures of the weeks before one."""
        self._session.exec(delete(WeekFigureRow).where(col(WeekFigureRow.week) < oldest))

    def listings(self) -> ListingCounts:
        """Count the listings; an index answers, so a million take a moment."""
        public = self._session.exec(select(func.count()).where(col(ProviderRow.published))).one()
        whole = self._session.exec(select(func.count()).select_from(ProviderRow)).one()
        kept = select(func.count(func.distinct(col(KeeperRow.provider_id))))
        return ListingCounts(public, self._session.exec(kept).one(), whole - public)

    def mail(self) -> WaitingMail:
        """Tell how much mail waits."""
        query = select(func.count(), func.min(OutboxRow.posted_at))
        count, since = self._session.exec(query).one()
        return WaitingMail(count, since)

    def last_import(self) -> LastImport | None:
        """Return the newest import."""
        return self._import(select(ImportBatchRow).order_by(col(ImportBatchRow.imported_at).desc()))

    def last_undone(self) -> LastImport | None:
        """Return the import that was taken back last."""
        query = select(ImportBatchRow).where(col(ImportBatchRow.undone_at).is_not(None))
        return self._import(query.order_by(col(ImportBatchRow.undone_at).desc()))

    def _import(self, query: SelectOfScalar[ImportBatchRow]) -> LastImport | None:
        row = self._session.exec(query.limit(1)).first()
        return LastImport(row.id, row.format, row.imported_at, row.undone_at) if row else None
