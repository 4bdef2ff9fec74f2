"""What own words say of a changed mind or an overdose is followed up like a tick on the list."""

from typing import Any

import pytest
from flask.testing import FlaskClient

from directory.triage import TriageAnswers, TriageResult, assess
from directory.web.patient.answer_document import answer_document
from directory.web.patient.flow import path
from tests.web.walking import walk

VOICES, OVERDOSE = "I hear voices", "I overdosed last week"
AGAIN, NOW = "danger_now.again", "red_flags.overdose_now"


def keys(**answers: Any) -> list[str]:
    return [question.key for question in path({"age": 30, "state": "CA", **answers})]


def told(**answers: Any) -> TriageResult:
    given = {"age": 30, "state": "CA", "danger_now": False, "red_flags": ("none",), **answers}
    return assess(TriageAnswers.model_validate(answer_document(given)))


@pytest.mark.parametrize(("text", "key"), [(VOICES, AGAIN), (OVERDOSE, NOW)])
def test_words_lead_to_the_same_question_after_the_list_of_signs(text: str, key: str) -> None:
    found = keys(text=text, red_flags=("none",))
    assert found[found.index("red_flags") + 1] == key
    assert key not in keys(text="I cannot sleep", red_flags=("none",))


@pytest.mark.parametrize(("text", "flag"), [(VOICES, "psychosis"), (OVERDOSE, "overdose")])
def test_words_and_a_tick_ask_once(text: str, flag: str) -> None:
    both = keys(text=text, red_flags=(flag,))
    assert both == keys(text="", red_flags=(flag,))


@pytest.mark.parametrize(("text", "key"), [(VOICES, AGAIN), (OVERDOSE, NOW)])
@pytest.mark.parametrize(
    ("answer", "level"), [(True, "crisis"), (None, "crisis"), (False, "urgent")]
)
def test_the_answer_counts_as_after_a_tick(
    text: str, key: str, answer: bool | None, level: str
) -> None:
    assert told(text=text, **{key: answer}).level_of_care == level


def test_whoever_told_of_danger_is_not_asked_again() -> None:
    assert {AGAIN, NOW}.isdisjoint(keys(text=f"{VOICES}. {OVERDOSE}", danger_now=True))


def test_a_yes_brings_help_at_once(client: FlaskClient) -> None:
    way = walk(client).to_the_end(text=VOICES, **{AGAIN: "true"})
    assert way.asked[-1] == AGAIN
    assert way.at == "/triage/results"
    assert "tel:988" in way.text


def test_words_that_are_changed_take_the_question_away(client: FlaskClient) -> None:
    way = walk(client).to_the_end(text=OVERDOSE, **{NOW: "false"})
    place = way.asked.index("text") + 1
    way.at = f"/triage/{place}?from=check"
    assert way.post(f"/triage/{place}", {"text": "I cannot sleep"}).location == "/triage/check"
    assert "One more question about right now" not in way.client.get("/triage/check").text
