"""Kinds of therapy for a need, in an order that follows the evidence first and then the style.

How somebody likes to work moves kinds of one grade among themselves: it never takes one away, never
lifts a weaker grade above a stronger one, and never touches the level of care.
"""

from dataclasses import dataclass

from directory.matching.need_factor import asked_concerns, calls_for_medication, can_be_given
from directory.matching.phrases import TELLING_CONCERNS
from directory.matching.request import MatchRequest
from directory.vocabulary import MODALITIES
from directory.vocabulary.approaches import APPROACHES, approaches, exploring
from directory.vocabulary.evidence import EVIDENCE, Evidence, evidence_for

_ROW = {row: place for place, row in enumerate(EVIDENCE)}


@dataclass(frozen=True, slots=True)
class FittingModality:
    """A kind of therapy that is graded for one of the person's concerns at their age."""

    code: str
    concern: str
    grade: str


def fitting_modalities(request: MatchRequest) -> tuple[FittingModality, ...]:
    """Return the kinds of therapy graded for a need: by concern, by grade, then by style.

    A kind may stand under more than one concern. Left out are those that cannot be had in a format
    that is asked for and safe, those that the person wants to avoid, medication where nothing calls
    for it, and all that would tell of a partner who is feared.
    """
    return tuple(
        FittingModality(row.modality, row.concern, row.grade)
        for concern in asked_concerns(request)
        for row in sorted(
            _rows(request, concern),
            key=lambda row: (row.grade, -style_fit(request, row.modality), _ROW[row]),
        )
    )


def style_fit(request: MatchRequest, modality: str) -> int:
    """Return how many wishes of style a modality meets, less those that it is known not to meet."""
    fits = [
        (wish.value in known) != (wish.strength == "avoid")
        for wish in request.preferences
        if wish.factor in APPROACHES and (known := approaches(modality, wish.factor))
    ]
    way = exploring(modality)
    if request.exploring and way:
        fits.append(request.exploring == way)
    return 2 * sum(fits) - len(fits)


def _rows(request: MatchRequest, concern: str) -> list[Evidence]:
    if concern in TELLING_CONCERNS:
        return []
    found = (evidence_for(concern, modality, request.age_group) for modality in MODALITIES)
    return [row for row in found if row is not None and _may_be_named(request, row)]


def _may_be_named(request: MatchRequest, row: Evidence) -> bool:
    avoided = {
        preference.value
        for preference in request.preferences
        if preference.factor == "modality" and preference.strength == "avoid"
    }
    is_medicine = MODALITIES[row.modality].service == "medication"
    return (
        row.modality not in avoided
        and can_be_given(request, row)
        and (not is_medicine or calls_for_medication(request))
    )
