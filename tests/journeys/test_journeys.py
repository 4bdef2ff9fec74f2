"""The ways through the site, in a real browser."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.answering import answer, begin, is_asking, to_the_end
from tests.journeys.conftest import NewPage


@pytest.fixture(params=[True, False], ids=["with scripts", "without scripts"])
def page(request: pytest.FixtureRequest, new_page: NewPage) -> Page:
    return new_page(java_script_enabled=request.param, viewport={"width": 390, "height": 844})


def test_from_home_to_a_provider_by_search(page: Page) -> None:
    page.goto("/")
    page.get_by_label("What do you want help with?").fill("panic attacks")
    page.get_by_label("Where do you live?").select_option("CA")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("link", name="Ana Alvarez").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Ana Alvarez")
    expect(page.get_by_role("link", name="Call (415) 555-0100")).to_be_visible()


def test_a_filter_gives_what_its_count_promises(page: Page) -> None:
    page.goto("/search?q=panic")
    page.locator(".panel > summary").click()
    page.get_by_text("More filters").click()
    label = page.locator("label[for=license-psychiatrist]")
    promised = re.search(r"\((\d+)\)", label.inner_text())
    label.click()
    page.get_by_role("button", name="Apply filters").last.click()
    assert promised
    expect(page.locator("#count")).to_have_text(f"{promised[1]} people fit")
    page.get_by_role("link", name="Remove filter: Psychiatrist").click()
    expect(page).to_have_url(re.compile(r"/search\?q=panic"))


def test_from_the_questions_to_matches_with_reasons(page: Page) -> None:
    to_the_end(page)
    expect(page).to_have_url(re.compile("/triage/check$"))
    page.get_by_role("link", name="See who may fit").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Psychotherapy")
    assert page.locator("summary", has_text="Why this person").count() >= 3
    page.locator(".results a").first.click()
    expect(page.get_by_role("heading", name=re.compile("How to reach"))).to_be_visible()


def test_danger_brings_help_before_anything_else(page: Page) -> None:
    begin(page)
    answer(page, danger_now="true")
    expect(page.locator(".care").get_by_role("link", name="Call 988")).to_be_visible()
    assert page.locator(".results").count() == 0
    page.get_by_role("button", name="Show providers anyway").click()
    assert is_asking(page)


def test_help_right_now_is_one_tap_away(page: Page) -> None:
    page.goto("/about")
    page.get_by_role("link", name="More help now").click()
    expect(page.get_by_role("link", name="Call 988").nth(1)).to_have_attribute("href", "tel:988")


def test_the_questions_can_be_answered_by_keyboard_alone(new_page: NewPage) -> None:
    page = new_page()
    begin(page)
    page.locator("input[type=radio]").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/triage/2$"))


def test_the_skip_link_comes_first_and_leads_to_the_main_part(new_page: NewPage) -> None:
    page = new_page()
    page.goto("/search")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to main content")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


@pytest.mark.parametrize("address", ["/", "/search?q=panic", "/providers/lmft-1", "/crisis"])
def test_nothing_runs_off_a_narrow_screen(new_page: NewPage, address: str) -> None:
    page = new_page(viewport={"width": 320, "height": 256})
    page.goto(address)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
