"""No page breaks a rule of axe, in light and dark, narrow and wide."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.journeys.answering import answer, begin, is_asking, question, to_the_end
from tests.journeys.conftest import NewPage
from tests.web.test_pages import PAGES

RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }
}
SIZES = ({"width": 320, "height": 640}, {"width": 1280, "height": 900})


def broken_rules(page: Page) -> list[str]:
    """Return each rule that axe finds broken, in every size and colour scheme."""
    found: list[str] = []
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
    for size in SIZES:
        page.set_viewport_size(size)  # type: ignore[arg-type]
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            for rule in Axe().run(page, options=RULES).response["violations"]:
                nodes = [node["html"][:120] for node in rule["nodes"][:3]]
                found.append(f"{page.url} {size['width']} {scheme}: {rule['id']} {nodes}")
    return found


@pytest.mark.parametrize("address", PAGES)
def test_pages_break_no_rule(new_page: NewPage, address: str) -> None:
    page = new_page()
    page.goto(address)
    assert broken_rules(page) == []


def test_questions_break_no_rule_with_and_without_a_slip(new_page: NewPage) -> None:
    page = new_page()
    begin(page)
    seen: set[str] = set()
    while is_asking(page):
        kind = question(page).partition("[")[0]
        if kind not in seen:
            assert broken_rules(page) == []
        if kind in {"danger_now", "age"} and kind not in seen:
            page.get_by_role("button", name="Continue").click()
            expect(page).to_have_title(re.compile("Error"))
            assert broken_rules(page) == []
        seen.add(kind)
        answer(page)
    assert broken_rules(page) == []


@pytest.mark.parametrize(
    "answers", [{}, {"instruments.ASQ[0]": "1"}, {"coverage.payer": "cigna"}], ids=str
)
def test_results_break_no_rule(new_page: NewPage, answers: dict[str, str]) -> None:
    page = new_page()
    to_the_end(page, **answers)
    page.goto("/triage/results")
    assert broken_rules(page) == []


def test_the_interruption_breaks_no_rule(new_page: NewPage) -> None:
    page = new_page()
    to_the_end(page, danger_now="true")
    assert broken_rules(page) == []
