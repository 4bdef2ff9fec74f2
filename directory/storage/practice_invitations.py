"""Open invitations into practices, under the hash of the token that is in the mail."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, cast

from sqlmodel import Session, col, delete, select

from directory.storage.practice_tables import PracticeInvitationRow

# To let a listing join, or to manage the practice.
InvitationKind = Literal["listing", "manager"]


@dataclass(frozen=True, slots=True)
class PracticeInvitation:
    """An invitation into a practice.

    It went to a mail address, or to those who keep one listing; then it is for that listing alone.
    """

    id: str
    practice_id: str
    kind: InvitationKind
    email: str | None
    provider_id: str | None
    expires_at: datetime


class PracticeInvitations:
    """The open invitations, within one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def put(self, invitation: PracticeInvitation) -> None:
        """Keep an invitation, in place of an earlier one of the same kind to the same."""
        self._session.exec(
            delete(PracticeInvitationRow).where(
                col(PracticeInvitationRow.practice_id) == invitation.practice_id,
                col(PracticeInvitationRow.kind) == invitation.kind,
                col(PracticeInvitationRow.email).is_not_distinct_from(invitation.email),
                col(PracticeInvitationRow.provider_id).is_not_distinct_from(invitation.provider_id),
            )
        )
        row = PracticeInvitationRow(
            id=invitation.id,
            practice_id=invitation.practice_id,
            kind=invitation.kind,
            email=invitation.email,
            provider_id=invitation.provider_id,
            expires_at=invitation.expires_at,
        )
        self._session.add(row)
        self._session.flush()

    def get(self, id: str, now: datetime) -> PracticeInvitation | None:
        """Return an invitation, None where there is none or its time is over."""
        row = self._session.get(PracticeInvitationRow, id)
        return _invitation(row) if row and row.expires_at > now else None

    def is_of(self, practice_id: str, id: str) -> bool:
        """Tell whether an invitation is one into a practice."""
        row = self._session.get(PracticeInvitationRow, id)
        return row is not None and row.practice_id == practice_id

    def of_practice(self, practice_id: str, now: datetime) -> tuple[PracticeInvitation, ...]:
        """Return the open invitations into a practice, the one that ends first at the front."""
        query = select(PracticeInvitationRow).where(
            col(PracticeInvitationRow.practice_id) == practice_id,
            col(PracticeInvitationRow.expires_at) > now,
        )
        rows = self._session.exec(query.order_by(col(PracticeInvitationRow.expires_at)))
        return tuple(map(_invitation, rows))

    def remove(self, id: str) -> None:
        """Forget an invitation."""
        self._session.exec(delete(PracticeInvitationRow).where(col(PracticeInvitationRow.id) == id))

    def remove_expired(self, now: datetime) -> None:
        """Forget the invitations whose time is over."""
        self._session.exec(
            delete(PracticeInvitationRow).where(col(PracticeInvitationRow.expires_at) <= now)
        )


def _invitation(row: PracticeInvitationRow) -> PracticeInvitation:
    return PracticeInvitation(
        id=row.id,
        practice_id=row.practice_id,
        kind=cast(InvitationKind, row.kind),
        email=row.email,
        provider_id=row.provider_id,
        expires_at=row.expires_at,
    )
