"""The checks of licences."""

from collections.abc import Sequence
from datetime import date

from pydantic import TypeAdapter
from sqlalchemy import exists
from sqlmodel import Session, col, delete, or_, select

from directory.providers.license import License
from directory.providers.license_checks import LicenseCheck
from directory.storage.claim_tables import LicenseCheckRow
from directory.storage.tables import ProviderRow

_LICENSES = TypeAdapter(tuple[License, ...])


class LicenseChecks:
    """The checks, one for each listing, within one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def save(self, check: LicenseCheck) -> None:
        """Insert a check or replace it as a whole."""
        self._session.merge(
            LicenseCheckRow(
                provider_id=check.provider_id,
                account_id=check.account_id,
                asked_at=check.asked_at,
                checked_at=check.checked_at,
                checked_by=check.checked_by,
                licenses=_LICENSES.dump_json(check.licenses).decode(),
                source=check.source,
                reason=check.reason,
                due_on=check.due_on,
                held_since=check.held_since,
            )
        )
        self._session.flush()

    def get(self, provider_id: str) -> LicenseCheck | None:
        """Return the check of a listing, or None where nobody ever asked for one."""
        row = self._session.get(LicenseCheckRow, provider_id)
        return _check(row) if row else None

    def forget(self, provider_id: str) -> None:
        """Delete the check of a listing that nobody ever checked."""
        self._session.exec(
            delete(LicenseCheckRow).where(col(LicenseCheckRow.provider_id) == provider_id)
        )

    def waiting(self) -> tuple[LicenseCheck, ...]:
        """Return the checks that an admin has yet to make, the longest-standing first.

        One with a reason waits for the keeper instead.
        """
        query = select(LicenseCheckRow).where(
            col(LicenseCheckRow.reason) == "",
            or_(
                col(LicenseCheckRow.checked_at).is_(None),
                col(LicenseCheckRow.checked_at) < col(LicenseCheckRow.asked_at),
            ),
        )
        return tuple(map(_check, self._session.exec(query.order_by(col(LicenseCheckRow.asked_at)))))

    def due_by(self, day: date, most: int) -> tuple[LicenseCheck, ...]:
        """Return the checks of public listings that are due again by a day, the first due first."""
        # A join would begin with every public listing instead of with the first that is due.
        is_public = exists().where(
            col(ProviderRow.id) == col(LicenseCheckRow.provider_id), col(ProviderRow.published)
        )
        query = (
            select(LicenseCheckRow)
            .where(col(LicenseCheckRow.due_on) <= day, is_public)
            .order_by(col(LicenseCheckRow.due_on), col(LicenseCheckRow.provider_id))
        )
        return tuple(map(_check, self._session.exec(query.limit(most))))

    def held_among(self, ids: Sequence[str]) -> frozenset[str]:
        """Return which of some listings a source holds off the site."""
        query = select(LicenseCheckRow.provider_id).where(
            col(LicenseCheckRow.provider_id).in_(ids), col(LicenseCheckRow.held_since).is_not(None)
        )
        return frozenset(self._session.exec(query))


def _check(row: LicenseCheckRow) -> LicenseCheck:
    facts = row.model_dump() | {"licenses": _LICENSES.validate_json(row.licenses)}
    return LicenseCheck(**facts)
