"""Open invitations into a role, under the hash of the token that is in the mail."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import cast

from sqlmodel import Session, col, delete, select

from directory.roles import Role
from directory.storage.role_tables import RoleInvitationRow


@dataclass(frozen=True, slots=True)
class RoleInvitation:
    """An invitation into a role; the address is in small letters, `invited_by` an account."""

    id: str
    email: str = field(repr=False)
    role: Role
    invited_by: str
    expires_at: datetime


class RoleInvitations:
    """The open invitations, within one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def put(self, invitation: RoleInvitation) -> None:
        """Keep an invitation, in place of an earlier one to the same address."""
        self.remove_of(invitation.email)
        row = RoleInvitationRow(
            id=invitation.id,
            email=invitation.email,
            role=invitation.role,
            invited_by=invitation.invited_by,
            expires_at=invitation.expires_at,
        )
        self._session.add(row)
        self._session.flush()

    def get(self, id: str, now: datetime) -> RoleInvitation | None:
        """Return an invitation, None where there is none or its time is over."""
        row = self._session.get(RoleInvitationRow, id)
        return _invitation(row) if row and row.expires_at > now else None

    def open(self, now: datetime) -> tuple[RoleInvitation, ...]:
        """Return the open invitations, the one that ends first at the front."""
        query = select(RoleInvitationRow).where(col(RoleInvitationRow.expires_at) > now)
        rows = self._session.exec(query.order_by(col(RoleInvitationRow.expires_at)))
        return tuple(map(_invitation, rows))

    def remove(self, id: str) -> None:
        """Forget an invitation."""
        self._session.exec(delete(RoleInvitationRow).where(col(RoleInvitationRow.id) == id))

    def remove_of(self, email: str) -> None:
        """Forget the invitation to an address."""
        self._session.exec(delete(RoleInvitationRow).where(col(RoleInvitationRow.email) == email))

    def remove_expired(self, now: datetime) -> None:
        """Forget the invitations whose time is over."""
        over = col(RoleInvitationRow.expires_at) <= now
        self._session.exec(delete(RoleInvitationRow).where(over))


def _invitation(row: RoleInvitationRow) -> RoleInvitation:
    return RoleInvitation(
        id=row.id,
        email=row.email,
        role=cast(Role, row.role),
        invited_by=row.invited_by,
        expires_at=row.expires_at,
    )
