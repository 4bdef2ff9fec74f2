"""One listing out of two: which facts differ, which are suggested, and what comes of a choice."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from pydantic import BaseModel, ValidationError

from directory.errors import Invalid, problems_of
from directory.providers.freshness import FACTS as CONFIRMED_FACTS
from directory.providers.history import Json
from directory.providers.provider import Provider
from directory.providers.unions import UNIONS

# `kept`: as the listing that stays has it; `other`: as the one that goes; `both`: all of both.
Choice = Literal["kept", "other", "both"]

# The facts to choose from, in the order of a page about them.
MERGED_FACTS = (
    "name", "pronouns", "gender", "npi", "license", "licenses", "phone", "email", "website",
    "locations", "practice", "service_intent", "services", "accepts_suicidality", "modalities",
    "concerns", "formats", "groups", "age_groups", "delivery", "languages", "communities",
    "payers", "fee", "availability", "bio",
)  # fmt: skip
# What identifies a person may be filled in by whoever checked it, also where somebody keeps it.
_IDENTIFYING = frozenset({"npi", "licenses"})


@dataclass(frozen=True, slots=True)
class Merge:
    """A merge that holds: the listings as they were before, and what became of them."""

    id: int
    survivor_id: str
    gone_id: str
    at: datetime
    account_id: str
    survivor_before: Provider
    gone_before: Provider
    after: Provider


def differing(kept: Provider, other: Provider) -> tuple[str, ...]:
    """Return the facts in which two listings differ, in the order of a page."""
    return tuple(fact for fact in MERGED_FACTS if _value(kept, fact) != _value(other, fact))


def filled_facts(listing: Provider) -> tuple[str, ...]:
    """Return the facts of which a listing says something."""
    return tuple(fact for fact in MERGED_FACTS if not _is_empty(listing, fact))


def choices_for(kept: Provider, other: Provider, is_kept: bool) -> Mapping[str, tuple[Choice, ...]]:
    """Return by differing fact what may be chosen, what is suggested first.

    `is_kept` says that a provider keeps the listing that stays: what they wrote stands, and only
    what they left open can be filled in.
    """
    found: dict[str, tuple[Choice, ...]] = {}
    for fact in differing(kept, other):
        mine, theirs = _is_empty(kept, fact), _is_empty(other, fact)
        if theirs or (is_kept and not mine and fact not in _IDENTIFYING):
            found[fact] = ("kept",)
        elif mine:
            found[fact] = ("other", "kept")
        elif fact in UNIONS:
            found[fact] = (
                ("both", "kept", "other") if fact == "licenses" else ("kept", "other", "both")
            )
        else:
            found[fact] = ("kept", "other")
    return found


def merged(kept: Provider, other: Provider, choices: Mapping[str, Choice]) -> Provider:
    """Return the listing that stays with what was chosen of the other.

    A fact is confirmed as whatever it was taken from was; of both the older day counts. Raises
    Invalid where the facts do not fit together.
    """
    facts = {fact: _chosen(kept, other, fact, choice) for fact, choice in choices.items()}
    if not facts:
        return kept
    confirmed = _confirmed(kept, other, choices)
    dumped = kept.model_dump(mode="json") | facts | {"confirmed": confirmed}
    try:
        return Provider.model_validate(dumped)
    except ValidationError as error:
        raise Invalid(problems_of(error)) from None


def unmerged(now: Provider, merge: Merge) -> Provider:
    """Return the listing that stayed without what a merge changed; later edits of a fact stay.

    Raises Invalid where what was edited since does not fit what comes back.
    """
    if now == merge.after:
        return merge.survivor_before
    was, became, is_now = (
        one.model_dump(mode="json") for one in (merge.survivor_before, merge.after, now)
    )
    back = {
        name: was[name]
        for name in was
        if was[name] != became[name] and is_now[name] == became[name]
    }
    try:
        return Provider.model_validate(is_now | back)
    except ValidationError as error:
        raise Invalid(problems_of(error)) from None


def edited_since(now: Provider, merge: Merge) -> tuple[str, ...]:
    """Return the facts that were edited since a merge, which taking it back leaves alone."""
    became, is_now = merge.after.model_dump(mode="json"), now.model_dump(mode="json")
    return tuple(name for name in became if became[name] != is_now[name])


def _value(listing: Provider, fact: str) -> Json:
    return listing.model_dump(mode="json", include={fact})[fact]


def _is_empty(listing: Provider, fact: str) -> bool:
    value = getattr(listing, fact)
    return (
        value is None
        or value in ((), "")
        or (fact == "availability" and listing.availability.accepting == "unknown")
    )


def _chosen(kept: Provider, other: Provider, fact: str, choice: Choice) -> Json:
    if choice != "both":
        return _value(kept if choice == "kept" else other, fact)
    together = UNIONS[fact](getattr(kept, fact), getattr(other, fact))
    return [one.model_dump(mode="json") if isinstance(one, BaseModel) else one for one in together]


def _confirmed(kept: Provider, other: Provider, choices: Mapping[str, Choice]) -> dict[str, date]:
    days = dict(kept.confirmed)
    for fact in CONFIRMED_FACTS:
        choice = choices.get(fact, "kept")
        if choice == "kept":
            continue
        days.pop(fact, None)
        both = [one.confirmed[fact] for one in (kept, other) if fact in one.confirmed]
        if choice == "other" and fact in other.confirmed:
            days[fact] = other.confirmed[fact]
        elif choice == "both" and len(both) == 2:
            days[fact] = min(both)
    return days
