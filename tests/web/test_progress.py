"""The line above a question: true, never backwards, and exact wherever it does not say "about"."""

import random
from collections.abc import Iterator
from typing import Any

import pytest

from directory.web.patient.flow import FLOW, path
from directory.web.patient.progress import FULL, Progress, progress
from directory.web.patient.questions import Field
from directory.web.patient.visit import Answer

WORDS = ("", "I hear voices", "I overdosed last week", "I cannot sleep")


def some_answer(field: Field, answers: dict[str, Any], chance: random.Random) -> Answer:
    """Return an answer as anybody might give it."""
    if field.kind == "number":
        return chance.choice([7, 10, 15, 34, 70])
    if field.kind == "text":
        return chance.choice(WORDS)
    values = [choice.value for choice in field.choices(answers)]
    if field.kind == "checkboxes":
        return tuple(str(value) for value in chance.sample(values, min(2, len(values))))
    return chance.choice(values) if values else None


def walked(seed: int) -> Iterator[Progress]:
    """Answer question by question, and say before each how far it is."""
    chance, answers, number = random.Random(seed), {}, 1
    while number <= len(path(answers)):
        yield progress(answers, number)
        for field in path(answers)[number - 1].fields:
            answers[field.key] = some_answer(field, answers, chance)
        number += 1


@pytest.mark.parametrize("seed", range(60))
def test_whoever_goes_on_comes_closer_and_every_exact_number_holds(seed: int) -> None:
    way = list(walked(seed))
    shares = [one.done for one in way]
    assert shares == sorted(set(shares)), "each question is farther than the one before"
    assert shares[0] == 0
    assert shares[-1] < FULL
    for one in way:
        assert one.number <= len(way)
        assert one.is_open or one.left == len(way) - one.number, one.words


def test_the_number_is_exact_once_no_answer_can_lead_to_more() -> None:
    answers: dict[str, Any] = {"age": 34}
    keys = [question.key for question in path(answers)]
    open_ones = [progress(answers, place).is_open for place in range(1, len(keys) + 1)]
    assert keys[open_ones.index(False)] == "exploration_comfort"
    assert not any(open_ones[open_ones.index(False) :])


def test_the_words_say_how_many_are_left() -> None:
    assert progress({}, 1).words == "Question 1. About 23 left"
    assert progress({}, 23).words == "Question 23. 1 left"
    assert progress({}, 24).words == "Question 24. The last one"


def test_a_question_of_everyone_moves_the_bar_more_than_one_of_some() -> None:
    further = {"instruments.PHQ4[2]": 3, "instruments.PHQ4[3]": 3}
    keys = [question.key for question in path(further)]
    place = keys.index("instruments.PHQ8[3]")
    by_some = progress(further, place + 2).done - progress(further, place + 1).done
    assert by_some < progress(further, 2).done - progress(further, 1).done
    assert len(keys) < len(FLOW)
