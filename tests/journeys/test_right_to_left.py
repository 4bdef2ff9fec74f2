"""In a language that runs from right to left no page has to be moved sideways on a small screen."""

from collections.abc import Iterator

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page

from directory.web.access import EXTENSION
from directory.web.languages import COOKIE
from tests.journeys.serving import serving
from tests.web.walking import walk
from tests.words.conftest import whole_app
from tests.words.made_up import speak
from tests.words.visiting import addresses

SEARCHES = ("/search?q=zzz", "/search?state=CA&format=individual&license=lcsw&zip=94110")


@pytest.fixture(scope="module")
def arabic_app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """A site that speaks made-up Arabic."""
    folder = tmp_path_factory.mktemp("arabic")
    app = whole_app(folder / "instance")
    speak(app, folder / "translations", "rtl")
    yield app
    app.extensions[EXTENSION].close()


@pytest.fixture(scope="module")
def arabic_page(arabic_app: Flask, browser: Browser) -> Iterator[Page]:
    """A screen of 320 pixels."""
    with serving(arabic_app) as site:
        context = browser.new_context(base_url=site, viewport={"width": 320, "height": 640})
        context.add_cookies([{"name": COOKIE, "value": "ar", "url": site}])
        yield context.new_page()
        context.close()


def overflow(page: Page) -> str | None:
    """Return where and by how much a page is wider than the screen, None where it is not."""
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
    assert page.locator("html").get_attribute("dir") == "rtl"
    wide = page.evaluate(
        "() => { const e = document.scrollingElement; return e.scrollWidth - e.clientWidth }"
    )
    return f"{page.url}: {wide} px" if wide else None


def test_no_page_is_wider_than_a_small_screen(arabic_app: Flask, arabic_page: Page) -> None:
    found = []
    for address in (*addresses(arabic_app), *SEARCHES, "/no/such/page"):
        arabic_page.goto(address)
        found.append(overflow(arabic_page))
    assert [one for one in found if one] == []


def test_no_question_and_no_result_is_wider_than_a_small_screen(
    arabic_app: Flask, arabic_page: Page
) -> None:
    client = arabic_app.test_client()
    way = walk(client).to_the_end()
    arabic_page.goto("/")
    cookies = [(c.key, c.value) for c in client._cookies.values()]
    arabic_page.context.add_cookies(
        [{"name": name, "value": value, "url": arabic_page.url} for name, value in cookies]
    )
    places = range(1, len(way.asked) + 1)
    found = []
    for address in (*(f"/triage/{n}" for n in places), "/triage/check", "/triage/results"):
        arabic_page.goto(address)
        assert arabic_page.url.endswith(address)
        found.append(overflow(arabic_page))
    assert [one for one in found if one] == []
