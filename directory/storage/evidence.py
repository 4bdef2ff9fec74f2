"""The files that show what was found about the listings."""

from typing import cast

from sqlalchemy.orm import defer
from sqlmodel import Session, col, delete, func, select

from directory.providers.evidence import Evidence, EvidenceKind
from directory.storage.desk_tables import EvidenceRow


class EvidenceFiles:
    """The files, within one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, evidence: Evidence, file: bytes) -> None:
        """Keep a file."""
        row = EvidenceRow(
            id=evidence.id,
            provider_id=evidence.provider_id,
            name=evidence.name,
            kind=evidence.kind,
            size=evidence.size,
            sha256=evidence.sha256,
            added_at=evidence.added_at,
            added_by=evidence.added_by,
            file=file,
        )
        self._session.add(row)
        self._session.flush()

    def of_listing(self, provider_id: str) -> tuple[Evidence, ...]:
        """Return what there is of a listing, the newest first."""
        query = select(EvidenceRow).where(col(EvidenceRow.provider_id) == provider_id)
        query = query.options(defer(EvidenceRow.file))  # type: ignore[arg-type]
        rows = self._session.exec(query.order_by(col(EvidenceRow.added_at).desc()))
        return tuple(map(_evidence, rows))

    def count(self, provider_id: str) -> int:
        """Return how many files there are of a listing."""
        query = select(func.count()).where(col(EvidenceRow.provider_id) == provider_id)
        return self._session.exec(query).one()

    def get(self, id: str) -> tuple[Evidence, bytes] | None:
        """Return one file with its bytes, or None where there is no such id."""
        row = self._session.get(EvidenceRow, id)
        return (_evidence(row), row.file) if row else None

    def remove(self, id: str) -> None:
        """Delete one file; one that does not exist is none the worse for it."""
        self._session.exec(delete(EvidenceRow).where(col(EvidenceRow.id) == id))


def _evidence(row: EvidenceRow) -> Evidence:
    return Evidence(
        id=row.id,
        provider_id=row.provider_id,
        name=row.name,
        kind=cast(EvidenceKind, row.kind),
        size=row.size,
        sha256=row.sha256,
        added_at=row.added_at,
        added_by=row.added_by,
    )
