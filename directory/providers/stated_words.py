"""What a listing states, fact by fact, in a few words for whoever keeps it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from directory.providers.parts import Availability, Fee
from directory.providers.provider import Provider
from directory.sentences import ENGLISH
from directory.vocabulary import (
    ACCEPTING,
    AGE_GROUPS,
    CONCERNS,
    DELIVERY,
    FORMATS,
    LANGUAGES,
    MODALITIES,
    PAYERS,
    SERVICES,
    Term,
    Vocabulary,
)

_MOST = 4  # values that are named
_LONGEST = 80  # characters of a bio

FACT_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "availability": "Openings",
        "payers": "Insurance",
        "locations": "Places",
        "fee": "Cost",
        "licenses": "Licenses",
        "services": "Kind of help",
        "modalities": "Kinds of therapy",
        "concerns": "What you help with",
        "formats": "Who is in the room",
        "groups": "Groups",
        "age_groups": "Ages",
        "delivery": "Ways to meet",
        "languages": "Languages",
        "bio": "Your own words",
    }
)


@dataclass(frozen=True, slots=True)
class Stated:
    """One fact with its name and what the listing says of it."""

    fact: str
    name: str
    words: str


def stated(provider: Provider, fact: str) -> Stated:
    """Return what a listing says of one of its facts."""
    return Stated(fact, FACT_NAMES[fact], _WORDS[fact](provider))


def openings_words(openings: Availability) -> str:
    """Say whether new people are taken, how soon, and until when a pause lasts."""
    status = str(ACCEPTING.label(openings.accepting))
    if openings.accepting == "unknown":
        return "Not known"
    if openings.paused_until:
        return f"{status}: a pause until {ENGLISH.day(openings.paused_until)}"
    days = openings.next_opening_days
    return status if days is None else f"{status}, in about {days} day{'s' * (days != 1)}"


def _named(names: Iterable[str]) -> str:
    told = [str(name) for name in names]
    more = len(told) - _MOST
    return ", ".join(told[:_MOST]) + (f" and {more} more" if more > 0 else "")


def _codes(field: str, vocabulary: Vocabulary[Term]) -> Callable[[Provider], str]:
    return lambda provider: _named(map(vocabulary.label, getattr(provider, field)))


def _fee(fee: Fee | None) -> str:
    if fee is None:
        return ""
    low, high = f"${fee.min:,.0f}", f"${fee.max:,.0f}"
    price = low if low == high else f"{low} to {high}"
    return f"{price} a session" + (", less for people who earn less" if fee.sliding_scale else "")


def _bio(provider: Provider) -> str:
    words = " ".join(provider.bio.split())
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rpartition(' ')[0]} …"


_WORDS: Mapping[str, Callable[[Provider], str]] = MappingProxyType(
    {
        "availability": lambda provider: openings_words(provider.availability),
        "payers": _codes("payers", PAYERS),
        "locations": lambda one: _named(f"{p.city}, {p.state}" for p in one.locations),
        "fee": lambda provider: _fee(provider.fee),
        "licenses": lambda one: _named(f"{h.title} in {h.state}" for h in one.licenses),
        "services": _codes("services", SERVICES),
        "modalities": lambda one: _named(MODALITIES.label(held.code) for held in one.modalities),
        "concerns": _codes("concerns", CONCERNS),
        "formats": _codes("formats", FORMATS),
        "groups": lambda provider: _named(group.name for group in provider.groups),
        "age_groups": _codes("age_groups", AGE_GROUPS),
        "delivery": _codes("delivery", DELIVERY),
        "languages": _codes("languages", LANGUAGES),
        "bio": _bio,
    }
)
