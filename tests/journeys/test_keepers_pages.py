"""Every page of those who keep a listing, check one, or mind an account: valid, named, light,
private, and whole in a real browser."""

import gzip
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

import pytest
from playwright.sync_api import Browser

from directory.resources import resource_folder
from tests.journeys.faults import (
    Check,
    of_headers,
    of_headings,
    of_html,
    of_ids,
    of_landmarks,
    of_loading,
    problems,
)
from tests.journeys.keepers_pages import private_rules, see_everything
from tests.journeys.seeing import Seen, Sight
from tests.journeys.serving import serving
from tests.journeys.showing import Window, broken_rules, over, telling

# They only lead on: to the one practice or to where one is begun, and to the queue.
LEADING_ON = {"/admin/claims", "/my/practice"}
HEAVIEST = 45_000  # bytes of a page with its style sheets and scripts, compressed


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Sight, str]]:
    """Everything that was seen, and where the browser finds styles and scripts."""
    here, sight = see_everything(tmp_path_factory.mktemp("keepers"))
    with serving(here.app) as address:
        yield sight, address
    here.directory.close()


@pytest.fixture
def pages(seen: tuple[Sight, str]) -> list[Seen]:
    return list(seen[0].pages.values())


@pytest.fixture(scope="module")
def window(browser: Browser, seen: tuple[Sight, str]) -> Iterator[Window]:
    page = browser.new_page()
    yield Window(page, seen[1])
    page.context.close()


def test_every_private_route_is_walked_to(seen: tuple[Sight, str]) -> None:
    sight, _ = seen
    routes = {rule.rule for rule in private_rules(sight.app)}
    assert routes - sight.rules == LEADING_ON, "say in tests/journeys/keepers_pages.py how"


@pytest.mark.parametrize(
    "check", [of_html, of_ids, of_headings, of_landmarks, of_loading, of_headers]
)
def test_no_page_has_a_fault(pages: list[Seen], check: Check) -> None:
    assert problems(pages, check) == []


def test_a_title_tells_a_page_from_others_and_says_when_something_is_wrong(
    pages: list[Seen],
) -> None:
    titled: defaultdict[str, set[str]] = defaultdict(set)
    for page in pages:
        if page.status == 200:
            # A link in a mail leads to what is asked on the site, too.
            titled[_title(page)].add("" if page.route == "/keep/<token>" else page.route)
    assert {title: routes for title, routes in titled.items() if len(routes - {""}) > 1} == {}

    def check(page: Seen) -> Iterator[str]:
        has_summary = any(
            "govuk-error-summary" in (e.get("class") or "").split() for e in page.main.iter("div")
        )
        if has_summary != _title(page).startswith("Error: "):
            yield f"{_title(page)!r}, {'with' if has_summary else 'without'} a summary"
        if page.status == 422 and not has_summary:
            yield "says nothing of what is wrong"

    assert problems(pages, check) == []


def test_every_field_and_button_has_a_name(pages: list[Seen]) -> None:
    def check(page: Seen) -> Iterator[str]:
        labels = {e.get("for") for e in page.elements("label")}
        for e in page.elements("input", "select", "textarea"):
            # One field is for password managers alone.
            is_shown = e.get("type") not in {"hidden", "submit"} and e.get("hidden") is None
            if is_shown and e.get("id") not in labels and not e.get("aria-label"):
                yield f"{e.get('name')} has no label"
        for e in page.elements("button"):
            if not "".join(e.itertext()).strip() and not e.get("aria-label"):
                yield f"a button without a name: {e.attrib}"

    assert problems(pages, check) == []


def test_pages_are_english_and_never_listed_in_a_search_machine(pages: list[Seen]) -> None:
    def check(page: Seen) -> Iterator[str]:
        html = page.tree.find(".") if page.tree.tag == "html" else page.tree.find("html")
        assert html is not None
        if html.get("lang") != "en":
            yield f"lang {html.get('lang')}"
        robots = {e.get("content") for e in page.elements("meta") if e.get("name") == "robots"}
        if "noindex" not in robots and page.status == 200:
            yield "may be listed"
        yield from (f"leads nowhere: {link}" for link in page.dead_links)

    assert problems(pages, check) == []


def test_no_page_is_heavy(pages: list[Seen]) -> None:
    weights = {page.name: _weight(page) for page in pages}
    heaviest = max(weights, key=lambda name: weights[name])
    print(f"{len(pages)} pages, the heaviest {heaviest}: {weights[heaviest]} bytes")  # noqa: T201  (pytest -s)
    assert {name: weight for name, weight in weights.items() if weight > HEAVIEST} == {}


def test_no_page_breaks_a_rule_of_axe(window: Window, pages: list[Seen]) -> None:
    assert over(window, telling(pages, each_route=False), lambda: broken_rules(window.page)) == []


def test_nothing_is_lost_at_four_times_the_size_or_with_wide_spacing(
    window: Window, pages: list[Seen]
) -> None:
    assert over(window, telling(pages), lambda: window.losses(turned=False)) == []


def test_no_page_says_anything_on_the_console_or_asks_another_host(window: Window) -> None:
    assert window.said == []


def _title(page: Seen) -> str:
    title = page.tree.find(".//title")
    assert title is not None
    return " ".join("".join(title.itertext()).split()).rpartition(" – ")[0]


def _weight(page: Seen) -> int:
    """Return the bytes of a page and of all styles and scripts that it loads, compressed."""
    loaded = [e.get("src") or e.get("href") or "" for e in page.elements("script", "link")]
    files = {address for address in loaded if re.search(r"\.(css|js)\b", address)}
    return len(gzip.compress(page.html.encode())) + sum(map(_file_weight, files))


@cache
def _file_weight(address: str) -> int:
    name = address.partition("?")[0].rpartition("/")[2]
    return len(gzip.compress((resource_folder("static") / name).read_bytes()))
