"""The pair: somebody to talk with and somebody who may prescribe, where medicine is considered."""

from collections.abc import Container, Sequence

from directory.matching.outcome import Match
from directory.matching.plan.parts import Pair, Person
from directory.matching.plan.people import person
from directory.matching.ranking import PRESCRIBING, TALKING, needs_both_roles
from directory.matching.request import MatchRequest
from directory.sentences import say
from directory.vocabulary import CONCERNS

_CALLS_FOR_MEDICINE = frozenset({"recommend", "required"})
_NOBODY = say("No one on this list can talk with you about medicine. Ask your own doctor about it.")
_NO_THERAPIST = say("No one on this list fits to talk with. Ask the prescriber for a name.")
_NO_PRESCRIBER = say("No one on this list can prescribe. Ask your own doctor about medicine.")


def pair(request: MatchRequest, matches: Sequence[Match]) -> Pair | None:
    """Return the first of each role among the matches; None where medicine is not considered."""
    if not matches or not considers_medicine(request):
        return None
    therapist, prescriber = _first(matches, TALKING), _first(matches, PRESCRIBING)
    return Pair(therapist, prescriber, _words(therapist, prescriber))


def considers_medicine(request: MatchRequest) -> bool:
    """Tell whether a talk about medicine belongs to the help, beside talking.

    It does at the level for both, where psychiatric medicine is taken or asked for beside talking,
    and where a concern calls for it; that it may be offered, as for depression, is not enough.
    """
    return (
        needs_both_roles(request)
        or bool(request.on_medication)
        or {"psychotherapy", "medication"} <= set(request.services)
        or any(CONCERNS[code].med_eval in _CALLS_FOR_MEDICINE for code in request.concerns)
    )


def _first(matches: Sequence[Match], roles: Container[str]) -> Person | None:
    return next((person(match) for match in matches if match.role in roles), None)


def _words(therapist: Person | None, prescriber: Person | None) -> str:
    if therapist is None and prescriber is None:
        return _NOBODY
    if therapist is None:
        return _NO_THERAPIST
    if prescriber is None:
        return _NO_PRESCRIBER
    if therapist == prescriber:
        return say("{name} can talk with you and can prescribe.", name=therapist.name)
    return say(
        "Talk with {therapist}. Ask {prescriber} about medicine. You can start with either. "
        "It is fine for them to talk with each other if you say yes.",
        therapist=therapist.name,
        prescriber=prescriber.name,
    )
