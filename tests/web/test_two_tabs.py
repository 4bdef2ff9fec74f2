"""Two tabs, the back button, a form that outlived its visit: nothing is lost without a word."""

import re

from flask.testing import FlaskClient

from tests.web.walking import CALM, walk


def checked(client: FlaskClient, address: str) -> list[str]:
    return re.findall(r'value="(\w+)" checked', client.get(address).get_data(as_text=True))


def test_an_answer_counts_although_another_tab_moved_its_question(client: FlaskClient) -> None:
    way = walk(client)
    while way.answer({**CALM, "concerns": ["panic"]}).asked[-1] != "concerns":
        pass
    wants_at = way.at
    way.at = wants_at.replace("7", "6")
    way.post(way.at, {"question": "concerns", "concerns": ["panic", "gad"]})
    way.at = "/triage/7"
    assert way.post(wants_at, {"question": "wants", "wants": "deeper"}).location == "/triage/9"
    assert checked(client, "/triage/7?from=check") == []
    way.answer(CALM)
    assert checked(client, "/triage/8?from=check") == ["deeper"]


def test_a_yes_to_danger_counts_from_wherever_it_was_sent(client: FlaskClient) -> None:
    way = walk(client).answer(CALM)
    response = way.post("/triage/2", {"question": "danger_now", "danger_now": "true"})
    assert response.location == "/triage/results"
    assert "tel:988" in client.get("/triage/results").get_data(as_text=True)


def test_a_form_sent_after_leaving_says_that_the_answers_are_gone(client: FlaskClient) -> None:
    way = walk(client).answer(CALM)
    client.get("/leave")
    response = client.post(way.at, data={"question": "for", "for": "self"})
    assert response.location == "/triage?over"
