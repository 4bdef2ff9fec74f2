"""Safety flags: what in the answers must never be missed, and how each is raised."""

from collections.abc import Mapping

from directory.triage.answers import TriageAnswers
from directory.triage.phrases import flags_in
from directory.triage.scoring import Score
from directory.vocabulary import SAFETY_FLAGS

Scores = Mapping[str, Score]

FLAG_OF_CONCERN = {
    "suicidal": "suicide",
    "ipv_survivor": "partner_violence",
    "ipv_perpetrator": "partner_violence",
}
EATING_CONCERNS = frozenset({"anorexia", "arfid", "bulimia"})


def safety_flags(answers: TriageAnswers, scores: Scores) -> tuple[str, ...]:
    """Return every flag that any answer raises, in the order of the vocabulary."""
    raised = reported_flags(answers)
    if has_acute_suicide_risk(scores) or has_suicide_sign(answers, scores):
        raised |= {"suicide"}
    if fears_partner(answers):
        raised |= {"partner_violence"}
    if eating_endangers_body(answers, scores):
        raised |= {"eating_medical"}
    return tuple(flag for flag in SAFETY_FLAGS if flag in raised)


def reported_flags(answers: TriageAnswers) -> frozenset[str]:
    """Return the flags that the person reports: ticked, named as a concern or written."""
    of_concerns = {FLAG_OF_CONCERN[c] for c in answers.concerns if c in FLAG_OF_CONCERN}
    return frozenset({*answers.red_flags, *of_concerns, *flags_in(answers.text)})


def has_acute_suicide_risk(scores: Scores) -> bool:
    """Say whether a screen finds a danger to life now."""
    return _band(scores, "ASQ") == "acute_positive" or _band(scores, "CSSRS") == "high"


def has_suicide_sign(answers: TriageAnswers, scores: Scores) -> bool:
    """Say whether anything speaks of suicide without saying that it is acute."""
    return (
        _band(scores, "ASQ") == "non_acute_positive"
        or _band(scores, "CSSRS") == "moderate"
        or _answers_item9(answers)
        or bool(answers.external_scores.EPDS10)
        or "suicide" in reported_flags(answers)
    )


def fears_partner(answers: TriageAnswers) -> bool:
    """Say whether the HARK has a yes or a refusal; not asked blocks nothing."""
    return any(item != 0 for item in answers.instruments.HARK or ())


def eating_endangers_body(answers: TriageAnswers, scores: Scores) -> bool:
    """Say whether an eating disorder is likely and much weight was lost (rule L05)."""
    items = answers.instruments.SCOFF
    if items is None or items[2] != 1:
        return False
    screen = scores.get("SCOFF")
    return bool(screen and screen.positive) or not EATING_CONCERNS.isdisjoint(answers.concerns)


def _answers_item9(answers: TriageAnswers) -> bool:
    """Say whether PHQ-9's last item was anything but a plain no; a refusal counts as a sign."""
    items = answers.instruments.PHQ9
    return items is not None and items[8] != 0


def _band(scores: Scores, code: str) -> str | None:
    return scores[code].band if code in scores else None
