"""Answers for the tests of triage: only what a test is about needs to be said."""

from typing import Any

from directory.triage import TriageAnswers, TriageResult, assess

# Everything that support needs (reading rule 7); each test spoils one thing.
EVERYDAY: dict[str, Any] = {
    "age": 34,
    "state": "CA",
    "wants": "tools",
    "seeks": "growth",
    "difficulty": "not",
    "concerns": ["habits"],
    "instruments": {"ASQ": [0, 0, 0, 0], "PHQ4": [1, 0, 1, 0]},
}


def answering(**given: Any) -> TriageAnswers:
    return TriageAnswers.model_validate({"age": 34, "state": "CA", **given})


def assessed(**given: Any) -> TriageResult:
    return assess(answering(**given))


def screened(age: int = 34, **instruments: Any) -> TriageResult:
    return assessed(age=age, instruments=instruments)


def brought(**scores: Any) -> TriageResult:
    return assessed(external_scores=scores)


def everyday(**changed: Any) -> TriageResult:
    return assessed(**{**EVERYDAY, **changed})


def rules_of(result: TriageResult) -> tuple[str, ...]:
    return tuple(reason.rule for reason in result.because)


def items_adding_up_to(total: int, length: int, highest: int = 3) -> list[int]:
    """Return a list of answers with this total, the first items as high as they go."""
    items = [0] * length
    for place in range(length):
        items[place] = min(highest, total - sum(items))
    return items


def phq9(total: int) -> dict[str, list[int]]:
    """Return PHQ-9 answers with this total and a plain no to the last item."""
    return {"PHQ9": [*items_adding_up_to(total, 8), 0]}


def gad7(total: int) -> dict[str, list[int]]:
    return {"GAD7": items_adding_up_to(total, 7)}


def with_screens(**answers: Any) -> dict[str, Any]:
    return {"instruments": answers}


def with_scores(**scores: Any) -> dict[str, Any]:
    return {"external_scores": scores}
