"""Every page of every branch: why it is asked, how it is sent, and what a passer-by may read."""

import re
from collections.abc import Mapping

import pytest
from flask.testing import FlaskClient

from directory.web.patient.flow import FLOW
from tests.web.walking import Given, walk

PLAIN: Mapping[str, Given] = {
    "danger_now": "false",
    "for": "self",
    "age": "34",
    "state": "CA",
    "wants": "both",
    "duration": "over_1_year",
    "difficulty": "very",
    "seeks": "unsure",
    "tried_coping": "no",
    "on_medication": "false",
    "concerns[0]": "null",
}
DRINKS = {f"instruments.AUDITC[{place}]": "4" for place in range(3)}
LOW = {f"instruments.PHQ4[{place}]": "3" for place in range(4)}
WARNED = {"red_flags": ["psychosis", "overdose"], "danger_now.again": "false"}
# Six people who are asked everything there is to ask.
PEOPLE: Mapping[str, Mapping[str, Given]] = {
    "low and worried": {**LOW, "concerns": ["panic"]},
    "warned of danger": {**WARNED, "red_flags.overdose_now": "false"},
    "dark thoughts": {"instruments.ASQ[0]": "1", "instruments.ASQ_NOW": "0"},
    "drinking": {**DRINKS, "concerns": ["alcohol"], "red_flags.withdrawal_signs": "false"},
    "a partner": {"formats": ["couples"], "instruments.HARK.alone": "0"},
    "eating and trauma": {"concerns": ["bulimia", "ptsd"], "instruments.PCPTSD5.gate": "1"},
}
# What leads to help at once, or to silence about a partner.
WITH_CARE = re.compile(
    r"danger_now(\.again)?|red_flags\.(overdose_now|withdrawal_signs)"
    r"|instruments\.(ASQ\[\d\]|ASQ_NOW|HARK.*)"
)


def pages_of(client: FlaskClient, answers: Mapping[str, Given]) -> dict[str, str]:
    """Walk to the end; return every page by the key of its question."""
    pages: dict[str, str] = {}
    way = walk(client)
    while re.fullmatch(r"/triage/\d+", way.at):
        pages[way.page_key] = way.text
        way.answer({**PLAIN, **answers})
    assert way.at == "/triage/check"
    return pages


@pytest.fixture(scope="module")
def all_pages(app) -> dict[str, str]:  # type: ignore[no-untyped-def]
    found: dict[str, str] = {}
    for answers in PEOPLE.values():
        found |= pages_of(app.test_client(), answers)
    return found


def test_these_people_see_every_page_of_every_branch(all_pages: dict[str, str]) -> None:
    assert all_pages.keys() == {question.key for question in FLOW}


def test_every_page_says_why_it_is_asked(all_pages: dict[str, str]) -> None:
    for key, page in all_pages.items():
        found = re.search(
            r"Why we ask this\s*</span>.*?govuk-details__text\">\s*(.*?)</div>", page, re.DOTALL
        )
        assert found, key
        assert len(found[1].strip()) > 20, key


def test_every_page_has_one_heading_a_way_back_and_a_title_that_tells_nothing(
    all_pages: dict[str, str],
) -> None:
    for key, page in all_pages.items():
        assert page.count("<h1") == 1, key
        assert "govuk-back-link" in page, key
        title = re.search(r"<title>(.*?)</title>", page)
        assert title, key
        assert re.fullmatch(r"Question \d+ – Help me choose – Find your kind of help", title[1]), (
            key
        )


def test_titles_differ_from_page_to_page(client: FlaskClient) -> None:
    pages = pages_of(client, PEOPLE["drinking"]).values()
    titles = [page[page.index("<title>") : page.index("</title>")] for page in pages]
    assert len(set(titles)) == len(titles)


def test_one_tap_sends_a_page_unless_it_takes_care_or_asks_for_more(
    all_pages: dict[str, str],
) -> None:
    for question in FLOW:
        page = all_pages[question.key]
        asks_once = [field.kind for field in question.fields] == ["radios"]
        is_one_tap = asks_once and not WITH_CARE.fullmatch(question.key)
        assert ('class="answer' in page) == is_one_tap, question.key
        assert (re.search(r">\s*Continue\s*<", page) is None) == is_one_tap, question.key
