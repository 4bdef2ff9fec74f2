"""How far the daily look at the listings has come, and who was reminded when."""

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session, col, delete, func, select

from directory.storage.freshness_tables import FreshnessDayRow, ReminderRow
from directory.storage.keeping_tables import KeeperRow


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a day has come: the last listing looked at, and the last day that was done before.

    `since` is None where no day was ever done.
    """

    upto: str
    is_done: bool
    since: date | None


class Reminders:
    """The daily look and the reminders, within one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def progress(self, day: date) -> Progress:
        """Return how far a day has come; one that is over by now is done."""
        row = self._session.get(FreshnessDayRow, day)
        query = select(func.max(FreshnessDayRow.day)).where(col(FreshnessDayRow.is_done))
        last = self._session.exec(query).one()
        if last and last >= day:
            return Progress("", True, last)
        return Progress(row.upto if row else "", False, last)

    def advance(self, day: date, upto: str) -> None:
        """Note the last listing that was looked at."""
        self._session.merge(FreshnessDayRow(day=day, upto=upto))

    def finish(self, day: date) -> None:
        """Note that a day is done; forget the days before it, and who keeps nothing any more."""
        self._session.exec(delete(FreshnessDayRow).where(col(FreshnessDayRow.day) < day))
        self._session.merge(FreshnessDayRow(day=day, is_done=True))
        kept = select(KeeperRow.provider_id).where(
            col(KeeperRow.provider_id) == col(ReminderRow.provider_id),
            col(KeeperRow.account_id) == col(ReminderRow.account_id),
        )
        self._session.exec(delete(ReminderRow).where(~kept.exists()))

    def last_day(self, provider_id: str, account_id: str) -> date | None:
        """Return the last day on which somebody was reminded of a listing."""
        row = self._session.get(ReminderRow, (provider_id, account_id))
        return row.day if row else None

    def note(self, provider_id: str, account_id: str, day: date) -> None:
        """Note that somebody was reminded of a listing."""
        self._row(provider_id, account_id, day).day = day

    def is_quiet(self, provider_id: str, account_id: str) -> bool:
        """Tell whether somebody wants to hear of each date on that day alone."""
        row = self._session.get(ReminderRow, (provider_id, account_id))
        return row is not None and row.is_quiet

    def set_quiet(self, provider_id: str, account_id: str, is_quiet: bool, day: date) -> None:
        """Note on a day whether somebody wants to hear of each date on that day alone."""
        self._row(provider_id, account_id, day).is_quiet = is_quiet

    def _row(self, provider_id: str, account_id: str, day: date) -> ReminderRow:
        row = self._session.get(ReminderRow, (provider_id, account_id))
        if row is None:
            row = ReminderRow(provider_id=provider_id, account_id=account_id, day=day)
            self._session.add(row)
        return row

    def forget_account(self, account_id: str) -> None:
        """Forget when an account that is deleted was reminded."""
        self._session.exec(delete(ReminderRow).where(col(ReminderRow.account_id) == account_id))
