"""What to expect of one provider: the kind of work, its usual length, a session, the whole cost.

A provider may offer many kinds; told is the one that speaks most for them here.
"""

from directory.matching.case import Case
from directory.matching.need_factor import can_be_given
from directory.matching.outcome import Expect, TotalCost
from directory.matching.phrases import TELLING_CONCERNS, TELLING_MODALITIES
from directory.providers import Fee, ModalityTraining
from directory.sentences import Dollars, say
from directory.vocabulary import MODALITIES, TRAINING
from directory.vocabulary.approaches import is_couple_work
from directory.vocabulary.evidence import evidence_for
from directory.vocabulary.lengths import USUAL_LENGTHS, UsualLength

_SERVICES = {
    "therapist": frozenset({"psychotherapy", "testing"}),
    "both": frozenset({"psychotherapy"}),
    "prescriber": frozenset({"medication"}),
    "support": frozenset({"support", "complementary"}),
}
# What somebody does who names no kind of work for their role.
_WITHOUT_NAME = {"prescriber": "MEDS", "support": "SUPP"}
_NO_GRADE = "Z"


def expect(case: Case, role: str) -> Expect:
    """Return what to expect of somebody in a role."""
    code = _told(case, role)
    if code is None:
        return Expect()
    length = USUAL_LENGTHS.get(code)
    return Expect(
        modality=code,
        length=length.words if length else None,
        session=MODALITIES[code].about,
        total_cost=_total_cost(case.provider.fee, length),
    )


def _told(case: Case, role: str) -> str | None:
    offered = [held for held in case.provider.modalities if _may_be_told(case, role, held)]
    if offered:
        return min(offered, key=lambda held: _standing(case, held)).code
    return "COACH" if case.provider.is_coach else _WITHOUT_NAME.get(role)


def _may_be_told(case: Case, role: str, held: ModalityTraining) -> bool:
    term = MODALITIES[held.code]
    is_safe = not set(term.formats) <= case.request.unfit_formats
    tells = case.request.fears_partner and is_couple_work(held.code)
    return (
        is_safe
        and not tells
        and held.code not in TELLING_MODALITIES
        and term.service in _SERVICES[role]
    )


def _standing(case: Case, held: ModalityTraining) -> tuple[str, int]:
    """Return where a kind stands, the lowest first: by its grade here, then by training."""
    return _grade(case, held.code), list(TRAINING).index(held.proven_training)


def _grade(case: Case, code: str) -> str:
    """Return the grade for the first concern that grades a kind, else one after all grades."""
    for concern in case.request.concerns:
        found = evidence_for(concern, code, case.request.age_group)
        is_told = concern not in TELLING_CONCERNS
        if found is not None and is_told and can_be_given(case.request, found):
            return found.grade
    return _NO_GRADE


def _total_cost(fee: Fee | None, length: UsualLength | None) -> TotalCost | None:
    """Return what fee and usual length come to; None where either is not known, or it is free."""
    if fee is None or length is None or length.fewest is None or length.most is None:
        return None
    least, most = fee.min * length.fewest, fee.max * length.most
    if most == 0:
        return None
    return TotalCost(least, most, _cost_words(Dollars(round(least)), Dollars(round(most))))


def _cost_words(least: Dollars, most: Dollars) -> str:
    if least == most:
        return say("All sessions may cost {most} before any plan pays.", most=most)
    return say(
        "All sessions may cost {least} to {most} before any plan pays.", least=least, most=most
    )
