"""The course of a claim: which step leads where, and how long each may take."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Literal

from directory.errors import Conflict
from directory.providers.provider import Provider

State = Literal[
    "asked",  # waits for us: to call, to print a letter, to look at papers
    "proof_sent",  # waits for the claimant: a link or a code is on its way
    "proven",  # waits for us: an admin decides
    "approved",  # kept by the claimant, while others may still object
    "frozen",  # somebody objected, and nobody keeps it until an admin decides
    "settled",
    "rejected",
    "withdrawn",
    "expired",
]
Way = Literal["email", "domain", "phone", "letter", "by_hand"]
MAILED: frozenset[Way] = frozenset({"email", "domain"})

TOKEN_LASTS = timedelta(hours=48)
CODE_LASTS = timedelta(days=30)
DISPUTE_WINDOW = timedelta(days=7)
SHORTEST = min(TOKEN_LASTS, CODE_LASTS, DISPUTE_WINDOW)

_STEPS: Mapping[State, frozenset[State]] = {
    "asked": frozenset({"proof_sent", "proven", "rejected", "withdrawn"}),
    "proof_sent": frozenset({"asked", "proof_sent", "proven", "rejected", "withdrawn", "expired"}),
    "proven": frozenset({"approved", "rejected", "withdrawn"}),
    "approved": frozenset({"settled", "frozen"}),
    "frozen": frozenset({"settled", "rejected"}),
    "settled": frozenset({"frozen"}),
    "rejected": frozenset(),
    "withdrawn": frozenset(),
    "expired": frozenset({"asked", "proof_sent"}),
}
OPEN: frozenset[State] = frozenset({"asked", "proof_sent", "proven"})
# The states in which the listing is, or was until somebody objected, the claimant's to keep.
HOLDING: frozenset[State] = frozenset({"approved", "frozen", "settled"})


@dataclass(frozen=True, slots=True)
class Claim:
    """One person's wish to keep one listing, as it was written down last.

    `sent_to` is a contact on file or at the practice's own domain. `contests` says that somebody
    else kept the listing at that time. `before` is the listing as it was when the claim was
    approved, None where it was new; `frozen` is what the freeze took from the public. `letter_due`
    says that whoever is on file is yet to be told by letter.
    """

    id: str
    provider_id: str
    account_id: str
    asked_at: datetime
    way: Way
    sent_to: str
    state: State
    since: datetime
    npi: str | None = None
    license_state: str = ""
    license_number: str = ""
    contests: bool = False
    question: str = ""
    answer: str = ""
    reason: str = ""
    decided_by: str | None = None
    before: Provider | None = None
    frozen: Provider | None = None
    letter_due: bool = False

    def at(self, now: datetime) -> "Claim":
        """Return the claim as it stands at a time, with the step that its deadline brought."""
        end = deadline(self.state, self.way, self.since)
        if end is None or now < end:
            return self
        return replace(self, state=_AFTER_DEADLINE[self.state], since=end)

    def becoming(self, state: State, now: datetime) -> "Claim":
        """Return the claim one step on; raise Conflict where no step leads there by now."""
        standing = self.at(now)
        if not may_become(standing.state, state):
            raise Conflict(f"a claim that is {standing.state} cannot become {state}")
        return replace(standing, state=state, since=now)


_AFTER_DEADLINE: Mapping[State, State] = {"proof_sent": "expired", "approved": "settled"}


def nobodys(claim: Claim) -> Claim:
    """Return what stays of a claim whose account is deleted: how the listing was before it."""
    return Claim(
        id=claim.id,
        provider_id=claim.provider_id,
        account_id="",
        asked_at=claim.asked_at,
        way="by_hand",
        sent_to="",
        state="settled",
        since=claim.since,
        before=claim.before,
    )


def may_become(state: State, to: State) -> bool:
    """Tell whether a step leads from one state to another."""
    return to in _STEPS[state]


def deadline(state: State, way: Way, since: datetime) -> datetime | None:
    """Return when a state ends by itself, None where somebody has to end it.

    What waits for us never runs out: nobody loses a claim because an admin was slow.
    """
    if state == "approved":
        return since + DISPUTE_WINDOW
    if state == "proof_sent":
        return since + (CODE_LASTS if way == "letter" else TOKEN_LASTS)
    return None
