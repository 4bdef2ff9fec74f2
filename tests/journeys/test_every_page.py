"""Every page that a patient can come to: valid, named, private, and leading on."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

import pytest

from directory.web.patient.triage.flow import FLOW
from tests.journeys.every_page import see_in_short
from tests.journeys.faults import (
    of_headers,
    of_headings,
    of_html,
    of_ids,
    of_landmarks,
    of_loading,
    problems,
)
from tests.journeys.seeing import WAY_OUT, Seen, Sight, patient_rules


def test_every_route_is_walked_to(sight: Sight) -> None:
    routes = {rule.rule for rule in patient_rules(sight.app)}
    assert routes - sight.rules == {WAY_OUT}, "say in tests/journeys/every_page.py how to get there"


def test_every_question_is_seen_and_each_that_needs_an_answer_with_a_slip(sight: Sight) -> None:
    for question in FLOW:
        assert f"question {question.key}" in sight.pages
        if any(field.required for field in question.fields):
            assert f"question {question.key}, with a slip" in sight.pages


def test_every_page_is_valid_html(sight: Sight) -> None:
    assert problems(sight.pages.values(), of_html) == []


def test_no_id_is_used_twice_and_whatever_names_an_id_finds_it(sight: Sight) -> None:
    assert problems(sight.pages.values(), of_ids) == []


def test_headings_go_down_one_step_at_a_time(sight: Sight) -> None:
    assert problems(sight.pages.values(), of_headings) == []


def test_each_main_landmark_is_there_once(sight: Sight) -> None:
    assert problems(sight.pages.values(), of_landmarks) == []


@pytest.mark.parametrize("language", ["en", "es"])
def test_pages_say_in_which_language_they_are(sight: Sight, language: str) -> None:
    seen = sight if language == "en" else see_in_short(sight.app, language)

    def check(page: Seen) -> Iterator[str]:
        html = page.tree.find(".") if page.tree.tag == "html" else page.tree.find("html")
        assert html is not None
        if html.get("lang") != language or html.get("dir") != "ltr":
            yield f"{html.get('lang')} {html.get('dir')}"
        yield from page.dead_links

    assert problems(seen.pages.values(), check) == []


def test_every_link_leads_somewhere(sight: Sight) -> None:
    assert problems(sight.pages.values(), lambda page: iter(page.dead_links)) == []


def test_every_page_leads_on(sight: Sight) -> None:
    def check(page: Seen) -> Iterator[str]:
        ways = [e for e in page.main.iter() if _leads_on(e, page)]
        if not ways:
            yield "a dead end"

    assert problems(sight.pages.values(), check) == []


def _leads_on(element: Element, page: Seen) -> bool:
    if element.tag == "button":
        return element.get("type", "submit") == "submit"
    href = element.get("href") or ""
    return element.tag == "a" and href.startswith("/") and href not in {page.address, WAY_OUT}


def test_no_page_runs_or_loads_anything_but_our_own_files(sight: Sight) -> None:
    assert problems(sight.pages.values(), of_loading) == []


def test_every_answer_bears_the_headers_that_protect(sight: Sight) -> None:
    assert problems(sight.pages.values(), of_headers) == []
