"""The ways to reach a crisis line: each link dials, writes or chats with the right place."""

import re

import pytest
from flask.testing import FlaskClient

from directory.vocabulary.crisis import CRISIS_LINES, CrisisLine
from tests.web.walking import walk


def links_in(page: str) -> list[str]:
    return re.findall(r'href="([^"]+)"', page[page.index("<main") : page.index("</main>")])


@pytest.mark.parametrize("line", CRISIS_LINES, ids=lambda line: line.name)
def test_every_line_can_be_reached_by_its_links(client: FlaskClient, line: CrisisLine) -> None:
    links = links_in(client.get("/crisis").get_data(as_text=True))
    assert line.call is None or f"tel:{line.call.replace('-', '')}" in links
    assert line.chat is None or line.chat in links


def test_the_card_leads_to_the_chat_itself(client: FlaskClient) -> None:
    walk(client).to_the_end(danger_now="true")
    links = links_in(client.get("/triage/results").get_data(as_text=True))
    assert "https://988lifeline.org/chat" in links
    assert not [link for link in links if link.count("://") > 1]


def test_the_card_says_that_questions_come_first_only_where_they_do(client: FlaskClient) -> None:
    coming = "We ask a few short questions first"
    walk(client).to_the_end(danger_now="true")
    assert coming in client.get("/triage/results").get_data(as_text=True)
    walk(client).to_the_end(**{"instruments.ASQ[0]": "1", "instruments.ASQ_NOW": "1"})
    assert coming not in client.get("/triage/results").get_data(as_text=True)
