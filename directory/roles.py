"""The roles of those who run a directory, and who acts in one."""

from dataclasses import dataclass
from typing import Literal, get_args

# A reader sees every page of the admins and changes nothing. A verifier decides what waits, too; an
# editor also imports, merges, and edits the words and weights; an owner also says who has a role.
Role = Literal["reader", "verifier", "editor", "owner"]
ROLES: tuple[Role, ...] = get_args(Role)


@dataclass(frozen=True, slots=True)
class Admin:
    """Somebody with a role who changes something; the id is that of their account."""

    account_id: str
    role: Role


def roles_within(role: Role | None) -> frozenset[Role]:
    """Return the roles whose rights a role has: its own and those before it."""
    return frozenset(ROLES[: ROLES.index(role) + 1]) if role else frozenset()
