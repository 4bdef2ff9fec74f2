"""Wishes: how a person likes to work, whom they would like to see, how far they can go."""

from typing import Any

import pytest
from flask.testing import FlaskClient

from directory.triage import TriageAnswers
from directory.vocabulary import GOALS
from directory.web.patient.triage.answer_document import answer_document
from directory.web.patient.triage.goal_groups import GOAL_GROUPS
from tests.web.walking import walk

ADULT: dict[str, Any] = {"age": 30, "state": "CA"}


def preferences(**answers: Any) -> list[dict[str, Any]]:
    given = {f"preferences.{factor}": value for factor, value in answers.items()}
    document = answer_document({**ADULT, **given})
    assert TriageAnswers.model_validate(document)
    return document["preferences"]


def test_nothing_wished_for_is_no_preference() -> None:
    assert preferences() == []
    assert preferences(gender=None, language=None, structure=None) == []


@pytest.mark.parametrize(
    ("factor", "value"),
    [
        ("structure", "structured"),
        ("structure", "open"),
        ("time_focus", "past"),
        ("time_focus", "present"),
        ("length", "brief"),
        ("length", "medium"),
        ("length", "long"),
        ("length", "open"),
    ],
)
def test_a_way_of_working_is_nice_to_have(factor: str, value: str) -> None:
    found = preferences(**{factor: value})
    assert found == [{"factor": factor, "value": value, "strength": "prefer"}]


@pytest.mark.parametrize(
    ("factor", "value"), [("gender", "female"), ("language", "es"), ("community", "veterans")]
)
@pytest.mark.parametrize(
    ("weight", "strength"), [(None, "prefer"), ("prefer", "prefer"), ("must", "must")]
)
def test_a_wish_about_the_person_has_its_weight(
    factor: str, value: str, weight: str | None, strength: str
) -> None:
    found = preferences(**{factor: value, f"{factor}.strength": weight})
    assert found == [{"factor": factor, "value": value, "strength": strength}]


def test_a_wish_that_does_not_matter_is_none() -> None:
    assert preferences(gender="female", **{"gender.strength": "none"}) == []


def test_a_weight_without_a_wish_is_none() -> None:
    assert preferences(**{"gender.strength": "must"}) == []


def test_every_goal_stands_in_one_group() -> None:
    assert sorted(code for _, codes in GOAL_GROUPS for code in codes) == sorted(GOALS)


def test_the_optional_pages_can_be_skipped_with_one_tap(client: FlaskClient) -> None:
    way = walk(client)
    while way.at != "/triage/check":
        before = way.at
        name = way.page_key
        way.answer({} if name in OPTIONAL else REQUIRED)
        assert way.at != before, name


OPTIONAL = ("text", "concerns", "formats", "red_flags", "exploration_comfort", "preferences.gender")
REQUIRED = {
    "danger_now": "false",
    "for": "self",
    "age": "34",
    "state": "CA",
    "wants": "null",
    "duration": "null",
    "difficulty": "null",
    "seeks": "null",
    "tried_coping": "null",
    "on_medication": "null",
}


def test_the_check_tells_the_wishes_in_words(client: FlaskClient) -> None:
    wishes = {
        "within_miles": "25",
        "goals": ["coping_skills", "organisation"],
        "exploration_comfort": "4",
        "preferences.structure": "structured",
        "preferences.gender": "female",
        "preferences.gender.strength": "must",
        "preferences.language": "es",
        "preferences.community": "veterans",
        "preferences.community.strength": "none",
    }
    walk(client).to_the_end(**wishes)
    page = client.get("/triage/check").get_data(as_text=True)
    for words in (
        "25 miles",
        "Learn ways to cope and Get organized",
        "I am fine with it",
        "A plan, with steps",
        "A woman (a must)",
        "Spanish (nice to have)",
        "Veterans (it does not matter)",
    ):
        assert words in page


def test_what_was_wished_for_is_there_when_the_page_is_seen_again(client: FlaskClient) -> None:
    way = walk(client).to_the_end(
        **{"preferences.gender": "female", "preferences.gender.strength": "must"}
    )
    place = way.asked.index("preferences.gender") + 1
    page = client.get(f"/triage/{place}?from=check").get_data(as_text=True)
    assert '<option value="female" selected' in page
    assert page.count(" checked") == 1


@pytest.mark.parametrize("written", ["0", "501", "-4", "far", "1.5"])
def test_miles_that_cannot_be_are_told(client: FlaskClient, written: str) -> None:
    way = walk(client)
    while "state" not in way.asked:
        way.answer({**REQUIRED, "within_miles": written})
    assert "Write whole miles from 1 to 500" in way.text


def test_miles_need_a_place_to_count_from(client: FlaskClient) -> None:
    way = walk(client)
    while "state" not in way.asked:
        way.answer({**REQUIRED, "within_miles": "20"})
    assert "Write the ZIP code too" in way.text
    assert 'value="20"' in way.text
    way.answer({**REQUIRED, "within_miles": "20", "zip": "94110"})
    assert way.page_key == "text"


def test_a_wrong_zip_is_told_once(client: FlaskClient) -> None:
    way = walk(client)
    while "state" not in way.asked:
        way.answer({**REQUIRED, "within_miles": "20", "zip": "123"})
    assert "five numbers" in way.text
    assert "Write the ZIP code too" not in way.text


def test_one_mile_is_one_mile(client: FlaskClient) -> None:
    walk(client).to_the_end(within_miles="1")
    assert ">1 mile<" in client.get("/triage/check").get_data(as_text=True)


def test_comfort_is_a_number_from_one_to_five() -> None:
    for comfort in range(1, 6):
        document = answer_document({**ADULT, "exploration_comfort": comfort})
        assert TriageAnswers.model_validate(document).exploration_comfort == comfort
