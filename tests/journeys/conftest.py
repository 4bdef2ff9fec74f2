"""A server on the loopback with made-up listings, and a browser to visit it."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, sync_playwright

from directory.web.access import EXTENSION
from tests.journeys.every_page import demo_app, see_everything
from tests.journeys.seeing import Sight
from tests.journeys.serving import serving
from tests.web.conftest import filled_app

CHROMIUMS = ("chromium", "chromium-browser", "google-chrome")
# The last: the browser finds no other host, wherever a redirect may lead. Passkeys need a host with
# a name.
FLAGS = [
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
]
NewPage = Callable[..., Page]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the application for the whole run; return its address."""
    app = filled_app(tmp_path_factory.mktemp("served"))
    with serving(app) as address:
        yield address
    app.extensions[EXTENSION].close()


@pytest.fixture(scope="session")
def sight(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sight]:
    """Every page that a patient can come to, as the application with demo listings answers it."""
    app = demo_app(tmp_path_factory.mktemp("demo"))
    seen = see_everything(app)
    if folder := os.environ.get("KEEP_PAGES"):  # for checkers that read files
        for number, page in enumerate(seen.pages.values()):
            Path(folder, f"{number:03}.html").write_text(page.html, encoding="utf-8")
    yield seen
    app.extensions[EXTENSION].close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = next(filter(None, map(shutil.which, CHROMIUMS)), None)
    assert path, "no Chromium: sh tests/install_browser.sh"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def strangers() -> list[str]:
    """The addresses on other hosts that a page asked for."""
    return []


@pytest.fixture
def new_page(browser: Browser, site: str, strangers: list[str]) -> Iterator[NewPage]:
    """Return a maker of pages, each in a fresh browser context; no script error passes."""
    contexts: list[BrowserContext] = []

    def make(**options: object) -> Page:
        context = browser.new_context(base_url=site, **options)  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("request", lambda request: _note(request, site, strangers))
        page.on("pageerror", lambda error: strangers.append(f"script error: {error}"))
        return page

    yield make
    for context in contexts:
        context.close()
    assert strangers == []


def _note(request: Request, site: str, strangers: list[str]) -> None:
    if not request.url.startswith((site, "data:")):
        strangers.append(request.url)


@contextmanager
def going_to_the_weather(page: Page) -> Iterator[list[str]]:
    """Answer the neutral page ourselves, and note what was asked for."""
    asked: list[str] = []
    page.route(
        "https://www.weather.gov/**",
        lambda route: (asked.append(route.request.url), route.fulfill(body="<h1>Sun</h1>")),
    )
    yield asked
