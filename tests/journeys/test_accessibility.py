"""Every sort of page in a real browser: no rule of axe is broken, nothing said, lost or fetched."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.journeys.every_page import see_in_short
from tests.journeys.seeing import Seen, Sight
from tests.journeys.showing import Window, broken_rules, over, telling


@pytest.fixture(scope="module")
def window(browser: Browser, site: str) -> Iterator[Window]:
    page = browser.new_page()
    yield Window(page, site)
    page.context.close()


@pytest.fixture(scope="module")
def pages(sight: Sight) -> list[Seen]:
    return telling(sight.pages.values())


def test_no_page_breaks_a_rule_of_axe(window: Window, pages: list[Seen]) -> None:
    assert over(window, pages, lambda: broken_rules(window.page)) == []


@pytest.mark.parametrize("language", ["en", "es"])
def test_nothing_is_lost_at_four_times_the_size_or_with_wide_spacing(
    window: Window, sight: Sight, pages: list[Seen], language: str
) -> None:
    seen = pages if language == "en" else see_in_short(sight.app, language).pages.values()
    assert over(window, seen, window.losses) == []


def test_no_page_says_anything_on_the_console_or_asks_another_host(window: Window) -> None:
    assert window.said == []
