"""The main job: a triage result in, explained matches out; nothing about it is kept."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from directory.matching import MatchOutcome, MatchRequest, crisis_plan
from directory.providers import Provider
from directory.storage import Photos, Providers
from directory.triage import Crisis, OutOfScope, OwnWords, crisis_card, read_own_words
from directory.triage.safety import FLAG_OF_CONCERN
from directory.vocabulary import SAFETY_FLAGS
from directory.workflows.indexing import catch_up
from directory.workflows.matching.finding_matches import Finding
from directory.workflows.opening import Directory

# Here a person needs a crisis line before a list of names.
CRISIS_FIRST = frozenset({"crisis", "emergency_medical"})


@dataclass(frozen=True, slots=True)
class Matched:
    """The matches for one request, with the crisis card and what is not for this directory.

    `photos` has by listing the names of their photos.
    """

    request: MatchRequest
    outcome: MatchOutcome
    crisis: Crisis | None = None
    out_of_scope: OutOfScope | None = None
    unconfirmed: tuple[Provider, ...] = ()
    photos: Mapping[str, str] = field(default_factory=dict)


def match_providers(
    directory: Directory,
    request: MatchRequest,
    limit: int = 10,
    show_providers: bool = False,
    is_shown: bool = True,
    seen: Collection[str] = (),
) -> Matched:
    """Match a request; in a crisis answer with the crisis card alone unless told otherwise.

    Where it is shown to a person, it is counted who was, for the turns of the days to come; who was
    `seen` by the same person on the same day is not counted again.
    """
    own_words = read_own_words(request.text or "", limit=0)
    request = _with_every_flag(request, own_words)
    crisis = crisis_card(request.level_of_care, request.safety_flags, request.age_group)
    if request.level_of_care in CRISIS_FIRST and not show_providers:
        return Matched(request, MatchOutcome(plan=crisis_plan(request)), crisis)
    catch_up(directory)
    today = directory.today()
    exposure = directory.showings.before(today)
    with directory.database.reading() as session:
        finding = Finding(request, today, limit, Providers(session), directory.ranking, exposure)
        found = finding.by(directory.engine)
        ids = [match.provider.id for match in found.outcome.matches]
        photos = Photos(session).public_names(ids)
    if is_shown:
        directory.showings.add(today, ids, seen)
        directory.views.add(today, "shown", (id for id in ids if id not in seen))
    scope = own_words.out_of_scope
    return Matched(request, found.outcome, crisis, scope, found.unconfirmed, photos)


def _with_every_flag(request: MatchRequest, own_words: OwnWords) -> MatchRequest:
    """Raise the flags of the concerns and words also where another system did not."""
    of_concerns = (FLAG_OF_CONCERN.get(code, "") for code in request.concerns)
    raised = {*request.safety_flags, *of_concerns, *own_words.safety_flags}
    flags = tuple(flag for flag in SAFETY_FLAGS if flag in raised)
    return request.model_copy(update={"safety_flags": flags})
