"""Every page that a patient can come to: valid, named, private, and leading on."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from xml.etree.ElementTree import Element

import pytest

from directory.web.headers import CONTENT_SECURITY_POLICY
from directory.web.patient.triage.flow import FLOW
from tests.journeys.every_page import see_in_short
from tests.journeys.seeing import WAY_OUT, Seen, Sight, patient_rules

REFERRING = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "list", "headers")
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def problems(pages: Iterable[Seen], check: Callable[[Seen], Iterator[str]]) -> list[str]:
    return [f"{page.name} ({page.address}): {one}" for page in pages for one in check(page)]


def test_every_route_is_walked_to(sight: Sight) -> None:
    routes = {rule.rule for rule in patient_rules(sight.app)}
    assert routes - sight.rules == {WAY_OUT}, "say in tests/journeys/every_page.py how to get there"


def test_every_question_is_seen_and_each_that_needs_an_answer_with_a_slip(sight: Sight) -> None:
    for question in FLOW:
        assert f"question {question.key}" in sight.pages
        if any(field.required for field in question.fields):
            assert f"question {question.key}, with a slip" in sight.pages


def test_every_page_is_valid_html(sight: Sight) -> None:
    def check(page: Seen) -> Iterator[str]:
        assert page.html.lstrip().startswith("<!doctype html>")
        yield from page.parse_errors

    assert problems(sight.pages.values(), check) == []


def test_no_id_is_used_twice_and_whatever_names_an_id_finds_it(sight: Sight) -> None:
    def check(page: Seen) -> Iterator[str]:
        ids = Counter(e.get("id") for e in page.elements() if e.get("id") is not None)
        yield from (f"id {id!r} {count} times" for id, count in ids.items() if count > 1 or not id)
        for element in page.elements():
            named = [id for name in REFERRING for id in (element.get(name) or "").split()]
            href = element.get("href") or ""
            named += [href[1:]] if href.startswith("#") and element.tag == "a" else []
            yield from (f"{element.tag} names {id!r}" for id in named if id not in ids)

    assert problems(sight.pages.values(), check) == []


def test_headings_go_down_one_step_at_a_time(sight: Sight) -> None:
    def check(page: Seen) -> Iterator[str]:
        levels = [int(str(e.tag)[1]) for e in page.elements(*HEADINGS)]
        # What to mend and whom to call now may stand before everything.
        before, after = levels[: levels.index(1)], levels[levels.index(1) :]
        if after.count(1) != 1 or set(before) - {2}:
            yield f"headings {levels}"
        yield from (f"h{one} to h{next}" for one, next in pairwise(after) if next > one + 1)

    assert problems(sight.pages.values(), check) == []


def test_each_main_landmark_is_there_once(sight: Sight) -> None:
    def check(page: Seen) -> Iterator[str]:
        count = Counter(str(e.tag) for e in page.elements())
        yield from (
            f"{count[tag]} {tag}" for tag in ("header", "main", "footer") if count[tag] != 1
        )
        names = [e.get("aria-label") or e.get("aria-labelledby") for e in page.elements("nav")]
        if None in names or len(names) != len(set(names)):
            yield f"nav {names}"

    assert problems(sight.pages.values(), check) == []


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
    def check(page: Seen) -> Iterator[str]:
        for e in page.elements():
            yield from (f"{name} on {e.tag}" for name in e.attrib if re.match(r"on|style$", name))
            loaded = e.get("src") or (e.get("href") if e.tag == "link" else None)
            is_ours = not loaded or re.match(r"/static/|/\w+\.webmanifest$", loaded)
            if e.get("rel") not in {"canonical", "alternate"} and not is_ours:
                yield f"{e.tag} loads {loaded}"
            if e.tag == "style" or (e.tag == "script" and not e.get("src")):
                yield f"{e.tag} within the page"

    assert problems(sight.pages.values(), check) == []


def test_every_answer_bears_the_headers_that_protect(sight: Sight) -> None:
    def check(page: Seen) -> Iterator[str]:
        headers = page.headers
        if headers.get("Content-Security-Policy") != CONTENT_SECURITY_POLICY:
            yield f"CSP {headers.get('Content-Security-Policy')}"
        if headers.get("Referrer-Policy") != "no-referrer":
            yield f"Referrer-Policy {headers.get('Referrer-Policy')}"
        if headers.get("Cache-Control") != "no-store":
            yield f"Cache-Control {headers.get('Cache-Control')}"

    assert problems(sight.pages.values(), check) == []
