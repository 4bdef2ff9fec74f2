"""When answers call for help right now, before any more questions and before any list."""

from pydantic import ValidationError

from directory.triage import Crisis, TriageAnswers, TriageResult, assess, crisis_card
from directory.web.patient.triage.answer_document import answer_document
from directory.web.patient.visit import Answers, Visit

RIGHT_NOW = ("crisis", "emergency_medical")


def result_so_far(answers: Answers) -> TriageResult | None:
    """Return what the answers come to by now, None while age or state is missing."""
    try:
        return assess(TriageAnswers.model_validate(answer_document(answers, on_the_way=True)))
    except ValidationError:
        return None


def reasons_to_stop(visit: Visit) -> frozenset[str]:
    """Return why help comes first now, without what the person has already gone past."""
    return urgent_reasons(visit.answers) - frozenset(visit.acknowledged)


def urgent_reasons(answers: Answers) -> frozenset[str]:
    """Return why these answers call for help right now."""
    instruments = answer_document(answers, on_the_way=True)["instruments"]
    reasons = {"danger_now"} if answers.get("danger_now") is True else set()
    if "ASQ_NOW" in instruments and instruments["ASQ_NOW"] != 0:
        reasons.add("ASQ_NOW")
    result = None if reasons else result_so_far(answers)
    if result and result.level_of_care in RIGHT_NOW:
        reasons.add(result.level_of_care)
    return frozenset(reasons)


def card_now(answers: Answers) -> Crisis | None:
    """Return the crisis card for these answers, also while age or state is missing."""
    result = result_so_far(answers)
    return result.crisis if result else crisis_card("crisis", ())
