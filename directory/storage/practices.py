"""Practices: who manages them and which listings joined."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, delete, select

from directory.storage.practice_tables import (
    PracticeInvitationRow,
    PracticeManagerRow,
    PracticeMemberRow,
    PracticeRow,
)


@dataclass(frozen=True, slots=True)
class StoredPractice:
    """A practice, as it is called."""

    id: str
    name: str


class Practices:
    """The practices, within one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, id: str, name: str, at: datetime) -> None:
        """Begin a practice; nobody manages it yet."""
        self._session.add(PracticeRow(id=id, name=name, begun_at=at))
        self._session.flush()

    def get(self, id: str) -> StoredPractice | None:
        """Return a practice, None where there is none of this id."""
        row = self._session.get(PracticeRow, id)
        return StoredPractice(row.id, row.name) if row else None

    def remove(self, id: str) -> None:
        """Forget a practice with its managers, listings and invitations."""
        for table in (PracticeInvitationRow, PracticeMemberRow, PracticeManagerRow):
            self._session.exec(delete(table).where(col(table.practice_id) == id))
        self._session.exec(delete(PracticeRow).where(col(PracticeRow.id) == id))

    def add_manager(self, id: str, account_id: str, at: datetime) -> None:
        """Let an account manage a practice; whoever does so already goes on."""
        if not self.manages(account_id, id):
            row = PracticeManagerRow(practice_id=id, account_id=account_id, since=at)
            self._session.add(row)
            self._session.flush()

    def remove_manager(self, id: str, account_id: str) -> None:
        """Let an account manage a practice no longer."""
        self._session.exec(
            delete(PracticeManagerRow).where(
                col(PracticeManagerRow.practice_id) == id,
                col(PracticeManagerRow.account_id) == account_id,
            )
        )

    def manages(self, account_id: str, id: str) -> bool:
        """Tell whether an account manages a practice."""
        return self._session.get(PracticeManagerRow, (id, account_id)) is not None

    def managers(self, id: str) -> tuple[str, ...]:
        """Return the ids of the accounts that manage a practice, the longest-standing first."""
        query = select(PracticeManagerRow.account_id).where(
            col(PracticeManagerRow.practice_id) == id
        )
        return tuple(self._session.exec(query.order_by(col(PracticeManagerRow.since))))

    def managed_by(self, account_id: str) -> tuple[StoredPractice, ...]:
        """Return the practices that an account manages, by name."""
        query = (
            select(PracticeRow)
            .join(PracticeManagerRow, col(PracticeManagerRow.practice_id) == PracticeRow.id)
            .where(col(PracticeManagerRow.account_id) == account_id)
            .order_by(col(PracticeRow.name), col(PracticeRow.id))
        )
        return tuple(StoredPractice(row.id, row.name) for row in self._session.exec(query))

    def join(self, id: str, provider_id: str, at: datetime) -> None:
        """Let a listing be in a practice, in place of the one that it was in."""
        row = PracticeMemberRow(provider_id=provider_id, practice_id=id, since=at)
        self._session.merge(row)
        self._session.flush()

    def leave(self, provider_id: str) -> None:
        """Let a listing be in no practice."""
        self._session.exec(
            delete(PracticeMemberRow).where(col(PracticeMemberRow.provider_id) == provider_id)
        )

    def of_listing(self, provider_id: str) -> StoredPractice | None:
        """Return the practice that a listing joined, None where it is in none."""
        row = self._session.get(PracticeMemberRow, provider_id)
        return self.get(row.practice_id) if row else None

    def joined_at(self, provider_id: str) -> datetime | None:
        """Return when a listing joined its practice, None where it is in none."""
        row = self._session.get(PracticeMemberRow, provider_id)
        return row.since if row else None

    def listings(self, id: str) -> tuple[str, ...]:
        """Return the ids of the listings that joined a practice, in order."""
        query = select(PracticeMemberRow.provider_id).where(
            col(PracticeMemberRow.practice_id) == id
        )
        return tuple(self._session.exec(query.order_by(col(PracticeMemberRow.provider_id))))
