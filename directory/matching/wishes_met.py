"""Which of a person's wishes a provider meets, and which cannot be known from the listing."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Literal

from directory.matching.approach import approaches, is_couple_work
from directory.matching.distance import REMOTE, miles_to, ways_to_meet
from directory.matching.request import MatchRequest
from directory.providers import Provider
from directory.vocabulary import (
    ACCESSIBILITY,
    COMMUNITIES,
    DELIVERY,
    GENDERS,
    LANGUAGES,
    LICENSES,
    MODALITIES,
    PAYERS,
)
from directory.wishes import Preference

State = Literal["met", "not_met", "not_known"]

_WORDS = {
    "language": ("speaks {}", LANGUAGES),
    "modality": ("offers {}", MODALITIES),
    "gender": ("gender: {}", GENDERS),
    "license": ("is a {}", LICENSES),
    "delivery": ("meets you: {}", DELIVERY),
    "community": ("knows well: {}", COMMUNITIES),
    "accessibility": ("has {}", ACCESSIBILITY),
}
_APPROACH_WORDS = {
    "structured": "works with a plan",
    "open": "lets the talk go where you take it",
    "past": "looks at the past",
    "present": "looks at the here and now",
    "brief": "works in a short time",
    "medium": "works over some months",
    "long": "works over a long time",
}
_SAYS = {
    "met": "Yes: {}.",
    "not_met": "No: the listing does not say so.",
    "not_known": "The listing does not say. Ask before you book.",
}


@dataclass(frozen=True, slots=True)
class Wish:
    """One wish with whether it is met; `drop` is its name among the relaxations."""

    need: str
    state: State
    text: str
    drop: str
    factor: str
    hard: bool


def wishes(request: MatchRequest, provider: Provider) -> tuple[Wish, ...]:
    """Return every wish that the person stated, in a fixed order."""
    return (
        *_delivery(request, provider),
        *_distance(request, provider),
        *_cost(request, provider),
        *_preferences(request, provider),
    )


def hard_wishes(request: MatchRequest, provider: Provider) -> tuple[Wish, ...]:
    """Return the wishes that a match may not go against."""
    return tuple(wish for wish in wishes(request, provider) if wish.hard)


def _wish(need: str, state: State, drop: str, factor: str, hard: bool, text: str = "") -> Wish:
    return Wish(need, state, text or _SAYS[state].format(need), drop, factor, hard)


def _has(value: str, known: Collection[str]) -> State:
    if not known:
        return "not_known"
    return "met" if value in known else "not_met"


def _delivery(request: MatchRequest, provider: Provider) -> Iterator[Wish]:
    if not request.delivery:
        return
    common = ways_to_meet(request, provider)
    need = "meets " + " or ".join(DELIVERY.label(code).lower() for code in request.delivery)
    state: State = "met" if common else "not_met" if provider.delivery else "not_known"
    yield _wish(need, state, "delivery", "access", hard=True)


def _distance(request: MatchRequest, provider: Provider) -> Iterator[Wish]:
    if request.within_miles is None or request.zip is None:
        return
    need = f"within {request.within_miles:g} miles"
    if request.delivery and ways_to_meet(request, provider) & REMOTE:
        yield _wish(need, "met", "within_miles", "access", True, "You can meet without a trip.")
        return
    miles = miles_to(request, provider)
    if miles is None:
        yield _wish(need, "not_known", "within_miles", "access", hard=True)
        return
    state: State = "met" if miles <= request.within_miles else "not_met"
    yield _wish(need, state, "within_miles", "access", True, f"About {miles:.0f} miles from you.")


def _cost(request: MatchRequest, provider: Provider) -> Iterator[Wish]:
    asked, fee = request.cost, provider.fee
    if asked.payer is not None:
        need = f"takes {PAYERS.label(asked.payer)}"
        yield _wish(need, _has(asked.payer, provider.payers), "coverage.payer", "cost", hard=True)
    if asked.max_fee is not None:
        yield _fee_wish(asked.max_fee, asked.sliding_scale, provider)
    if asked.sliding_scale:
        state: State = "not_known" if fee is None else "met" if fee.sliding_scale else "not_met"
        need = "has lower fees for some"
        yield _wish(need, state, "coverage.sliding_scale", "cost", hard=False)


def _fee_wish(most: float, sliding_asked: bool, provider: Provider) -> Wish:
    need, fee = f"${most:g} or less a session", provider.fee
    if fee is None:
        return _wish(need, "not_known", "coverage.max_fee", "cost", hard=True)
    text = f"The fee starts at ${fee.min:g}."
    if fee.min <= most:
        return _wish(need, "met", "coverage.max_fee", "cost", True, text)
    if fee.sliding_scale and sliding_asked:
        text += " Some people pay less here: ask."
        return _wish(need, "not_known", "coverage.max_fee", "cost", True, text)
    return _wish(need, "not_met", "coverage.max_fee", "cost", True, text)


def _preferences(request: MatchRequest, provider: Provider) -> Iterator[Wish]:
    for position, preference in enumerate(request.preferences):
        if request.fears_partner and _asks_for_couple_work(preference):
            continue
        yield _preference(preference, provider, f"preferences[{position}]")


def _asks_for_couple_work(preference: Preference) -> bool:
    return preference.factor == "modality" and is_couple_work(preference.value)


def _preference(preference: Preference, provider: Provider, drop: str) -> Wish:
    state = _preference_state(preference, provider)
    need = _need_words(preference)
    if preference.strength == "avoid":
        turned: dict[State, State] = {"met": "not_met", "not_met": "met", "not_known": "not_known"}
        state, need = turned[state], f"not: {need}"
    hard = preference.strength != "prefer"
    return _wish(need, state, drop, _factor_of(preference.factor), hard)


def _need_words(preference: Preference) -> str:
    if preference.factor not in _WORDS:
        return _APPROACH_WORDS[preference.value]
    pattern, labels = _WORDS[preference.factor]
    return pattern.format(labels.label(preference.value))


def _preference_state(preference: Preference, provider: Provider) -> State:
    value = preference.value
    if preference.factor in {"structure", "time_focus", "length"}:
        known = {way for m in provider.modalities for way in approaches(m.code, preference.factor)}
        return _has(value, known)
    return _has(
        value,
        {
            "language": provider.languages,
            "modality": [modality.code for modality in provider.modalities],
            "gender": [provider.gender] if provider.gender else [],
            "license": [provider.license],
            "delivery": provider.delivery,
            "community": provider.communities,
            "accessibility": [code for p in provider.locations for code in p.accessibility],
        }[preference.factor],
    )


def _factor_of(factor: str) -> str:
    if factor in {"language", "community"}:
        return "culture_language"
    return "access" if factor in {"delivery", "accessibility"} else "preference"
