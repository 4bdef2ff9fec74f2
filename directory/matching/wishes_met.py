"""Which of a person's wishes a provider meets, and which cannot be known from the listing."""

from collections.abc import Callable, Collection, Iterator, Mapping
from types import MappingProxyType

from directory.matching.cost_wishes import cost_wishes
from directory.matching.distance import Meeting
from directory.matching.meeting_wishes import meeting_wishes
from directory.matching.phrases import EXPLORING_PHRASES, names_couple_work, words_for
from directory.matching.request import MatchRequest
from directory.matching.wish import STYLE, State, Wish, state_of
from directory.providers import Provider
from directory.vocabulary.approaches import APPROACHES, approaches, exploring, is_couple_work
from directory.wishes import Preference

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


def wishes(request: MatchRequest, provider: Provider, meeting: Meeting) -> tuple[Wish, ...]:
    """Return every wish that the person stated, in a fixed order."""
    return (
        *meeting_wishes(request, provider, meeting),
        *cost_wishes(request, provider),
        *_preferences(request, provider, meeting),
        *_exploring(request, provider),
    )


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
    state = state_of(preference.value, _known(preference.factor, request, provider, meeting))
    found = words.does if state == "met" else words.does_not
    need = words.does
    if preference.strength == "avoid":
        state, need = _TURNED[state], words.does_not
    hard = preference.strength != "prefer"
    return Wish(need, words.question, drop, ranked_under(preference), state, found, hard)


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
    state = state_of(request.exploring, ways)
    found = words.does if state == "met" else words.does_not
    drop = "exploration_comfort"
    yield Wish(words.does, words.question, drop, STYLE, state, found, hard=False)
