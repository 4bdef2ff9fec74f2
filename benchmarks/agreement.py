"""Whether the contestants found the same: totals and facet counts of the plain questions."""

from collections.abc import Mapping, Sequence
from typing import Any

from benchmarks.questions import Answer, Question

# These know no circle: their radius is the box around it.
_INEXACT = {("tantivy", "radius"), ("whoosh", "radius")}


def disagreements(
    questions: Sequence[Question], answers: Mapping[str, Sequence[Answer | None]]
) -> list[dict[str, Any]]:
    """Return each question whose words no vocabulary knows and whose totals or facets differ."""
    found = []
    for place, question in enumerate(questions):
        if question.any_word or not question.plain:
            continue
        given = {name: many[place] for name, many in answers.items()}
        exact = {
            name: answer
            for name, answer in given.items()
            if answer is not None and (name, question.kind) not in _INEXACT
        }
        if len({_counted(answer) for answer in exact.values()}) > 1:
            found.append(_described(question, exact))
    return found


def _counted(answer: Answer) -> tuple[Any, ...]:
    facets = {
        name: tuple(sorted(counts.items())) for name, counts in answer.facets.items() if counts
    }
    return (answer.total, tuple(sorted(facets.items())))


def _described(question: Question, answers: Mapping[str, Answer]) -> dict[str, Any]:
    return {
        "kind": question.kind,
        "text": question.search.text,
        "filters": {name: list(values) for name, values in question.search.filters.items()},
        "totals": {name: answer.total for name, answer in answers.items()},
    }
