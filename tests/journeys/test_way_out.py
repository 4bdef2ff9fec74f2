"""The way out in a browser: forgotten first, blank at once, nothing there on the way back."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import Page, Route, expect

from tests.journeys.answering import answer, begin
from tests.journeys.conftest import NewPage

NEUTRAL = "https://www.weather.gov/"


@dataclass(frozen=True)
class Visit:
    """A visit that lies on a site, and what opens it."""

    site: str
    ticket: str


@pytest.fixture(autouse=True)
def only_the_neutral_page(new_page: NewPage, strangers: list[str]) -> Iterator[None]:
    """No other host but the neutral page is asked for."""
    yield
    assert set(strangers) <= {NEUTRAL}
    strangers.clear()


def is_over(visit: Visit) -> bool:
    """Tell whether the server has forgotten a visit, asking with a copy of its cookie."""
    asked = Request(f"{visit.site}/triage/1", headers={"Cookie": f"visit={visit.ticket}"})
    with urlopen(asked) as answer:
        return bool(answer.url.endswith("?over"))


def answered(page: Page) -> Visit:
    """Answer two questions and return the ticket of the visit."""
    page.goto("/")
    begin(page)
    answer(page)
    answer(page)
    page.wait_for_url("**/triage/3")
    cookies = {cookie["name"]: cookie["value"] for cookie in page.context.cookies()}
    return Visit(page.url.removesuffix("/triage/3"), cookies["visit"])


@contextmanager
def neutral_page(page: Page, visit: Visit) -> Iterator[list[bool]]:
    """Note whether the visit is over when the neutral page is asked for."""
    over: list[bool] = []

    def meet(route: Route) -> None:
        over.append(is_over(visit))
        route.fulfill(body="<title>Sun</title><h1>Sun</h1>", content_type="text/html")

    page.route(f"{NEUTRAL}**", meet)
    yield over


def press_shift(page: Page) -> None:
    for _ in range(3):
        page.keyboard.press("Shift")


@pytest.mark.parametrize("way", ["by button", "by button, without scripts", "by Shift"])
def test_the_visit_is_over_before_the_neutral_page_is_asked_for(
    new_page: NewPage, way: str
) -> None:
    page = new_page(java_script_enabled="without" not in way)
    visit = answered(page)
    with neutral_page(page, visit) as over:
        if way == "by Shift":
            press_shift(page)
        else:
            page.get_by_role("link", name="Leave this site").click()
        expect(page.get_by_role("heading")).to_have_text("Sun")
    assert set(over) == {True}
    assert page.context.cookies() == []


def test_the_back_button_finds_no_answer(new_page: NewPage) -> None:
    page = new_page()
    visit = answered(page)
    left = page.url
    with neutral_page(page, visit):
        press_shift(page)
        expect(page.get_by_role("heading")).to_have_text("Sun")
    page.go_back()
    assert page.url != left  # the neutral page has taken its place
    expect(page.get_by_text("Your answers are gone")).to_be_visible()


def test_the_visit_is_over_although_the_neutral_page_cannot_be_reached(new_page: NewPage) -> None:
    page = new_page()
    visit = answered(page)
    press_shift(page)  # no name of another host is found here
    expect(page).to_have_url(re.compile("^chrome-error"))
    assert is_over(visit)
    assert page.get_by_text("Find your kind of help").count() == 0


def test_nothing_is_to_be_seen_while_the_way_out_takes_its_time(new_page: NewPage) -> None:
    page = new_page()
    page.goto("/search?q=panic")
    page.route("**/leave", lambda route: route.fulfill(status=204))  # this page stays
    press_shift(page)
    expect(page.locator("body")).to_have_text("")
    expect(page.locator("body *")).to_have_count(0)
    expect(page).to_have_title("Weather")
    assert page.evaluate("location.pathname + location.search") == "/"


def test_a_page_that_the_browser_kept_is_asked_for_anew(new_page: NewPage) -> None:
    page = new_page()
    page.goto("/about")
    restored = "window.dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))"
    with page.expect_request("**/about"):
        page.evaluate(restored)


def test_other_keys_and_capital_letters_lead_nowhere(new_page: NewPage) -> None:
    page = new_page()
    page.goto("/search")
    page.evaluate("document.addEventListener('keydown', e => { window.last = e })")
    for _ in range(3):
        page.keyboard.press("Escape")
    assert page.evaluate("window.last.defaultPrevented") is False
    box = page.get_by_role("main").get_by_role("textbox").first
    box.click()
    for _ in range(4):
        page.keyboard.press("Shift+I")
    expect(box).to_have_value("IIII")
    expect(page.get_by_role("main")).to_be_visible()
