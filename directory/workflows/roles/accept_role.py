"""Answering an invitation into a role."""

from directory.errors import NotFound
from directory.roles import ROLES, Admin
from directory.storage import Accounts, RoleInvitation, RoleInvitations
from directory.storage.tokens import hash_of_token
from directory.workflows.opening import Directory
from directory.workflows.roles.change_role import note_role


def open_role_invitation(directory: Directory, token: str) -> RoleInvitation | None:
    """Return the invitation that a link in a mail leads to, None where it is over."""
    with directory.database.reading() as session:
        return RoleInvitations(session).get(hash_of_token(token), directory.clock())


def accept_role(directory: Directory, token: str, account_id: str) -> RoleInvitation:
    """Give an account the role that its address was invited into, which uses the invitation up.

    A role that the account has by now and that may do more stays. Raises NotFound where there is no
    such invitation to this address.
    """
    with directory.database.writing() as session:
        invitations, accounts = RoleInvitations(session), Accounts(session)
        found = invitations.get(hash_of_token(token), directory.clock())
        account = accounts.get(account_id)
        if found is None or account is None or account.email != found.email:
            raise NotFound("there is no such invitation to you")
        invitations.remove(found.id)
        if account.role is None or ROLES.index(account.role) < ROLES.index(found.role):
            accounts.change(account_id, {"role": found.role})
            note_role(session, directory, account, found.role, Admin(account_id, found.role))
    return found


def decline_role(directory: Directory, token: str) -> None:
    """Use an invitation up and take no role."""
    with directory.database.writing() as session:
        RoleInvitations(session).remove(hash_of_token(token))
