"""Giving and ending roles as the pages do it: what is dangerous waits for a second admin."""

from directory.errors import NotFound
from directory.roles import Admin, Role
from directory.storage import Accounts
from directory.workflows.opening import Directory
from directory.workflows.roles.change_role import change_role, needs_another
from directory.workflows.roles.invite_admin import invite_admin, invited_address
from directory.workflows.roles.second_admin import Outcome, propose


def ask_to_invite(directory: Directory, typed: str, role: Role, admin: Admin) -> Outcome:
    """Invite somebody into a role; an owner is invited when a second admin agrees.

    Raises Invalid where the text is no mail address, or its account has a role.
    """
    if role != "owner":
        invite_admin(directory, typed, role, admin)
        return "done"
    with directory.database.reading() as session:
        address = invited_address(session, typed)
    return propose(directory, "owner.invited", {"email": address}, admin)


def ask_to_change_role(
    directory: Directory, account_id: str, role: Role | None, admin: Admin
) -> Outcome:
    """Give an account another role, or none.

    Raises NotFound where it has none to change, Conflict where no owner would be left.
    """
    with directory.database.reading() as session:
        account = Accounts(session).get(account_id)
        if account is None or account.role is None:
            raise NotFound("there is nobody with a role under this number")
        is_dangerous = needs_another(session, account, role, admin)
    if is_dangerous:
        document = {"account": account_id, "role": role}
        return propose(directory, "role.changed", document, admin)
    change_role(directory, account_id, role, admin)
    return "done"
