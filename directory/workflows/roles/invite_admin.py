"""Inviting somebody by mail into a role, and taking that back."""

import secrets
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from sqlmodel import Session

from directory.errors import Invalid, NotFound, Problem
from directory.mail import is_mail_address
from directory.roles import Admin, Role
from directory.storage import Accounts, AuditLog, RoleInvitation, RoleInvitations
from directory.storage.tokens import hash_of_token
from directory.workflows.messages.post_mail import post
from directory.workflows.opening import Directory
from directory.workflows.roles.role_letters import MAY, RoleLetters, with_article

LASTS = timedelta(days=7)


def invited_address(session: Session, typed: str) -> str:
    """Return an address in small letters to which an invitation can go; raise Invalid if none."""
    address = typed.strip().lower()
    if not is_mail_address(address):
        raise Invalid((Problem("email", "Write the email address like name@example.com"),))
    account = Accounts(session).find("email", address)
    if account and account.role:
        raise Invalid((Problem("email", f"They are {with_article(account.role)} already"),))
    return address


def invite_admin(directory: Directory, typed: str, role: Role, admin: Admin) -> None:
    """Keep an invitation and mail its token; an earlier one to the same address ends.

    Raises Invalid where the text is no mail address, or its account has a role.
    """
    token, now = secrets.token_urlsafe(32), directory.clock()
    with directory.database.writing() as session:
        address, until = invited_address(session, typed), now + LASTS
        invitations = RoleInvitations(session)
        invitations.remove_expired(now)
        id = hash_of_token(token)
        invitations.put(RoleInvitation(id, address, role, admin.account_id, until))
        subject = f"invitation/{id[:12]}"
        AuditLog(session).append(now, admin, "role.offered", subject, {"role": role})
        post(session, RoleLetters(directory).invite(address, role, token, until.date()), now)


def withdraw_invitation(directory: Directory, id: str, admin: Admin) -> None:
    """Take an invitation back: its link opens nothing any longer."""
    now = directory.clock()
    with directory.database.writing() as session:
        found = RoleInvitations(session).get(id, now)
        if found is None:
            raise NotFound("there is no such invitation")
        RoleInvitations(session).remove(id)
        subject = f"invitation/{id[:12]}"
        AuditLog(session).append(now, admin, "role.unoffered", subject, {"role": found.role})


def told_invitation(_session: Session, document: Mapping[str, Any]) -> tuple[str, ...]:
    """Say what an invitation of an owner would do."""
    return (
        f"{document['email']} would be invited by mail.",
        f"If they accept, they may {MAY['owner']}.",
    )


def carry_out_invitation(directory: Directory, document: Mapping[str, Any], admin: Admin) -> str:
    """Invite an owner as two agreed."""
    invite_admin(directory, str(document["email"]), "owner", admin)
    return "The invitation is on its way. It works for seven days."
