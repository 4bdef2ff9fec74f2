"""The main job: a triage result in, explained matches out; nothing about it is kept."""

from dataclasses import dataclass

from directory.matching import MatchOutcome, MatchRequest, allowed_licenses, match
from directory.providers import Provider
from directory.search import Candidates
from directory.storage import Providers
from directory.triage import Crisis, OutOfScope, crisis_card, read_own_words
from directory.workflows.indexing import catch_up
from directory.workflows.opening import Directory

# Here a person needs a crisis line before a list of names.
_CRISIS_FIRST = frozenset({"crisis", "emergency_medical"})
_FEW = 3
_UNCONFIRMED = 5


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
    request = _with_flags_of_words(request)
    crisis = crisis_card(request.level_of_care, request.safety_flags, request.age_group)
    if request.level_of_care in _CRISIS_FIRST and not show_providers:
        return Matched(request, MatchOutcome(), crisis)
    words = request.text or ""
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
        unconfirmed = _unconfirmed(request, outcome, candidates, providers)
    scope = read_own_words(words).out_of_scope if words else None
    return Matched(request, outcome, crisis, scope, unconfirmed)


def _with_flags_of_words(request: MatchRequest) -> MatchRequest:
    """Take the words of the person seriously also where another system did not read them."""
    found = read_own_words(request.text or "").safety_flags
    flags = tuple(dict.fromkeys((*request.safety_flags, *found)))
    return request.model_copy(update={"safety_flags": flags})


def _unconfirmed(
    request: MatchRequest, outcome: MatchOutcome, candidates: Candidates, providers: Providers
) -> tuple[Provider, ...]:
    """Where matches are few, name some listings from the register that nobody has confirmed."""
    if outcome.total >= _FEW:
        return ()
    licenses = allowed_licenses(request)
    fitting = (
        p for p in providers.get_published(candidates.unclaimed) if _claims(p, request, licenses)
    )
    return tuple(provider for provider, _ in zip(fitting, range(_UNCONFIRMED), strict=False))


def _claims(provider: Provider, request: MatchRequest, licenses: frozenset[str]) -> bool:
    return any(
        license.state == request.state and license.license in licenses
        for license in provider.licenses
    )
