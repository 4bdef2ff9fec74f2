"""The check of all answers, with someone looking over the shoulder."""

import re

import pytest
from flask.testing import FlaskClient

from tests.web.walking import walk


def checked_words(client: FlaskClient, text: str) -> str:
    walk(client).to_the_end(text=text)
    return client.get("/triage/check").get_data(as_text=True)


@pytest.mark.parametrize("text", ["my wife hits me at night", "at night I want to kill myself"])
def test_words_that_tell_of_danger_are_not_shown_again(client: FlaskClient, text: str) -> None:
    assert "at night" not in checked_words(client, text)


def test_other_words_are_shown_again(client: FlaskClient) -> None:
    assert "cannot sleep at night" in checked_words(client, "I cannot sleep at night")


def test_a_yes_to_thoughts_of_suicide_shows_in_no_question(client: FlaskClient) -> None:
    walk(client).to_the_end(**{"instruments.ASQ[0]": "1", "instruments.ASQ_NOW": "0"})
    page = client.get("/triage/check").get_data(as_text=True)
    assert "killing yourself" not in page
    assert "Some questions about dark thoughts: question 1" in page


def main_words(client: FlaskClient) -> str:
    page = client.get("/triage/check").get_data(as_text=True)
    return page[page.index("<main") : page.index("</main>")]


def test_drink_drugs_food_and_trauma_are_not_shown_again(client: FlaskClient) -> None:
    drinks = {f"instruments.AUDITC[{place}]": "4" for place in range(3)}
    given = {**drinks, "instruments.DRUG": "77", "red_flags.withdrawal_signs": "false"}
    walk(client).to_the_end(concerns=["habits"], red_flags=["overdose", "mania"], **OTHERWISE_CALM)
    quiet = main_words(client)
    walk(client).to_the_end(concerns=["alcohol", "ptsd"], **{"concerns[0]": "alcohol"}, **given)
    loud = main_words(client)
    assert ">Right now, asked again<" in quiet
    assert ">One more question about right now<" in quiet
    assert not re.search("overdose|sleep|danger now", quiet)
    assert "Drinks in the last year: question 3" in loud
    assert "A question about the body" in loud
    assert not re.search("77|shakes|10 or more|4 or more|illegal|assault|nightmares", loud)


OTHERWISE_CALM = {"danger_now.again": "false", "red_flags.overdose_now": "false"}


def test_the_questions_that_only_some_are_asked_bear_no_subject(client: FlaskClient) -> None:
    walk(client).to_the_end(formats=["couples"], **{"instruments.HARK.alone": "null"})
    page = main_words(client)
    assert "The last year" in page
    assert "see your screen" not in page
    assert "skip" not in page


def test_a_main_concern_that_was_declined_is_no_answer(client: FlaskClient) -> None:
    walk(client).to_the_end(**{"concerns[0]": "null"})
    page = main_words(client)
    row = page[page.index("Which of these matters most") :]
    assert "No answer" in row[: row.index("</dd>")]
