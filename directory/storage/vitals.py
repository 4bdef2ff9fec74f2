"""Whether the directory lives: signs of life, and what has come to a stop."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, func, select

from directory.storage.import_tables import ImportBatchRow
from directory.storage.imports import ImportBatch
from directory.storage.keeping_tables import KeeperRow
from directory.storage.outbox_tables import OutboxRow
from directory.storage.tables import ProviderRow
from directory.storage.vitals_tables import SignOfLifeRow


@dataclass(frozen=True, slots=True)
class SignOfLife:
    """When something was last done, and what it found."""

    at: datetime
    note: str


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


class Vitals:
    """What shows that the directory lives, within one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def note(self, name: str, at: datetime, note: str = "") -> None:
        """Note that something was done that has to be done again and again, and what it found."""
        self._session.merge(SignOfLifeRow(name=name, at=at, note=note))

    def last(self, name: str) -> SignOfLife | None:
        """Return when something was last done."""
        row = self._session.get(SignOfLifeRow, name)
        return SignOfLife(row.at, row.note) if row else None

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

    def last_undone(self) -> ImportBatch | None:
        """Return the import that was taken back last."""
        query = select(ImportBatchRow).where(col(ImportBatchRow.undone_at).is_not(None))
        row = self._session.exec(query.order_by(col(ImportBatchRow.undone_at).desc())).first()
        return ImportBatch(**row.model_dump()) if row else None
