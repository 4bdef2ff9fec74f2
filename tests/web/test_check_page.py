"""The check of all answers, with someone looking over the shoulder."""

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
