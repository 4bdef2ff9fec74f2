"""What should happen at each kind of route, written down again without a look at the code.

A thing is one's own side's (`own`), the other side's (`foreign`), nobody's (`missing`), or parts of
both (`mixed`).
"""

from collections.abc import Mapping

PEOPLE = (
    "keeper",
    "other keeper",
    "manager",
    "other manager",
    "claimant",
    "other claimant",
    "bystander",
    "reader",
    "verifier",
    "editor",
    "owner",
)
STANDINGS = ("no second factor", "by an app", "long ago", "just now")
STRANGER = "stranger"

_EVERYTHING = frozenset({"own", "foreign", "missing", "mixed", "nothing"})

# For each kind of route: whom it lets in, and to which things.
LET_IN: Mapping[str, Mapping[str, frozenset[str]]] = {
    "account": dict.fromkeys(PEOPLE, _EVERYTHING),
    "reader": dict.fromkeys(("reader", "verifier", "editor", "owner"), _EVERYTHING),
    "verifier": dict.fromkeys(("verifier", "editor", "owner"), _EVERYTHING),
    "editor": dict.fromkeys(("editor", "owner"), _EVERYTHING),
    "owner": {"owner": _EVERYTHING},
    "keeper": {
        "keeper": frozenset({"own"}),
        "manager": frozenset({"own"}),
        "other keeper": frozenset({"foreign"}),
        "other manager": frozenset({"foreign"}),
    },
    "sole_keeper": {"keeper": frozenset({"own"}), "other keeper": frozenset({"foreign"})},
    "passkey_owner": {"keeper": frozenset({"own"}), "other keeper": frozenset({"foreign"})},
    "practice_manager": {
        "manager": frozenset({"own"}),
        "other manager": frozenset({"foreign"}),
    },
    "claimant": {"claimant": frozenset({"own"}), "other claimant": frozenset({"foreign"})},
}

# What a route answers to somebody who is let in, by what it asks for and how well they proved who
# they are: (strong, fresh) -> standing -> answer.
PROOF: Mapping[tuple[bool, bool], Mapping[str, str]] = {
    (False, False): {"no second factor": "view", "long ago": "view", "just now": "view"},
    (True, False): {"no second factor": "security", "long ago": "view", "just now": "view"},
    (False, True): {"no second factor": "view", "long ago": "verify", "just now": "view"},
    (True, True): {"no second factor": "security", "long ago": "verify", "just now": "view"},
}


# Whoever has a role needs a passkey, whatever else a route asks for.
ROLES = frozenset({"reader", "verifier", "editor", "owner"})


def expected(kind: tuple[str, bool, bool], person: str, standing: str, thing: str) -> str:
    """Return what should come: the view, not found, or a way in.

    The ways in are sign-in, security, passkey and verify.
    """
    who, strong, fresh = kind
    if who == "anyone":
        return "view"
    if person == STRANGER:
        return "sign-in"
    if thing not in LET_IN[who].get(person, ()):
        return "not found"
    if who in ROLES and standing in {"no second factor", "by an app"}:
        return "passkey"
    if standing == "by an app":
        standing = "just now"
    return PROOF[strong, fresh][standing]
