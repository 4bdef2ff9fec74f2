"""Who keeps which listing."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session, col, delete, select

from directory.storage.keeping_tables import KeeperRow


class Keepers:
    """The accounts that keep listings, within one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, provider_id: str, account_id: str, at: datetime) -> None:
        """Let an account keep a listing; whoever keeps it already goes on doing so."""
        if not self.keeps(account_id, provider_id):
            row = KeeperRow(provider_id=provider_id, account_id=account_id, since=at)
            self._session.add(row)
            self._session.flush()

    def remove(self, provider_id: str, account_id: str) -> None:
        """Let an account keep a listing no longer."""
        self._session.exec(
            delete(KeeperRow).where(
                col(KeeperRow.provider_id) == provider_id, col(KeeperRow.account_id) == account_id
            )
        )

    def keeps(self, account_id: str, provider_id: str) -> bool:
        """Tell whether an account itself keeps a listing."""
        return self._session.get(KeeperRow, (provider_id, account_id)) is not None

    def since(self, account_id: str, provider_id: str) -> datetime | None:
        """Return from when on an account keeps a listing, None where it does not."""
        row = self._session.get(KeeperRow, (provider_id, account_id))
        return row.since if row else None

    def is_kept(self, provider_id: str) -> bool:
        """Tell whether anybody keeps a listing."""
        return bool(self.of_listing(provider_id))

    def of_listing(self, provider_id: str) -> tuple[str, ...]:
        """Return the ids of the accounts that keep a listing, the longest-standing first."""
        query = select(KeeperRow.account_id).where(col(KeeperRow.provider_id) == provider_id)
        return tuple(self._session.exec(query.order_by(col(KeeperRow.since))))

    def of_listings(self, ids: Sequence[str]) -> dict[str, tuple[str, ...]]:
        """Return the same for several listings; those that nobody keeps are left out."""
        query = select(KeeperRow.provider_id, KeeperRow.account_id)
        query = query.where(col(KeeperRow.provider_id).in_(ids)).order_by(col(KeeperRow.since))
        found: dict[str, tuple[str, ...]] = {}
        for id, account_id in self._session.exec(query):
            found[id] = (*found.get(id, ()), account_id)
        return found

    def of_account(self, account_id: str) -> tuple[str, ...]:
        """Return the ids of the listings that an account keeps, in order."""
        query = select(KeeperRow.provider_id).where(col(KeeperRow.account_id) == account_id)
        return tuple(self._session.exec(query.order_by(col(KeeperRow.provider_id))))
