"""The main job: a triage result in, explained matches out; nothing about it is kept."""

from dataclasses import dataclass
from datetime import date
from functools import partial

from directory.matching import MatchOutcome, MatchRequest, allowed_licenses, match
from directory.matching.ranking import draw
from directory.providers import Provider
from directory.search import Candidates
from directory.storage import Providers
from directory.triage import Crisis, OutOfScope, OwnWords, crisis_card, read_own_words
from directory.triage.safety import FLAG_OF_CONCERN
from directory.vocabulary import LICENSES, SAFETY_FLAGS
from directory.workflows.indexing import catch_up
from directory.workflows.opening import Directory

# Here a person needs a crisis line before a list of names.
CRISIS_FIRST = frozenset({"crisis", "emergency_medical"})
_FEW = 3
_UNCONFIRMED = 5
_LOADED_AT_ONCE = 100


@dataclass(frozen=True, slots=True)
class Matched:
    """The matches for one request, with the crisis card and what is not for this directory."""

    request: MatchRequest
    outcome: MatchOutcome
    crisis: Crisis | None = None
    out_of_scope: OutOfScope | None = None
    unconfirmed: tuple[Provider, ...] = ()


def match_providers(
    directory: Directory, request: MatchRequest, limit: int = 10, show_providers: bool = False
) -> Matched:
    """Match a request; in a crisis answer with the crisis card alone unless told otherwise."""
    words = request.text or ""
    own_words = read_own_words(words, limit=0)
    request = _with_every_flag(request, own_words)
    crisis = crisis_card(request.level_of_care, request.safety_flags, request.age_group)
    if request.level_of_care in CRISIS_FIRST and not show_providers:
        return Matched(request, MatchOutcome(), crisis)
    catch_up(directory)
    candidates = directory.engine.candidates(request.state, words)
    with directory.database.reading() as session:
        providers = Providers(session)
        outcome = match(
            request,
            providers.get_published(candidates.ids),
            directory.today(),
            limit,
            candidates.relevance,
            candidates.elsewhere,
        )
        few = outcome.total < _FEW
        unconfirmed = _unconfirmed(directory, request, candidates, providers) if few else ()
    return Matched(request, outcome, crisis, own_words.out_of_scope, unconfirmed)


def _with_every_flag(request: MatchRequest, own_words: OwnWords) -> MatchRequest:
    """Raise the flags of the concerns and words also where another system did not."""
    of_concerns = (FLAG_OF_CONCERN.get(code, "") for code in request.concerns)
    raised = {*request.safety_flags, *of_concerns, *own_words.safety_flags}
    flags = tuple(flag for flag in SAFETY_FLAGS if flag in raised)
    return request.model_copy(update={"safety_flags": flags})


def _unconfirmed(
    directory: Directory, request: MatchRequest, candidates: Candidates, providers: Providers
) -> tuple[Provider, ...]:
    """Name some listings from the register that nobody has confirmed, others each day."""
    today = directory.today()
    ids = sorted(candidates.unclaimed, key=partial(draw, today))
    found: list[Provider] = []
    for start in range(0, len(ids), _LOADED_AT_ONCE):
        some = providers.get_published(ids[start : start + _LOADED_AT_ONCE])
        found += [provider for provider in some if _may_fit(provider, request, today)]
        if len(found) >= _UNCONFIRMED:
            break
    return tuple(found[:_UNCONFIRMED])


def _may_fit(provider: Provider, request: MatchRequest, today: date) -> bool:
    """Tell whether a register names a fitting licence in the state that is not known to be void."""
    licenses = allowed_licenses(request)
    return any(
        held.state == request.state
        and held.license in licenses
        and _may_give(held.license, request.asked_services)
        and held.status == "unverified"
        and not held.is_expired(today)
        for held in provider.licenses
    )


def _may_give(license: str, services: tuple[str, ...]) -> bool:
    """Tell whether a licence allows any of the services, as far as a licence decides it."""
    granted = {"medication": LICENSES[license].may_prescribe, "testing": LICENSES[license].may_test}
    return any(granted.get(service, True) for service in services)
