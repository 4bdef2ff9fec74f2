"""What people told of their calls: sums of a listing, a kind and a day, nothing of any person."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date

from sqlalchemy import Date, TextClause, bindparam, text
from sqlmodel import Session, col, delete, func, select

from directory.providers.contact_reports import DayOfReports
from directory.storage.real_listings import is_real
from directory.storage.tables import ContactReportRow, ProviderRow

# Plain SQL that both SQLite and PostgreSQL know.
_ADD = text(
    "INSERT INTO contact_report (day, provider_id, kind, reports)"
    " VALUES (:day, :provider_id, :kind, 1)"
    " ON CONFLICT (day, provider_id, kind) DO UPDATE SET reports = contact_report.reports + 1"
).bindparams(bindparam("day", type_=Date))
_TAKE_BACK = text(
    "UPDATE contact_report SET reports = reports - 1"
    " WHERE day = :day AND provider_id = :provider_id AND kind = :kind AND reports > 0"
).bindparams(bindparam("day", type_=Date))


class ContactReports:
    """The quality record of the listings, within one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, provider_id: str, kind: str, day: date) -> None:
        """Count one report."""
        self._execute(_ADD, provider_id, kind, day)

    def take_back(self, provider_id: str, kind: str, day: date) -> None:
        """Count one report less, where there is one."""
        self._execute(_TAKE_BACK, provider_id, kind, day)

    def forget_before(self, oldest: date) -> None:
        """Delete what was told before a day."""
        self._session.exec(delete(ContactReportRow).where(col(ContactReportRow.day) < oldest))

    def of_listing(self, provider_id: str, since: date) -> tuple[DayOfReports, ...]:
        """Return what was told of one listing from a day on, by day and kind."""
        query = (
            select(ContactReportRow)
            .where(
                col(ContactReportRow.provider_id) == provider_id,
                col(ContactReportRow.day) >= since,
                col(ContactReportRow.reports) > 0,
            )
            .order_by(col(ContactReportRow.day), col(ContactReportRow.kind))
        )
        return tuple(
            DayOfReports(row.day, row.kind, row.reports) for row in self._session.exec(query)
        )

    def told_since(
        self, day: date, kinds: Collection[str]
    ) -> Mapping[str, tuple[DayOfReports, ...]]:
        """Return what of some kinds was told of each listing from a day on, the oldest first."""
        query = (
            select(ContactReportRow)
            .where(
                col(ContactReportRow.day) >= day,
                col(ContactReportRow.kind).in_(kinds),
                col(ContactReportRow.reports) > 0,
            )
            .order_by(col(ContactReportRow.day), col(ContactReportRow.kind))
        )
        found: defaultdict[str, tuple[DayOfReports, ...]] = defaultdict(tuple)
        for row in self._session.exec(query):
            found[row.provider_id] += (DayOfReports(row.day, row.kind, row.reports),)
        return dict(found)

    def sums_between(self, first: date, last: date) -> Mapping[str, int]:
        """Return how often each kind was told from a day to another, of all real listings."""
        query = (
            select(ContactReportRow.kind, func.sum(ContactReportRow.reports))
            .join(ProviderRow, col(ProviderRow.id) == col(ContactReportRow.provider_id))
            .where(col(ContactReportRow.day).between(first, last), is_real())
            .group_by(col(ContactReportRow.kind))
        )
        return {kind: int(reports) for kind, reports in self._session.exec(query)}

    def _execute(self, statement: TextClause, provider_id: str, kind: str, day: date) -> None:
        self._session.execute(statement, {"day": day, "provider_id": provider_id, "kind": kind})
