"""The journeys by keyboard alone: each stop is seen, uncovered and named on the way."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.answering import is_asking
from tests.journeys.conftest import NewPage
from tests.journeys.hands import Hands

NARROW, WIDE = {"width": 320, "height": 640}, {"width": 1280, "height": 800}


@pytest.mark.parametrize("window", [NARROW, WIDE], ids=["narrow", "wide"])
def test_from_home_to_a_provider_and_a_list(new_page: NewPage, window: dict[str, int]) -> None:
    page = new_page(viewport=window)
    page.goto("/")
    hands = Hands(page)
    hands.reach("INPUT", "What do you want help with")
    page.keyboard.type("panic attacks")
    hands.reach("SELECT", "Where do you live")
    page.keyboard.type("California")
    hands.reach("BUTTON", "^Search")
    hands.press("Enter")
    hands.reach("A", "^Ana Alvarez")
    hands.press("Enter")
    hands.reach("BUTTON", "^Keep Ana Alvarez")
    hands.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("is on your list")
    hands.reach("A", "^See your list")
    hands.press("Enter")
    hands.reach("SUMMARY", "What to say when you call")
    page.keyboard.press("Enter")
    hands.reach("A", "^Print")
    hands.press("Enter")
    expect(page).to_have_url(re.compile("/shortlist/print$"))


def test_from_the_questions_to_the_results(new_page: NewPage) -> None:
    page = new_page(viewport=NARROW)
    page.goto("/triage")
    hands = Hands(page)
    hands.reach("BUTTON", "^Start")
    hands.press("Enter")
    while is_asking(page):
        hands.answer()
    if page.url.endswith("/check"):
        hands.reach("A", "^See who may fit")
        hands.press("Enter")
    expect(page).to_have_url(re.compile("/triage/results$"))
    hands.reach("A", "^I see it another way")


def test_the_way_out_is_the_first_stop_after_the_lines_to_call(new_page: NewPage) -> None:
    page = new_page(viewport=NARROW)
    page.goto("/triage")
    hands = Hands(page)
    stops = [hands.tab().label for _ in range(6)]
    assert stops[0] == "Skip to main content"
    assert stops[-1] == "Leave this site"
