"""How well a provider fits the need itself: concerns, evidence, training, medication."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from directory.matching.case import Case
from directory.matching.formulas import fit_value, need_value
from directory.matching.outcome import Saying
from directory.matching.phrases import TELLING_CONCERNS, filled, listed
from directory.matching.request import UNSURE, MatchRequest
from directory.matching.worth import NeedWorth
from directory.providers import ModalityTraining
from directory.sentences import Sentence, inside, say
from directory.vocabulary import CONCERNS, MODALITIES
from directory.vocabulary.evidence import Evidence, evidence_for

_GENERAL = say("Offers the kind of help you need.")
_FINDS_OUT = say("Can help you find out what is going on.")
_QUIET = say("Offers help that fits what you told us.")
_PRESCRIBES = say("Can talk with you about medicine and prescribe it.")
_TRAINING_WORDS = {
    "certified": say("Certified in {modality}"),
    "trained": say("Trained in {modality}"),
    "self_declared": say("Offers {modality}"),
}
_GRADE_WORDS = {
    "A": say("{training}, a first choice for {concerns}."),
    "B": say("{training}, a good choice for {concerns}."),
    "C": say("{training}, which may help with {concerns}."),
}
_UNGRADED = say("{training} for {concerns}.")
# Concerns whose label does not read well inside a sentence.
_SPOKEN = {
    "chronic_illness": say("life with illness or disability"),
    "loved_one_addiction": say("people who love someone who uses"),
    "medication": say("questions about medicine"),
}
_OTHER_AGE = {
    "adult": say("{concern} (tested with adults)"),
    "teen": say("{concern} (tested with teens)"),
}


@dataclass(frozen=True, slots=True, order=True)
class _Strength:
    """What speaks for a provider beside a focus: how much, 0 to 1, and in which words.

    `words` have a gap for concerns, but where there is no `concern` to stand in it.
    """

    value: float
    words: Sentence
    concern: str = ""


@dataclass(frozen=True, slots=True)
class _Fit:
    """How well one concern is met, 0 to 1."""

    concern: str
    value: float
    listed: bool
    strength: _Strength | None


def need_finding(case: Case) -> tuple[float, tuple[Saying, ...]]:
    """Return how well the need is met, 0 to 1, and why."""
    fits = [_fit(case, code) for code in asked_concerns(case.request)]
    return need_value(case.table.need, [fit.value for fit in fits]), tuple(_sayings(fits))


def asked_concerns(request: MatchRequest) -> tuple[str, ...]:
    """Return what the person came for; who names nothing is not sure what it is."""
    return request.concerns or (UNSURE,)


def _fit(case: Case, concern: str) -> _Fit:
    is_listed = concern in case.provider.concerns
    best = max(_strengths(case, concern), default=None)
    if concern == UNSURE:
        return _unsure_fit(case.table.need, is_listed, best)
    worth = case.table.need
    strength = max(worth.grade.none, best.value if best else 0.0)
    return _Fit(concern, fit_value(worth, strength, is_listed), is_listed, best)


def _unsure_fit(worth: NeedWorth, is_listed: bool, best: _Strength | None) -> _Fit:
    """Judge the fit for somebody who does not know yet what it is, and cannot name it."""
    if best is None and not is_listed:
        return _Fit(UNSURE, worth.general, False, _Strength(worth.general, _GENERAL))
    found = best or _Strength(worth.finds_out, _FINDS_OUT)
    return _Fit(UNSURE, worth.finds_out, is_listed, found)


def _strengths(case: Case, concern: str) -> Iterator[_Strength]:
    modalities, worth = case.provider.modalities, case.table.need
    claims_much = len(modalities) > worth.breadth.modalities
    for modality in modalities:
        evidence = evidence_for(concern, modality.code, case.request.age_group)
        if evidence is not None and can_be_given(case.request, evidence):
            value = strength_of(worth, evidence.grade, modality.proven_training, claims_much)
            yield _Strength(value, *_evidence_words(case, modality, evidence))
    if calls_for_medication(case.request) and "medication" in case.services:
        yield _Strength(worth.prescribing, _PRESCRIBES)


def can_be_given(request: MatchRequest, evidence: Evidence) -> bool:
    """Tell whether what was tested can be had in a format that is asked for and safe."""
    tested = ("couples",) if evidence.population == "couple" else _formats(evidence.modality)
    safe = set(tested) - request.unfit_formats
    return not safe.isdisjoint(request.asked_formats or safe)


def _formats(modality: str) -> tuple[str, ...]:
    return MODALITIES[modality].formats


def strength_of(worth: NeedWorth, grade: str, training: str, claims_much: bool) -> float:
    """Return how much a graded modality with a proven training speaks for a provider, 0 to 1."""
    value: float = getattr(worth.training, training)
    if claims_much and training == "self_declared":
        value *= worth.breadth.factor
    of_grade: float = getattr(worth.grade, grade)
    return of_grade * value


def calls_for_medication(request: MatchRequest) -> bool:
    """Tell whether the right to prescribe speaks for a provider."""
    wanted = request.level_of_care == "psychotherapy_and_medication" or bool(request.on_medication)
    return wanted or "medication" in request.asked_services


def _evidence_words(
    case: Case, modality: ModalityTraining, evidence: Evidence
) -> tuple[Sentence, str]:
    if evidence.concern in TELLING_CONCERNS:
        return _QUIET, ""
    words = _speaking_for(modality.code, modality.proven_training, evidence.grade)
    concern = concern_words(evidence.concern)
    young, tested = case.request.age_group in {"child", "teen"}, evidence.population
    if young and tested != case.request.age_group and tested in _OTHER_AGE:
        return words, filled(_OTHER_AGE[tested], concern=concern)
    return words, concern


@cache
def _speaking_for(modality: str, training: str, grade: str) -> Sentence:
    """Return what is said of a graded modality, with a gap for concerns."""
    trained = filled(_TRAINING_WORDS[training], modality=inside(MODALITIES[modality].label))
    words = _GRADE_WORDS[grade] if is_treatment(modality) else _UNGRADED
    return filled(words, training=trained, concerns="")


def is_treatment(modality: str) -> bool:
    """Tell whether a grade may be told; coaching or yoga would seem to treat something with one."""
    return MODALITIES[modality].service not in {"support", "complementary"}


def _sayings(fits: list[_Fit]) -> Iterator[Saying]:
    """Yield the strengths, main concern first, then what is a focus, then what is not."""
    strengths = [fit.strength for fit in fits if fit.strength]
    for words in dict.fromkeys(strength.words for strength in strengths):
        about = [s.concern for s in strengths if s.words == words and s.concern]
        yield Saying("met", filled(words, concerns=listed(about)) if about else words)
    spoken = [fit for fit in fits if fit.concern not in TELLING_CONCERNS | {UNSURE}]
    focus = [concern_words(fit.concern) for fit in spoken if fit.listed and not fit.strength]
    if focus:
        yield Saying("met", say("Works with {concerns}.", concerns=listed(focus)))
    missing = [concern_words(fit.concern) for fit in spoken if not fit.listed]
    if missing:
        named = listed(missing, "or")
        yield Saying("not_met", say("Does not name {concerns} as a focus.", concerns=named))
    if not spoken and not strengths:
        yield Saying("met", _GENERAL)


@cache
def concern_words(concern: str) -> str:
    """Return the name of a concern as it stands inside a sentence."""
    return _SPOKEN.get(concern) or inside(CONCERNS[concern].label)
