"""Help that may be added to care, such as yoga, and that is never the sole answer to a need."""

from collections.abc import Sequence

from directory.matching.need_factor import can_be_given
from directory.matching.outcome import Match
from directory.matching.phrases import TELLING_CONCERNS
from directory.matching.plan.parts import AddOn, Grade
from directory.matching.plan.people import person
from directory.matching.request import MatchRequest
from directory.sentences import say
from directory.vocabulary import MODALITIES
from directory.vocabulary.evidence import evidence_for
from directory.vocabulary.modalities import Modality

_BESIDE = say("You can add this to other help. It does not take the place of treatment.")
# Exercises of body and mind that belong to support and are mostly used beside other help.
_ALSO = frozenset({"MBSR", "BIOF"})


def add_ons(request: MatchRequest, matches: Sequence[Match]) -> tuple[AddOn, ...]:
    """Return what may be added: what a match offers, or what is graded for a concern.

    There is none in acute need, and none where nobody matches: an add-on does not stand alone.
    """
    if request.is_acute or not matches:
        return ()
    found = (_add_on(request, matches, term) for term in MODALITIES.values() if _is_beside(term))
    return tuple(one for one in found if one.offered_by or one.grades)


def _is_beside(term: Modality) -> bool:
    return term.service == "complementary" or term.code in _ALSO


def _add_on(request: MatchRequest, matches: Sequence[Match], term: Modality) -> AddOn:
    return AddOn(
        term.code,
        term.label,
        term.about,
        _grades(request, term.code),
        tuple(person(match) for match in matches if _offers(match, term)),
        _BESIDE,
    )


def _offers(match: Match, term: Modality) -> bool:
    named = {held.code for held in match.provider.modalities}
    return term.code in named or term.service == "complementary" in match.provider.services


def _grades(request: MatchRequest, modality: str) -> tuple[Grade, ...]:
    rows = (
        evidence_for(concern, modality, request.age_group)
        for concern in request.concerns
        if concern not in TELLING_CONCERNS
    )
    return tuple(
        Grade(row.concern, row.grade)
        for row in rows
        if row is not None and can_be_given(request, row)
    )
