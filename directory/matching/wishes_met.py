"""Which of a person's wishes a provider meets, and which cannot be known from the listing."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from types import MappingProxyType
from typing import Literal

from directory.matching.distance import REMOTE, Meeting
from directory.matching.phrases import (
    EXPLORING_PHRASES,
    WAYS,
    Phrases,
    listed,
    names_couple_work,
    words_for,
)
from directory.matching.request import MatchRequest
from directory.providers import Provider
from directory.sentences import Dollars, say, say_many
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

    `need` and `found` are phrases without a subject: what was asked for, and what is so, as far as
    that is known; `question` asks a provider for it. `factor` is one of the ranking, or STYLE.
    `also_drop` names another wish without which this one would be met; `note` is what to say
    where it is not known, if there is more to say than that.
    """

    need: str
    question: str
    drop: str
    factor: str
    state: State
    found: str = ""
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
    need, question = _meets(request.delivery, "or"), _do_you_meet(request.delivery)
    asked = partial(Wish, need, question, "delivery", "access")
    if not provider.delivery:
        yield asked("not_known")
    elif meeting.ways:
        yield asked("met", _meets(_ways(meeting.ways)))
    else:
        yield asked("not_met", _meets(_ways(provider.delivery)))


def _ways(ways: Collection[str]) -> tuple[str, ...]:
    return tuple(code for code in DELIVERY if code in ways)


@lru_cache(maxsize=128)
def _meets(ways: tuple[str, ...], last: Literal["and", "or"] = "and") -> str:
    return say("meets {delivery}", delivery=listed((WAYS[code] for code in ways), last))


@lru_cache(maxsize=128)
def _do_you_meet(ways: tuple[str, ...]) -> str:
    return say("Do you meet {delivery}?", delivery=listed((WAYS[code] for code in ways), "or"))


def _distance(request: MatchRequest, meeting: Meeting) -> Iterator[Wish]:
    most, miles = request.within_miles, meeting.miles
    if most is None or request.zip is None:
        return
    need = say("is within {miles} miles", miles=_short(most))
    question = say("Are you within {miles} miles?", miles=_short(most))
    asked = partial(Wish, need, question, "within_miles", "access")
    if meeting.needs_no_trip:
        yield asked("met", say("can meet you without a trip"))
    elif miles is None:
        yield asked("not_known")
    else:
        found = say_many(
            "is about {count} mile from you", "is about {count} miles from you", round(miles)
        )
        # Who asks for one way to meet and would take any may be spared the trip.
        other = None if REMOTE.isdisjoint(meeting.ways_here) else "delivery"
        yield asked("met" if miles <= most else "not_met", found, also_drop=other)


def _short(number: float) -> float:
    """Return a whole number without its fraction of nought."""
    return int(number) if number == int(number) else number


def _cost(request: MatchRequest, provider: Provider) -> Iterator[Wish]:
    asked = request.cost
    if asked.payer is not None:
        yield _payer_wish(asked.payer, provider)
    if asked.max_fee is not None:
        yield _fee_wish(asked.max_fee, asked.sliding_scale, provider)
    if asked.sliding_scale:
        yield _sliding_wish(provider)


def _payer_wish(code: str, provider: Provider) -> Wish:
    words, state = _paid_by(code), _has(code, provider.payers)
    found = words.does if state == "met" else words.does_not
    return Wish(words.does, words.question, "coverage.payer", "cost", state, found)


@cache
def _paid_by(code: str) -> Phrases:
    payer = PAYERS.label(code)
    return Phrases(
        say("takes {payer}", payer=payer),
        say("does not take {payer}", payer=payer),
        say("Do you take {payer}?", payer=payer),
    )


def _fee_wish(most: float, sliding_asked: bool, provider: Provider) -> Wish:
    need = say("has sessions for {price} or less", price=Dollars(most))
    question = say("Do you have sessions for {price} or less?", price=Dollars(most))
    asked = partial(Wish, need, question, "coverage.max_fee", "cost")
    fee = provider.fee
    if fee is None:
        return asked("not_known")
    found = say("has fees from {price}", price=Dollars(fee.min))
    if fee.min <= most:
        return asked("met", found)
    if fee.sliding_scale and sliding_asked:
        note = say(
            "The fee starts at {price}. Some people pay less here. Ask before you book.",
            price=Dollars(fee.min),
        )
        return asked("not_known", note=note)
    return asked("not_met", found)


_LOWER_FEES = say("has lower fees for some people")
_ASK_FOR_LOWER_FEES = say("Do you have lower fees for some people?")
_NO_LOWER_FEES = say("does not list lower fees")


def _sliding_wish(provider: Provider) -> Wish:
    asked = partial(
        Wish, _LOWER_FEES, _ASK_FOR_LOWER_FEES, "coverage.sliding_scale", "cost", hard=False
    )
    if provider.fee is None:
        return asked("not_known")
    if provider.fee.sliding_scale:
        return asked("met", _LOWER_FEES)
    return asked("not_met", _NO_LOWER_FEES)


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
    words = words_for(preference, request.fears_partner)
    state = _has(preference.value, _known(preference.factor, request, provider, meeting))
    found = words.does if state == "met" else words.does_not
    need = words.does
    if preference.strength == "avoid":
        state, need = _TURNED[state], words.does_not
    hard = preference.strength != "prefer"
    return Wish(need, words.question, drop, ranked_under(preference), state, found, hard)


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
    words = EXPLORING_PHRASES[request.exploring]
    ways = {way for code in _work_that_counts(request, provider) if (way := exploring(code))}
    state = _has(request.exploring, ways)
    found = words.does if state == "met" else words.does_not
    drop = "exploration_comfort"
    yield Wish(words.does, words.question, drop, STYLE, state, found, hard=False)
