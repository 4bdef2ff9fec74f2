"""Giving an account another role, or none: the last owner stays, and the others are told."""

from collections.abc import Mapping
from typing import Any

from sqlmodel import Session

from directory.errors import Conflict, NotFound
from directory.roles import Admin, Role
from directory.storage import Accounts, AuditLog, StoredAccount
from directory.workflows.messages.post_mail import post
from directory.workflows.opening import Directory
from directory.workflows.roles.role_letters import RoleLetters, with_article

LAST_OWNER = "This is the only owner. Make somebody else an owner first."
_TWO = 2  # owners: whoever asks, and the one whom it is about


def change_role(
    directory: Directory, account_id: str, role: Role | None, admin: Admin | None
) -> None:
    """Give an account a role, in place of any other, or none; nothing else of it changes.

    Raises NotFound where there is no such account, Conflict where no owner would be left. Without
    an admin it is somebody at the command line.
    """
    with directory.database.writing() as session:
        account = Accounts(session).get(account_id)
        if account is None:
            raise NotFound("there is no such account")
        if account.role == role:
            return
        if account.role == "owner" and Accounts(session).count_owners() == 1:
            raise Conflict(LAST_OWNER)
        Accounts(session).change(account_id, {"role": role})
        note_role(session, directory, account, role, admin)


def note_role(
    session: Session,
    directory: Directory,
    account: StoredAccount,
    role: Role | None,
    admin: Admin | None,
) -> None:
    """Note in the log what role an account has now, and tell it and the owners."""
    action = "role.given" if role and not account.role else "role.changed"
    details = {"before": account.role, "after": role}
    subject, now = f"account/{account.id}", directory.clock()
    AuditLog(session).append(now, admin, action if role else "role.ended", subject, details)
    letters, to = RoleLetters(directory), account.email
    post(session, letters.your_role(to, role) if role else letters.your_role_ended(to), now)
    for owner in Accounts(session).with_roles():
        if owner.role == "owner" and owner.id != account.id:
            post(session, letters.others_role(owner.email, account.email, role), now)


def needs_another(
    session: Session, account: StoredAccount, role: Role | None, admin: Admin
) -> bool:
    """Tell whether a change of a role is a dangerous step.

    A new owner is one. So is to send the only other owner away: who does that is then alone with
    everything that takes two owners.
    """
    if role == "owner":
        return account.role != "owner"
    if account.role != "owner" or account.id == admin.account_id:
        return False
    return Accounts(session).count_owners() == _TWO


def told_change(session: Session, document: Mapping[str, Any]) -> tuple[str, ...]:
    """Say what a change of a role would do."""
    account = Accounts(session).get(str(document["account"]))
    who = account.email if account else "An account that is gone"
    before = account.role if account else None
    now = f"{who} is {with_article(before)} now." if before else f"{who} has no role now."
    after = document["role"]
    then = f"be {with_article(after)}" if after else "have no role any longer"
    return now, f"They would {then}."


def carry_out_change(directory: Directory, document: Mapping[str, Any], admin: Admin) -> str:
    """Change a role as two agreed."""
    change_role(directory, str(document["account"]), document["role"], admin)
    return "The role is changed. They have been told."
