"""How well a provider fits the need itself: concerns, evidence, training, medication."""

from dataclasses import dataclass

from directory.matching.approach import is_couple_work
from directory.matching.request import MatchRequest
from directory.matching.weights import GRADE, MANY_DISCOUNT, MANY_MODALITIES, TRAINING, UNGRADED
from directory.providers import ModalityTraining, Provider
from directory.vocabulary import CONCERNS, MODALITIES
from directory.vocabulary.evidence import Evidence, evidence_for
from directory.vocabulary.licenses import PRESCRIBERS

_MAIN_CONCERN = 0.6
_LISTED = 0.35
_TRAINING_WORDS = {
    "certified": "Certified in",
    "trained": "Trained in",
    "self_declared": "Offers",
}
_GRADE_WORDS = {
    "A": "a first choice for",
    "B": "a good choice for",
    "C": "which helps some people with",
}
_OTHER_AGE = {"adult": "adults", "teen": "teens"}


@dataclass(frozen=True, slots=True)
class _Fit:
    value: float
    text: str


def need_finding(request: MatchRequest, provider: Provider) -> tuple[float, str]:
    """Return how well the need is met, 0 to 1, and why."""
    if not request.concerns:
        fit = _general_fit(request, provider)
        return fit.value, fit.text
    fits = [_concern_fit(request, provider, code) for code in request.concerns]
    share = (1 - _MAIN_CONCERN) / max(1, len(fits) - 1)
    weights = [_MAIN_CONCERN if len(fits) > 1 else 1.0, *[share] * (len(fits) - 1)]
    value = sum(weight * fit.value for weight, fit in zip(weights, fits, strict=True))
    return value, max(fits, key=lambda fit: fit.value).text


def _general_fit(request: MatchRequest, provider: Provider) -> _Fit:
    if _prescribes(request, provider):
        return _Fit(0.8, "Can talk with you about medicine.")
    listed = "unsure" in provider.concerns
    text = (
        "Can help you find out what is going on." if listed else "Offers the kind of help you need."
    )
    return _Fit(0.8 if listed else 0.6, text)


def _concern_fit(request: MatchRequest, provider: Provider, concern: str) -> _Fit:
    listed = concern in provider.concerns
    label = CONCERNS[concern].label.lower() if concern != "ptsd" else CONCERNS[concern].label
    best = _best_modality(request, provider, concern)
    if best is None:
        text = f"Works with {label}." if listed else f"Does not name {label} as a focus."
        return _Fit(0.75 if listed else UNGRADED, text)
    value = (1 - _LISTED) * best.value + _LISTED * listed
    focus = "" if listed else f" Does not name {label} as a focus."
    return _Fit(value, best.text + focus)


def _best_modality(request: MatchRequest, provider: Provider, concern: str) -> _Fit | None:
    fits = []
    for modality in provider.modalities:
        if _is_unfit(request, modality.code):
            continue
        evidence = evidence_for(concern, modality.code, request.age_group)
        if evidence is not None:
            value = GRADE[evidence.grade] * _training_value(provider, modality)
            fits.append(_Fit(value, _evidence_words(modality, evidence, request)))
    if _prescribes(request, provider):
        fits.append(_Fit(TRAINING["trained"], "Can talk with you about medicine and prescribe it."))
    return max(fits, key=lambda fit: fit.value, default=None)


def _is_unfit(request: MatchRequest, modality: str) -> bool:
    """Couple work never counts as a fit where a partner is feared."""
    return request.fears_partner and is_couple_work(modality)


def _training_value(provider: Provider, modality: ModalityTraining) -> float:
    value = TRAINING[modality.proven_training]
    claims_much = len(provider.modalities) > MANY_MODALITIES
    if claims_much and modality.proven_training == "self_declared":
        return value * MANY_DISCOUNT
    return value


def _prescribes(request: MatchRequest, provider: Provider) -> bool:
    wanted = request.level_of_care == "psychotherapy_and_medication" or bool(request.on_medication)
    wanted = wanted or "medication" in request.asked_services
    return wanted and "medication" in provider.services and provider.license in PRESCRIBERS


def _evidence_words(modality: ModalityTraining, evidence: Evidence, request: MatchRequest) -> str:
    words = _TRAINING_WORDS[modality.proven_training]
    grade = _GRADE_WORDS[evidence.grade]
    text = f"{words} {MODALITIES[modality.code].label}, {grade} {_name(evidence.concern)}"
    other = _OTHER_AGE.get(evidence.population)
    if (
        request.age_group in {"child", "teen"}
        and evidence.population != request.age_group
        and other
    ):
        text += f" (tested with {other})"
    return text + "."


def _name(concern: str) -> str:
    label = CONCERNS[concern].label
    return label if label[:2].isupper() else label[0].lower() + label[1:]
