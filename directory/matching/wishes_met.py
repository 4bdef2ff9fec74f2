"""Which of a person's wishes a provider meets, and which cannot be known from the listing."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from directory.matching.distance import REMOTE, Meeting
from directory.matching.phrases import (
    EXPLORING_PHRASES,
    WAYS,
    listed,
    names_couple_work,
    phrases_of,
)
from directory.matching.request import MatchRequest
from directory.providers import Provider
from directory.vocabulary import DELIVERY, PAYERS
from directory.vocabulary.approaches import APPROACHES, approaches, exploring, is_couple_work
from directory.wishes import Preference

State = Literal["met", "not_met", "not_known"]
# Under which soft wishes about the way of working stand within the factor `preference`.
STYLE = "style"
_TURNED: dict[State, State] = {"met": "not_met", "not_met": "met", "not_known": "not_known"}

# What a listing says of each factor that it states outright.
_FACTS: Mapping[str, Callable[[Provider], Collection[str]]] = MappingProxyType(
    {
        "gender": lambda provider: (provider.gender,) if provider.gender else (),
        "license": lambda provider: (provider.license,),
        "language": lambda provider: provider.languages,
        "community": lambda provider: provider.communities,
        "modality": lambda provider: {held.code for held in provider.modalities},
        "accessibility": lambda provider: {
            code for place in provider.locations for code in place.accessibility
        },
    }
)


@dataclass(frozen=True, slots=True)
class Wish:
    """One wish with whether it is met; `drop` is its name among the relaxations.

    `need` and `found` are phrases without a subject: what was asked for, and what is so. `factor`
    is one of the ranking, or STYLE.
    `also_drop` names another wish without which this one would be met; `note` is what to say
    where it is not known, if there is more to say than that.
    """

    need: str
    state: State
    found: str
    drop: str
    factor: str
    hard: bool = True
    note: str = ""
    also_drop: str | None = None


def wishes(request: MatchRequest, provider: Provider, meeting: Meeting) -> tuple[Wish, ...]:
    """Return every wish that the person stated, in a fixed order."""
    return (
        *_delivery(request, provider, meeting),
        *_distance(request, meeting),
        *_cost(request, provider),
        *_preferences(request, provider, meeting),
        *_exploring(request, provider),
    )


def _delivery(request: MatchRequest, provider: Provider, meeting: Meeting) -> Iterator[Wish]:
    if not request.delivery:
        return
    need = f"meets {listed((WAYS[code] for code in request.delivery), 'or')}"
    if not provider.delivery:
        yield Wish(need, "not_known", need, "delivery", "access")
    elif meeting.ways:
        yield Wish(need, "met", f"meets {_ways(meeting.ways)}", "delivery", "access")
    else:
        yield Wish(need, "not_met", f"meets {_ways(provider.delivery)}", "delivery", "access")


def _ways(ways: Collection[str]) -> str:
    return listed(WAYS[code] for code in DELIVERY if code in ways)


def _distance(request: MatchRequest, meeting: Meeting) -> Iterator[Wish]:
    most = request.within_miles
    if most is None or request.zip is None:
        return
    need, miles = f"is within {most:g} miles", meeting.miles
    if meeting.needs_no_trip:
        yield Wish(need, "met", "can meet you without a trip", "within_miles", "access")
    elif miles is None:
        yield Wish(need, "not_known", need, "within_miles", "access")
    else:
        found = f"is about {miles:.0f} miles from you"
        state: State = "met" if miles <= most else "not_met"
        # Who asks for one way to meet and would take any may be spared the trip.
        other = None if REMOTE.isdisjoint(meeting.ways_here) else "delivery"
        yield Wish(need, state, found, "within_miles", "access", also_drop=other)


def _cost(request: MatchRequest, provider: Provider) -> Iterator[Wish]:
    asked = request.cost
    if asked.payer is not None:
        takes = f"takes {PAYERS.label(asked.payer)}"
        state = _has(asked.payer, provider.payers)
        found = takes if state == "met" else f"does not take {PAYERS.label(asked.payer)}"
        yield Wish(takes, state, found, "coverage.payer", "cost")
    if asked.max_fee is not None:
        yield _fee_wish(asked.max_fee, asked.sliding_scale, provider)
    if asked.sliding_scale:
        yield _sliding_wish(provider)


def _fee_wish(most: float, sliding_asked: bool, provider: Provider) -> Wish:
    need, fee = f"has sessions for ${most:g} or less", provider.fee
    drop, factor = "coverage.max_fee", "cost"
    if fee is None:
        return Wish(need, "not_known", need, drop, factor)
    found = f"has fees from ${fee.min:g}"
    if fee.min <= most:
        return Wish(need, "met", found, drop, factor)
    if fee.sliding_scale and sliding_asked:
        note = f"The fee starts at ${fee.min:g}. Some people pay less here. Ask before you book."
        return Wish(need, "not_known", need, drop, factor, note=note)
    return Wish(need, "not_met", found, drop, factor)


def _sliding_wish(provider: Provider) -> Wish:
    need, drop = "has lower fees for some people", "coverage.sliding_scale"
    if provider.fee is None:
        return Wish(need, "not_known", need, drop, "cost", hard=False)
    if provider.fee.sliding_scale:
        return Wish(need, "met", need, drop, "cost", hard=False)
    return Wish(need, "not_met", "does not list lower fees", drop, "cost", hard=False)


def _preferences(request: MatchRequest, provider: Provider, meeting: Meeting) -> Iterator[Wish]:
    for drop, preference in asked_preferences(request):
        yield _preference(preference, request, provider, meeting, drop)


def asked_preferences(request: MatchRequest) -> Iterator[tuple[str, Preference]]:
    """Yield each preference that is asked of anybody, with its name among the relaxations."""
    for position, preference in enumerate(request.preferences):
        is_wanted = preference.strength != "avoid"
        if not (is_wanted and request.fears_partner and names_couple_work(preference)):
            yield f"preferences[{position}]", preference


def _preference(
    preference: Preference, request: MatchRequest, provider: Provider, meeting: Meeting, drop: str
) -> Wish:
    has, has_not = phrases_of(preference, request.fears_partner)
    state = _has(preference.value, _known(preference.factor, request, provider, meeting))
    found = has if state == "met" else has_not
    need = has
    if preference.strength == "avoid":
        state, need = _TURNED[state], has_not
    hard = preference.strength != "prefer"
    return Wish(need, state, found, drop, ranked_under(preference), hard)


def _has(value: str, known: Collection[str]) -> State:
    if not known:
        return "not_known"
    return "met" if value in known else "not_met"


def _known(
    factor: str, request: MatchRequest, provider: Provider, meeting: Meeting
) -> Collection[str]:
    """Return the values that a listing has for a factor; none where it is silent."""
    if factor == "delivery":
        return meeting.ways_here
    if factor in _FACTS:
        return _FACTS[factor](provider)
    return {
        way for code in _work_that_counts(request, provider) for way in approaches(code, factor)
    }


def _work_that_counts(request: MatchRequest, provider: Provider) -> Iterator[str]:
    """Yield the modalities that count as a fit: no couples work where a partner is feared."""
    for held in provider.modalities:
        if not (request.fears_partner and is_couple_work(held.code)):
            yield held.code


def ranked_under(preference: Preference) -> str:
    """Return the factor of the ranking that a preference belongs to, or STYLE."""
    if preference.factor in {"language", "community"}:
        return "culture_language"
    if preference.factor in {"delivery", "accessibility"}:
        return "access"
    is_style = preference.factor in APPROACHES and preference.strength == "prefer"
    return STYLE if is_style else "preference"


def _exploring(request: MatchRequest, provider: Provider) -> Iterator[Wish]:
    """Yield how the ways of a provider suit the person's comfort with exploring feelings."""
    if request.exploring is None:
        return
    has, has_not = EXPLORING_PHRASES[request.exploring]
    ways = {way for code in _work_that_counts(request, provider) if (way := exploring(code))}
    state = _has(request.exploring, ways)
    found = has if state == "met" else has_not
    yield Wish(has, state, found, "exploration_comfort", STYLE, hard=False)
