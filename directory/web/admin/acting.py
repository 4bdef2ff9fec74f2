"""Who acts, in a room of those who run the directory."""

from directory.errors import NotFound
from directory.roles import Admin
from directory.web.gate import asking_account


def acting_admin() -> Admin:
    """Return who asks; the gate lets nobody without a role come here."""
    account = asking_account()
    if account.role is None:
        raise NotFound("there is no such page")
    return Admin(account.id, account.role)
