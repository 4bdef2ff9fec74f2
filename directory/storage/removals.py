"""The wishes to be removed, and what no import may bring back."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime
from typing import cast

from sqlmodel import Session, col, or_, select

from directory.providers import Provider
from directory.providers.removals import Removal, Tombstone, What
from directory.storage.claim_tables import RemovalRow, TombstoneRow
from directory.storage.providers import document_of


class Removals:
    """The wishes, within one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def save(self, removal: Removal) -> None:
        """Insert a wish or replace it as a whole."""
        before = document_of(removal.before) if removal.before else None
        self._session.merge(RemovalRow(**asdict(removal) | {"before": before}))
        self._session.flush()

    def get(self, id: str) -> Removal | None:
        """Return one wish, or None where there is no such id."""
        row = self._session.get(RemovalRow, id)
        return _removal(row) if row else None

    def waiting(self) -> tuple[Removal, ...]:
        """Return what an admin has yet to decide, the longest-standing first."""
        query = select(RemovalRow).where(col(RemovalRow.decided_at).is_(None))
        rows = self._session.exec(query.order_by(col(RemovalRow.asked_at)))
        return tuple(map(_removal, rows))

    def of_listing(self, provider_id: str) -> tuple[Removal, ...]:
        """Return the wishes about a listing, the newest first."""
        query = select(RemovalRow).where(col(RemovalRow.provider_id) == provider_id)
        rows = self._session.exec(query.order_by(col(RemovalRow.asked_at).desc()))
        return tuple(map(_removal, rows))


class Tombstones:
    """What no import may bring back, within one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def raise_over(self, stone: Tombstone, at: datetime) -> None:
        """Note that a listing, or its street and phone, was removed for good."""
        self._session.merge(
            TombstoneRow(provider_id=stone.provider_id, npi=stone.npi, what=stone.what, at=at)
        )
        self._session.flush()

    def of(self, ids: Iterable[str], npis: Iterable[str]) -> dict[str, Tombstone]:
        """Return the tombstones of some listings, each by its id and by its NPI."""
        query = select(TombstoneRow).where(
            or_(col(TombstoneRow.provider_id).in_(list(ids)), col(TombstoneRow.npi).in_(list(npis)))
        )
        found: dict[str, Tombstone] = {}
        for row in self._session.exec(query):
            stone = Tombstone(row.provider_id, row.npi, cast(What, row.what))
            found |= {name: stone for name in (row.provider_id, row.npi) if name}
        return found


def _removal(row: RemovalRow) -> Removal:
    before = Provider.model_validate_json(row.before) if row.before else None
    return Removal(**row.model_dump() | {"before": before})
