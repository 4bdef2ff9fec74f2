"""Answering the questions in a browser, one tap after another."""

import re

from playwright.sync_api import Page

from tests.web.walking import CALM


def begin(page: Page) -> None:
    page.goto("/triage")
    page.get_by_role("button", name=re.compile("^Start")).click()


def question(page: Page) -> str:
    return page.locator("input[name=question]").get_attribute("value") or ""


def is_asking(page: Page) -> bool:
    return bool(re.search(r"/triage/\d+", page.url))


def answer(page: Page, **answers: str) -> None:
    """Answer the open question: as told, else as a calm person would."""
    key = question(page)
    given = answers.get(key, CALM.get(key, "0" if key.startswith("instruments.") else ""))
    for control in page.locator("main form [name]:not([type=hidden])").all()[:1]:
        kind = control.evaluate("e => e.type || e.tagName.toLowerCase()")
        if kind in {"radio", "checkbox"}:
            _tick(page, key, [given] if isinstance(given, str) else list(given))
        elif kind == "select-one":
            control.select_option(str(given))
        else:
            control.fill(str(given))
    page.get_by_role("button", name="Continue").click()


def _tick(page: Page, key: str, values: list[str]) -> None:
    for value in filter(None, values):
        tick = page.locator(f'input[name="{key}"][value="{value}"]')
        if not tick.is_visible():
            tick.locator("xpath=ancestor::details/summary").click()
        tick.check()


def to_the_end(page: Page, **answers: str) -> None:
    begin(page)
    while is_asking(page):
        answer(page, **answers)
