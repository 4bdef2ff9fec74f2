"""Two workers on one index: what each holds in memory, and how much both answer in a second."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.connection import Connection
from random import Random
from time import perf_counter
from typing import Any

from benchmarks.memory import resident
from benchmarks.questions import Kind, Question
from benchmarks.task import Task

_MOST_WARM_UP_SECONDS = 1.5


def two_workers(
    task: Task, mix: Mapping[Kind, Sequence[Question]], seconds: float
) -> dict[str, Any]:
    """Return the memory of one worker, what a second one adds, and the answers a second of both."""
    questions = _shuffled(mix)
    with _worker(task, questions) as (first, first_pid):
        alone = resident(first_pid)
        with _worker(task, questions) as (second, second_pid):
            pair = [resident(first_pid), resident(second_pid)]
            answered = _race([first, second], seconds)
    return {
        "first": alone,
        "second": pair[1],
        "second_adds_mb": sum(each["pss"] for each in pair) - alone["pss"],
        "answers_a_second": answered,
    }


def cold_open(task: Task, question: Question) -> dict[str, float]:
    """Return the seconds from nothing to the first answer in this process, and of the next one."""
    began = perf_counter()
    with task.opened() as made:
        made.answer(question)
        first = perf_counter()
        made.answer(question)
        return {"first": first - began, "second": perf_counter() - first}


def _shuffled(mix: Mapping[Kind, Sequence[Question]]) -> list[Question]:
    questions = [question for many in mix.values() for question in many]
    Random("workers-1").shuffle(questions)
    return questions


@contextmanager
def _worker(task: Task, questions: list[Question]) -> Iterator[tuple[Connection, int]]:
    """Start a process that opens the index and answers the mix, and wait until it has."""
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(task, questions, theirs))
    process.start()
    ours.recv()
    try:
        yield ours, process.pid or 0
    finally:
        ours.send(0.0)
        process.join()


def _serve(task: Task, questions: list[Question], orders: Connection) -> None:
    """Warm up, then for each order answer for so many seconds; an order of 0 ends it."""
    with task.opened() as made:
        asked = [question for question in questions if question.kind not in made.leaves_out]
        ready = []
        ends = perf_counter() + _MOST_WARM_UP_SECONDS
        for question in asked:
            if perf_counter() > ends:
                break
            ready.append(made.prepare(question))
            made.answer(ready[-1])
        orders.send("ready")
        while seconds := orders.recv():
            answered, began = 0, perf_counter()
            while perf_counter() < began + seconds:
                made.answer(ready[answered % len(ready)])
                answered += 1
            orders.send(answered / (perf_counter() - began))


def _race(workers: Sequence[Connection], seconds: float) -> float:
    for worker in workers:
        worker.send(seconds)
    return float(sum(worker.recv() for worker in workers))
