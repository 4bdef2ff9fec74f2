"""How long a contestant takes for each kind of question."""

from collections.abc import Mapping, Sequence
from time import perf_counter
from typing import Any

from benchmarks.engines.contestant import Contestant
from benchmarks.questions import Answer, Kind, Question
from benchmarks.task import Task
from benchmarks.timing import Percentiles

_LEAST_SAMPLES, _LEAST_WARM = 3, 1


def latencies(
    task: Task, mix: Mapping[Kind, Sequence[Question]], budget: float, rounds: int
) -> dict[str, dict[str, Any]]:
    """Return the percentiles of each kind; a slow contestant stops at its budget (seconds)."""
    with task.opened() as made:
        return {
            kind: _percentiles(made, questions, budget, rounds)
            for kind, questions in mix.items()
            if kind not in made.leaves_out
        }


def _percentiles(
    made: Contestant, questions: Sequence[Question], budget: float, rounds: int
) -> dict[str, Any]:
    """Ask every question once to warm up, then again and again while the budget lasts.

    `steady` is of each question's quickest time: what is left where a busy machine adds noise.
    """
    ready = [made.prepare(question) for question in _within(made, questions, budget / 2)]
    samples: list[float] = []
    ends = perf_counter() + budget
    for question in [*ready] * rounds:
        if perf_counter() > ends and len(samples) >= _LEAST_SAMPLES:
            break
        began = perf_counter()
        made.answer(question)
        samples.append(perf_counter() - began)
    quickest = [min(samples[place :: len(ready)]) for place in range(min(len(ready), len(samples)))]
    return {**Percentiles.of(samples).document(), "steady": Percentiles.of(quickest).document()}


def _within(made: Contestant, questions: Sequence[Question], budget: float) -> list[Question]:
    """Return the questions that could be warmed up within a budget, at least one."""
    asked: list[Question] = []
    ends = perf_counter() + budget
    for question in questions:
        if perf_counter() > ends and len(asked) >= _LEAST_WARM:
            break
        made.answer(made.prepare(question))
        asked.append(question)
    return asked


def answers(task: Task, questions: Sequence[Question]) -> list[Answer | None]:
    """Return the answers to questions, None where a contestant has none to give."""
    with task.opened() as made:
        return [
            None if question.kind in made.leaves_out else made.answer(made.prepare(question))
            for question in questions
        ]
