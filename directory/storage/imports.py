"""The history of imports, by which one can be taken back."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, delete, select

from directory.errors import Conflict, NotFound
from directory.providers import Provider
from directory.storage.providers import document_of
from directory.storage.tables import ImportBatchRow, ImportChangeRow


@dataclass(frozen=True, slots=True)
class ImportChange:
    """What an import did to one listing; `before` is None where it created it."""

    provider_id: str
    before: Provider | None
    after: Provider


class Imports:
    """The batches of imports, within one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def begin(self, batch: str, format: str, at: datetime) -> None:
        """Record a new batch."""
        self._session.add(ImportBatchRow(id=batch, format=format, imported_at=at))
        self._session.flush()

    def note_change(self, batch: str, before: Provider | None, after: Provider) -> None:
        """Record what a batch did to a listing."""
        self._session.add(
            ImportChangeRow(
                batch_id=batch,
                provider_id=after.id,
                before=document_of(before) if before else None,
                after=document_of(after),
            )
        )

    def changes(self, batch: str) -> list[ImportChange]:
        """Return what a batch did, listing by listing."""
        query = select(ImportChangeRow).where(col(ImportChangeRow.batch_id) == batch)
        query = query.order_by(col(ImportChangeRow.provider_id))
        return [_change(row) for row in self._session.exec(query)]

    def forget(self, provider_id: str) -> None:
        """Delete what imports did to a listing that is removed."""
        self._session.exec(
            delete(ImportChangeRow).where(col(ImportChangeRow.provider_id) == provider_id)
        )

    def mark_undone(self, batch: str, at: datetime) -> None:
        """Record that a batch was taken back.

        Raises NotFound for an unknown batch and Conflict for one taken back already.
        """
        row = self._session.get(ImportBatchRow, batch)
        if row is None:
            raise NotFound(f"there is no import {batch}")
        if row.undone_at is not None:
            raise Conflict(f"the import {batch} was taken back on {row.undone_at:%Y-%m-%d}")
        row.undone_at = at
        self._session.add(row)


def _change(row: ImportChangeRow) -> ImportChange:
    before = Provider.model_validate_json(row.before) if row.before else None
    return ImportChange(row.provider_id, before, Provider.model_validate_json(row.after))
