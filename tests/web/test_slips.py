"""A question that was sent with something to mend comes back with what was written."""

from collections.abc import Mapping

import pytest
from flask.testing import FlaskClient

from directory.sentences import Sentence
from directory.storage import SealedVisits
from directory.web.access import EXTENSION
from directory.web.patient.triage.question_page import question_page
from directory.web.patient.visit import COOKIE, Draft, Ticket, Visit, open_visit
from tests.web.walking import CALM, Given, walk

FOUR = ["panic", "gad", "ocd", "ptsd"]


def draft_of(client: FlaskClient) -> Mapping[str, tuple[str, ...]]:
    """Return what the visit keeps of the page that is to be mended."""
    directory = client.application.extensions[EXTENSION]
    cookie = client.get_cookie(COOKIE)
    with directory.database.reading() as session:
        ticket = Ticket.read(cookie.value if cookie else None)
        visit = open_visit(SealedVisits(session), ticket, directory.clock())
    assert visit is not None
    assert visit.draft is not None
    return visit.draft.written


def test_a_slip_is_told_and_nothing_is_lost(client: FlaskClient) -> None:
    way = walk(client).answer(CALM).answer(CALM)
    before = way.at
    way.answer({"age": "three hundred"})
    assert way.at == before
    assert "Write the age as a number" in way.text
    assert 'value="three hundred"' in way.text
    assert "<title>Error: Question 3" in way.text
    assert "Write the age as a number" not in way.answer(CALM).text


def test_a_question_without_a_choice_asks_for_one(client: FlaskClient) -> None:
    way = walk(client).answer({})
    assert way.at == "/triage/1"
    assert "Choose one answer to go on" in way.text


def test_a_visit_keeps_what_was_written_and_no_sentence_of_ours(client: FlaskClient) -> None:
    written = {"question": "age", "written": {"age": ("three hundred",)}}
    page = question_page(Visit(draft=Draft.model_validate(written)), 3, is_change=False)
    assert isinstance(page.slips[0].text, Sentence)
    assert not {"problems", "problem"} & Draft.model_fields.keys()


def test_own_words_that_are_too_long_are_all_still_there(client: FlaskClient) -> None:
    way = walk(client)
    while "text" not in way.asked:
        way.answer({**CALM, "text": "w" * 5_000})
    assert "5,000 letters are written, and 2,000 fit" in way.text
    assert "w" * 5_000 in way.text


def test_four_concerns_are_one_too_many(client: FlaskClient) -> None:
    way = walk(client)
    while "concerns" not in way.asked:
        way.answer({**CALM, "concerns": FOUR})
    assert "Choose no more than 3. You chose 4" in way.text
    assert way.text.count(" checked") == 4


@pytest.mark.parametrize(
    ("zip", "words"), [("123", "five numbers"), ("00000", "We do not know this ZIP code")]
)
def test_a_zip_that_cannot_be_is_told(client: FlaskClient, zip: str, words: str) -> None:
    way = walk(client)
    while "state" not in way.asked:
        way.answer({**CALM, "zip": zip})
    assert words in way.text
    assert '<option value="CA" selected' in way.text


@pytest.mark.parametrize(
    ("key", "sent", "kept"),
    [
        ("age", "9" * 1_000, ("9" * 64,)),
        ("text", ["w" * 30_000, "w"], ("w" * 20_000,)),
        ("concerns", [*FOUR, *["x" * 1_000] * 300], (*FOUR, *["x" * 64] * 36)),
    ],
)
def test_a_slip_keeps_no_more_than_an_answer_may_need(
    client: FlaskClient, key: str, sent: Given, kept: tuple[str, ...]
) -> None:
    way = walk(client)
    while key not in way.asked:
        way.answer({**CALM, key: sent})
    assert draft_of(client)[key] == kept
