"""Who may ask for what: one policy for each route, and one function that decides.

Whatever is named neither here nor in a public room is refused, as if it did not exist.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from directory.roles import ROLES, Role, roles_within
from directory.web.policies import POLICIES, Policy, Who

# `sign_in`: say first who you are; `strengthen`: with a second factor, too; `use_passkey`: with a
# passkey, as whoever has a role has to; `refresh`: once more, since it was some time ago.
# `not_found`: no word on whether there is such a thing.
Decision = Literal["allow", "sign_in", "strengthen", "use_passkey", "refresh", "not_found"]


@dataclass(frozen=True, slots=True)
class Visitor:
    """An account that asks, and how well it proved who it is."""

    role: Role | None
    is_strong: bool
    by_passkey: bool
    is_fresh: bool


# The blueprints that everybody may read and use: those of the patients, of programs and of checks.
PUBLIC = frozenset(
    {
        "about",
        "api",
        "api_description",
        "components",
        "crawlers",
        "front",
        "health",
        "language",
        "listing",
        "manifest",
        "message",
        "removal",
        "photos",
        "reply",
        "search",
        "shortlist",
        "triage",
    }
)

# What a listing says of a license is for those alone whose license it is, not for a practice.
SOLE_KEEPERS_SECTIONS = frozenset({"license"})


def policy_of(endpoint: str, arguments: Mapping[str, object]) -> Policy | None:
    """Return the policy of a route, None where it has none and so is refused."""
    policy = POLICIES.get(endpoint)
    if policy is None:
        return Policy("anyone") if endpoint.partition(".")[0] in PUBLIC else None
    if policy.who == "keeper" and arguments.get("section") in SOLE_KEEPERS_SECTIONS:
        return replace(policy, who="sole_keeper")
    return policy


def decide(policy: Policy | None, visitor: Visitor | None, relation: frozenset[Who]) -> Decision:
    """Decide on a request; `relation` is what the visitor is to the things that it names."""
    if policy is None:
        return "not_found"
    if policy.who == "anyone":
        return "allow"
    if visitor is None:
        return "sign_in"
    if policy.who not in relation | _by_account(visitor):
        return "not_found"
    return _proof(policy, visitor)


def _by_account(visitor: Visitor) -> frozenset[Who]:
    return roles_within(visitor.role) | {"account"}


def _proof(policy: Policy, visitor: Visitor) -> Decision:
    if policy.who in ROLES and not visitor.by_passkey:
        return "use_passkey"
    if policy.strong and not visitor.is_strong:
        return "strengthen"
    return "refresh" if policy.fresh and not visitor.is_fresh else "allow"
