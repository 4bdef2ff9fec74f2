# ruff: noqa: INP001
"""Pictures of the six main pages, with demo listings: `python -m docs.pictures --into FOLDER`."""

import base64
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import click
from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).parents[1]
CHROMIUMS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--hide-scrollbars"]
SEARCH = "/search?q=panic+attacks&state=CA"
LOOKS = {"wide": (1280, 800, "light"), "narrow": (320, 640, "light"), "dark": (1280, 800, "dark")}
# What a made-up person answers; a question about how often is answered with the first choice.
ANSWERS: Mapping[str, str] = {
    "danger_now": "false",
    "for": "self",
    "age": "34",
    "state": "CA",
    "zip": "94110",
    "text": "panic attacks on the subway",
    "concerns": "panic",
    "wants": "both",
    "duration": "3_to_12_months",
    "difficulty": "somewhat",
    "seeks": "unsure",
    "tried_coping": "not_enough",
    "red_flags": "none",
    "formats": "individual",
    "delivery": "video",
    "on_medication": "false",
}


def to_home(page: Page) -> None:
    page.goto("/")


def to_search(page: Page) -> None:
    page.goto(SEARCH)


def to_profile(page: Page) -> None:
    page.goto(SEARCH)
    page.goto(page.locator("main a[href^='/providers/']").first.get_attribute("href") or "")


def to_question(page: Page) -> None:
    _begin(page)
    while not page.locator("main [name=concerns]").count():
        _lead_on(page)


def to_results(page: Page) -> None:
    _begin(page)
    while re.search(r"/triage/\d+", page.url):
        _lead_on(page)
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


def _begin(page: Page) -> None:
    page.goto("/triage")
    page.get_by_role("button", name="Start").click()


def _lead_on(page: Page) -> None:
    asked = page.url
    _answer(page)
    page.wait_for_load_state()
    if page.url == asked:
        raise click.ClickException(f"no answer leads on from {asked}")


def _answer(page: Page) -> None:
    """Answer the open question; what no answer is known for is left out, or answered with 0."""
    controls = page.locator("main form [name]:not([type=hidden])").all()
    for name in dict.fromkeys(control.get_attribute("name") or "" for control in controls):
        named = page.locator(f'main form [name="{name}"]')
        value = ANSWERS.get(name, "0" if name.startswith("instruments.") else "")
        kind = named.first.evaluate("control => control.type")
        if not value:
            continue
        if kind == "submit":
            return named.and_(page.locator(f'[value="{value}"]')).click()
        if kind in {"radio", "checkbox"}:
            # A choice may lie in a part that is folded.
            named.and_(page.locator(f'[value="{value}"]')).first.evaluate("box => box.click()")
        elif kind == "select-one":
            named.select_option(value)
        else:
            named.fill(value)
    return page.get_by_role("button", name="Continue").click()


@contextmanager
def served_demo() -> Iterator[str]:
    """Serve this checkout with demo listings from an instance folder that is gone afterwards."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with tempfile.TemporaryDirectory() as instance:
        own = {"INSTANCE_PATH": instance, "DIRECTORY_ENV": "development", "RATE_LIMIT": "off"}
        served = subprocess.Popen(
            [sys.executable, "-m", "directory", "serve", "--prepare"],
            cwd=ROOT,
            env={**os.environ, **own, "PORT": str(port)},
        )
        try:
            site = f"http://127.0.0.1:{port}"
            _wait_for(f"{site}/readyz", served)
            yield site
        finally:
            served.terminate()
            served.wait()


def _wait_for(address: str, served: subprocess.Popen[bytes]) -> None:
    for _ in range(240):
        if served.poll() is not None:
            break
        try:
            urllib.request.urlopen(address).close()  # noqa: S310
        except OSError:
            time.sleep(0.5)
        else:
            return
    raise click.ClickException("the site does not answer")


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
