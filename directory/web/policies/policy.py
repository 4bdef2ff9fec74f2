"""Whom a route is for."""

from dataclasses import dataclass
from typing import Literal

# `keeper` is whoever may edit a listing: those who keep it, and the managers of the practice that
# it joined. `sole_keeper` leaves the managers out. The last four are the roles of those who run the
# directory: each lets in those of the later ones, too.
Who = Literal[
    "anyone",
    "account",
    "passkey_owner",
    "keeper",
    "sole_keeper",
    "practice_manager",
    "claimant",
    "reader",
    "verifier",
    "editor",
    "owner",
]


@dataclass(frozen=True, slots=True)
class Policy:
    """Whom a route is for.

    `strong`: only with a second factor that was used; `fresh`: only shortly after proving who one
    is.
    """

    who: Who
    strong: bool = False
    fresh: bool = False
