"""A call: what the listing says, what was heard, and whether the two agree.

Nothing here has room for a need, a story or a name: a call asks what any caller asks.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Literal

from directory.accuracy.sampling import drawn_one
from directory.providers import Provider
from directory.vocabulary.payers import NO_PLANS

Reached = Literal["yes", "no_answer", "wrong_number"]
Told = Literal["yes", "no", "not_told"]
Openings = Literal["yes", "waitlist", "no", "not_told"]
# `unknown` is neither: nobody said, or nobody asked.
Verdict = Literal["right", "wrong", "unknown"]
CALL_FACTS = ("reached", "person", "accepting", "plan", "address", "wait")
# A listing is accurate where all of these that it states are right. A wait is told as days, and
# guessed by everyone, so it is counted by itself.
DECIDING = ("reached", "person", "accepting", "plan", "address")
# What is wrong, in the words of admins.
WRONG: Mapping[str, str] = {
    "reached": "Nobody could be reached",
    "person": "The person does not work there",
    "accepting": "Whether they take new patients is wrong",
    "plan": "They do not take the plan",
    "address": "The place is wrong",
    "wait": "The wait is longer",
}
# So many days longer than the listing says, a wait is still right.
WAIT_LEEWAY = 7


@dataclass(frozen=True, slots=True)
class Said:
    """What a listing says of the things that a call asks about; empty or None where nothing.

    `plan` is the one of its health plans that is asked about.
    """

    phones: tuple[str, ...] = ()
    accepting: str = "unknown"
    wait_days: int | None = None
    plan: str = ""
    places: tuple[str, ...] = ()

    @property
    def mark(self) -> str:
        """A few letters that change where any of it changes."""
        return sha256(repr(self).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Heard:
    """What was heard in a call; what was not asked, for it was not stated, is `not_told`."""

    reached: Reached
    person: Told = "not_told"
    accepting: Openings = "not_told"
    wait_days: int | None = None
    plan: Told = "not_told"
    address: Told = "not_told"


def said_by(provider: Provider, plan: str) -> Said:
    """Return what a listing says as anybody may see it; `plan` counts while it is stated."""
    shown = provider.as_published()
    numbers = (shown.phone, *(place.phone for place in shown.locations))
    openings = shown.availability
    takes = openings.accepting in {"yes", "waitlist"}
    return Said(
        phones=tuple(dict.fromkeys(number for number in numbers if number)),
        accepting=openings.accepting,
        wait_days=openings.next_opening_days if takes else None,
        plan=plan if plan in shown.payers else "",
        places=tuple(
            ", ".join(filter(None, (place.street, place.city, place.state)))
            for place in shown.locations
        ),
    )


def plan_to_ask(seed: str, provider: Provider) -> str:
    """Draw the health plan to ask about, empty where a listing names none."""
    plans = [code for code in provider.payers if code not in NO_PLANS]
    return drawn_one(seed, provider.id, plans) if plans else ""


def verdicts(said: Said, heard: Heard) -> Mapping[str, Verdict]:
    """Return what is right and wrong of whatever a listing states; what it does not is left out.

    Where nobody was reached, or the person is not there, nothing more can be known.
    """
    found: dict[str, Verdict] = {"reached": "right" if heard.reached == "yes" else "wrong"}
    answered = heard.reached == "yes"
    found["person"] = _told(heard.person) if answered else "unknown"
    is_there = found["person"] == "right"
    asked: dict[str, Verdict] = {}
    if said.accepting != "unknown":
        asked["accepting"] = _openings(said.accepting, heard.accepting)
    if said.plan:
        asked["plan"] = _told(heard.plan)
    if said.places:
        asked["address"] = _told(heard.address)
    if said.wait_days is not None:
        asked["wait"] = _wait(said.wait_days, heard.wait_days)
    return found | {fact: one if is_there else "unknown" for fact, one in asked.items()}


def outcome(found: Mapping[str, Verdict]) -> Verdict:
    """Return whether a listing was accurate: one wrong is enough for no, all right for yes."""
    deciding = [found[fact] for fact in DECIDING if fact in found]
    if "wrong" in deciding:
        return "wrong"
    return "right" if deciding and "unknown" not in deciding else "unknown"


def confirmed_by(said: Said, found: Mapping[str, Verdict], plans: int) -> tuple[str, ...]:
    """Return the facts of a listing that a call confirms whole.

    One plan or one place that is right says nothing of others, so these count where there is only
    one; `plans` is how many the listing names.
    """
    whole = {
        "availability": found.get("accepting") == "right" and found.get("wait") != "wrong",
        "payers": found.get("plan") == "right" and plans == 1,
        "locations": found.get("address") == "right" and len(said.places) == 1,
    }
    return tuple(fact for fact, holds in whole.items() if holds)


def _told(answer: Told) -> Verdict:
    return {"yes": "right", "no": "wrong", "not_told": "unknown"}[answer]  # type: ignore[return-value]


def _openings(said: str, heard: Openings) -> Verdict:
    if heard == "not_told":
        return "unknown"
    return "right" if said == heard else "wrong"


def _wait(said: int, heard: int | None) -> Verdict:
    if heard is None:
        return "unknown"
    return "right" if heard <= said + WAIT_LEEWAY else "wrong"
