# ruff: noqa: INP001
"""Pictures of the six main pages, with demo listings: `python -m docs.pictures --into FOLDER`."""

import base64
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import click
from playwright.sync_api import Page, sync_playwright

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


PAGES: Mapping[str, Callable[[Page], None]] = {
    "home": to_home,
    "search": to_search,
    "profile": to_profile,
    "question": to_question,
    "results": to_results,
    "crisis": to_crisis,
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


@click.command()
@click.option("--into", required=True, type=click.Path(file_okay=False, path_type=Path))
def main(into: Path) -> None:
    """Take every page in every look."""
    into.mkdir(parents=True, exist_ok=True)
    chromium = next(filter(None, map(shutil.which, CHROMIUMS)), None)
    with served_demo() as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        for name, walk in PAGES.items():
            page = browser.new_page(base_url=site, locale="en-US", reduced_motion="reduce")
            walk(page)
            for look, (width, height, scheme) in LOOKS.items():
                page.set_viewport_size({"width": width, "height": height})
                page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
                take(page, into / f"{name}-{look}.webp")
            page.close()
        browser.close()
    size = sum(file.stat().st_size for file in into.glob("*.webp"))
    click.echo(f"{len(PAGES) * len(LOOKS)} pictures in {into}, {size // 1000} kB")


if __name__ == "__main__":
    main()
