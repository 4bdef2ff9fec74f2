"""Lighthouse over the patient's pages, as served: `python -m benchmarks.lighthouse`.

Needs Node, Chromium and what the tests need. Pages behind a visit are asked for with its cookie.
"""

import json
import os
import re
import shutil
import subprocess
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import click
from playwright.sync_api import Browser, Page, sync_playwright

from docs.pictures import CHROMIUMS, FLAGS, served_demo, to_question, to_results

VERSION = "lighthouse@12.8.2"
BUILD = Path(__file__).parents[1] / ".build" / "lighthouse"
GOALS = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}
SEARCHES = ("/search?q=panic+attacks&state=CA", "/search?q=nothing-like-this")
# Pages that no search engine may list cannot have this; they are meant not to.
UNLISTED = "is-crawlable"
_LISTINGS = 2


def addresses(site: str) -> Iterator[tuple[str, str]]:
    """Yield every public address and some of the others, each with the cookie it needs."""
    with urllib.request.urlopen(f"{site}/sitemap.xml") as answer:
        listed = re.findall(r"<loc>https?://[^/]+(/[^<]*)</loc>", answer.read().decode())
    listings = [path for path in listed if path.startswith("/providers/")]
    pages = [path for path in listed if path not in listings]
    written = [f"{path}/message" for path in listings[:1]]
    plain = (*pages, *listings[:_LISTINGS], *written, *SEARCHES, "/triage", "/shortlist")
    yield from ((path, "") for path in plain)


def private_addresses(browser: Browser, site: str) -> Iterator[tuple[str, str]]:
    """Yield the addresses that a visit is needed for, with its cookie."""
    for walk, more in ((to_question, ()), (to_results, ("/triage/check",))):
        page = browser.new_page(base_url=site)
        _walk(walk, page)
        cookies = "; ".join(f"{one['name']}={one['value']}" for one in page.context.cookies())
        yield from ((path, cookies) for path in (page.url.removeprefix(site), *more))
        page.close()


def _walk(walk: Callable[[Page], None], page: Page) -> None:
    walk(page)
    page.wait_for_load_state()


def judged(address: str, cookie: str, chromium: str) -> dict[str, object]:
    """Return what Lighthouse says of a page, seen on a middling phone."""
    headers = json.dumps({"Cookie": cookie} if cookie else {})
    for _ in range(3):  # now and then it misses the beginning of a page
        done = _run(address, headers, chromium)
        if done.returncode == 0:
            report: dict[str, object] = json.loads(done.stdout)
            return report
    raise click.ClickException(done.stderr.decode()[-500:])


def _run(address: str, headers: str, chromium: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [
            *("node", str(BUILD / "node_modules/lighthouse/cli/index.js"), address),
            *("--quiet", "--output=json", f"--extra-headers={headers}"),
            "--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage",
        ],
        env={**os.environ, "CHROME_PATH": chromium},
        capture_output=True,
        check=False,
    )


def told(path: str, report: dict[str, object]) -> str:
    """Return the scores of a page in a line, and what keeps them below the goals."""
    categories, audits = report["categories"], report["audits"]
    assert isinstance(categories, dict)
    assert isinstance(audits, dict)
    scores = {name: round(100 * (categories[name]["score"] or 0)) for name in GOALS}
    failed = [
        ref["id"]
        for name, goal in GOALS.items()
        for ref in categories[name]["auditRefs"]
        if scores[name] < goal and ref["weight"] and (audits[ref["id"]]["score"] or 0) < 0.9
        if audits[ref["id"]]["scoreDisplayMode"] not in {"notApplicable", "manual", "informative"}
    ]
    if failed == [UNLISTED]:
        failed = ["may not be listed, as is meant"]
    return f"{' '.join(f'{score:3}' for score in scores.values())}  {path}  {', '.join(failed)}"


@click.command()
@click.option("--only", default="", help="A pattern that the addresses are to have.")
def main(only: str) -> None:
    """Print the scores of every page: performance, accessibility, best practices, SEO."""
    chromium = next(filter(None, map(shutil.which, CHROMIUMS)), "")
    install = ["npm", "install", "--prefix", str(BUILD), "--no-save", "--no-audit", "--silent"]
    BUILD.mkdir(parents=True, exist_ok=True)
    subprocess.run([*install, VERSION], check=True)
    with served_demo() as site:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
            pages = [*addresses(site), *private_addresses(browser, site)]
            browser.close()
        for path, cookie in pages:
            if re.search(only, path):
                click.echo(told(path, judged(f"{site}{path}", cookie, chromium)))


if __name__ == "__main__":
    main()
