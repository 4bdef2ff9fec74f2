# ruff: noqa: INP001
"""Pictures of the main pages, with made-up people: `python -m docs.pictures --into FOLDER`."""

import base64
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import click
from playwright.sync_api import Browser, Page, sync_playwright

from docs.kept import HOME, SESSION, served_keeper
from docs.run import served_admin
from tests.journeys.answering import answer, begin, question, to_the_end
from tests.journeys.wire import served

CHROMIUMS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--hide-scrollbars"]
SEARCH = "/search?q=panic+attacks&state=CA"
LOOKS = {"wide": (1280, 800, "light"), "narrow": (320, 640, "light"), "dark": (1280, 800, "dark")}


def to_home(page: Page) -> None:
    page.goto("/")


def to_search(page: Page) -> None:
    page.goto(SEARCH)


def to_profile(page: Page) -> None:
    page.goto(SEARCH)
    page.goto(page.locator("main a[href^='/providers/']").first.get_attribute("href") or "")


def to_question(page: Page) -> None:
    begin(page)
    while question(page) != "concerns":
        answer(page)


def to_results(page: Page) -> None:
    to_the_end(page)
    page.goto("/triage/results")


def to_crisis(page: Page) -> None:
    page.goto("/crisis")


def to_(address: str) -> Callable[[Page], None]:
    """Return what goes to an address."""

    def walk(page: Page) -> None:
        page.goto(address)

    return walk


PAGES: Mapping[str, Callable[[Page], None]] = {
    "home": to_home,
    "search": to_search,
    "profile": to_profile,
    "question": to_question,
    "results": to_results,
    "crisis": to_crisis,
}
# The pages of somebody who keeps a listing.
KEEPERS_PAGES: Mapping[str, Callable[[Page], None]] = {
    "keeper-listing": to_(HOME),
    "keeper-section": to_(f"{HOME}/formats"),
    "keeper-reach": to_(f"{HOME}/reach"),
    "keeper-numbers": to_(f"{HOME}/numbers"),
    "keeper-sign-in": to_("/account/sign-in"),
}


@contextmanager
def served_demo() -> Iterator[str]:
    """Serve this checkout with demo listings from an instance folder that is gone afterwards."""
    with (
        tempfile.TemporaryDirectory() as folder,
        served(Path(folder, "instance"), Path(folder, "said.txt")) as port,
    ):
        yield f"http://127.0.0.1:{port}"


def take(page: Page, file: Path) -> None:
    """Write what the window shows as a WebP file."""
    devtools = page.context.new_cdp_session(page)
    shot = devtools.send("Page.captureScreenshot", {"format": "webp", "quality": 70})
    file.write_bytes(base64.b64decode(shot["data"]))


def take_all(
    browser: Browser,
    site: str,
    pages: Mapping[str, Callable[[Page], None]],
    into: Path,
    session: str = "",
) -> None:
    """Take pages in every look, as somebody whose session is given."""
    for name, walk in pages.items():
        page = browser.new_page(base_url=site, locale="en-US", reduced_motion="reduce")
        if session and not name.endswith("sign-in"):
            page.context.add_cookies([{"name": SESSION, "value": session, "url": site}])
        walk(page)
        for look, (width, height, scheme) in LOOKS.items():
            page.set_viewport_size({"width": width, "height": height})
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            take(page, into / f"{name}-{look}.webp")
        page.close()


@click.command()
@click.option("--into", required=True, type=click.Path(file_okay=False, path_type=Path))
@click.option(
    "--keepers",
    is_flag=True,
    help="Only those of keepers and admins.",
)
def main(into: Path, keepers: bool) -> None:
    """Take every page in every look."""
    into.mkdir(parents=True, exist_ok=True)
    chromium = next(filter(None, map(shutil.which, CHROMIUMS)), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        if not keepers:
            with served_demo() as site:
                take_all(browser, site, PAGES, into)
        with served_keeper() as (site, session):
            take_all(browser, site, KEEPERS_PAGES, into, session)
        with served_admin() as (site, session, pages):
            take_all(browser, site, pages, into, session)
        browser.close()
    pictures = [*into.glob("*.webp")]
    size = sum(file.stat().st_size for file in pictures)
    click.echo(f"{len(pictures)} pictures in {into}, {size // 1000} kB")


if __name__ == "__main__":
    main()
