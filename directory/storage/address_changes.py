"""Changes of an account's address: asked for, done, and open to be taken back for a while."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from sqlmodel import Session, col, delete, select, update

from directory.storage.account_tables import AddressChangeRow

# The link that a change is found by: the one to the new address, or the one to the old.
LinkOf = Literal["confirm_hash", "stop_hash"]


@dataclass(frozen=True, slots=True)
class AddressChange:
    """A change of an account's address; `is_done` once the new one was confirmed."""

    id: int
    account_id: str
    old_email: str = field(repr=False)
    new_email: str = field(repr=False)
    asked_at: datetime
    is_done: bool


class AddressChanges:
    """The changes of addresses, within one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(
        self, account_id: str, old: str, new: str, at: datetime, confirm_hash: str, stop_hash: str
    ) -> None:
        """Note that a change is asked for, in place of one that was not confirmed."""
        self._session.exec(
            delete(AddressChangeRow).where(
                col(AddressChangeRow.account_id) == account_id, ~col(AddressChangeRow.is_done)
            )
        )
        row = AddressChangeRow(
            account_id=account_id,
            old_email=old,
            new_email=new,
            asked_at=at,
            confirm_hash=confirm_hash,
            stop_hash=stop_hash,
        )
        self._session.add(row)
        self._session.flush()

    def find(self, link: LinkOf, hash: str, since: datetime) -> AddressChange | None:
        """Return the change of a link that was asked for since a time, None where there is none."""
        query = select(AddressChangeRow).where(
            getattr(AddressChangeRow, link) == hash, col(AddressChangeRow.asked_at) > since
        )
        row = self._session.exec(query).one_or_none()
        return _change(row) if row else None

    def waiting(self, account_id: str, since: datetime) -> AddressChange | None:
        """Return the change of an account that waits to be confirmed, None where there is none."""
        query = select(AddressChangeRow).where(
            col(AddressChangeRow.account_id) == account_id,
            col(AddressChangeRow.asked_at) > since,
            ~col(AddressChangeRow.is_done),
        )
        row = self._session.exec(query).one_or_none()
        return _change(row) if row else None

    def note_done(self, id: int) -> None:
        """Note that the new address was confirmed."""
        found = update(AddressChangeRow).where(col(AddressChangeRow.id) == id)
        self._session.exec(found.values(is_done=True))

    def take_back(self, change: AddressChange) -> None:
        """Forget a change, and all of the account that came after it."""
        self._session.exec(
            delete(AddressChangeRow).where(
                col(AddressChangeRow.account_id) == change.account_id,
                col(AddressChangeRow.id) >= change.id,
            )
        )

    def delete_asked_before(self, time: datetime) -> None:
        """Forget the changes that can be neither confirmed nor taken back any longer."""
        self._session.exec(delete(AddressChangeRow).where(col(AddressChangeRow.asked_at) <= time))


def _change(row: AddressChangeRow) -> AddressChange:
    return AddressChange(
        id=row.id or 0,
        account_id=row.account_id,
        old_email=row.old_email,
        new_email=row.new_email,
        asked_at=row.asked_at,
        is_done=row.is_done,
    )
