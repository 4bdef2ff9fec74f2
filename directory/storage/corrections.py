"""The wishes of keepers to have a locked fact mended."""

from dataclasses import asdict

from sqlmodel import Session, col, delete, select

from directory.providers.corrections import Correction
from directory.storage.claim_tables import CorrectionRow


class Corrections:
    """The corrections that were asked for, within one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def save(self, correction: Correction) -> None:
        """Insert a correction or replace it as a whole."""
        facts = asdict(correction) | {"trainings": " ".join(correction.trainings)}
        self._session.merge(CorrectionRow(**facts))
        self._session.flush()

    def get(self, id: str) -> Correction | None:
        """Return one correction, or None where there is no such id."""
        row = self._session.get(CorrectionRow, id)
        return _correction(row) if row else None

    def of_listing(self, provider_id: str) -> tuple[Correction, ...]:
        """Return what was asked for of a listing, the newest first."""
        query = select(CorrectionRow).where(col(CorrectionRow.provider_id) == provider_id)
        rows = self._session.exec(query.order_by(col(CorrectionRow.asked_at).desc()))
        return tuple(_correction(row) for row in rows)

    def forget_account(self, account_id: str) -> None:
        """Delete what an account that is deleted asked for."""
        self._session.exec(delete(CorrectionRow).where(col(CorrectionRow.account_id) == account_id))

    def waiting(self) -> tuple[Correction, ...]:
        """Return what an admin has yet to decide, the longest-standing first."""
        query = select(CorrectionRow).where(col(CorrectionRow.decided_at).is_(None))
        rows = self._session.exec(query.order_by(col(CorrectionRow.asked_at)))
        return tuple(_correction(row) for row in rows)


def _correction(row: CorrectionRow) -> Correction:
    return Correction(**row.model_dump() | {"trainings": tuple(row.trainings.split())})
