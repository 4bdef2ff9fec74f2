"""Answering the questions in a browser, one tap after another."""

import re
from collections.abc import Mapping

from playwright.sync_api import Page

from tests.web.walking import CALM, values_of


def begin(page: Page) -> None:
    page.goto("/triage")
    page.get_by_role("button", name=re.compile("^Start")).click()


def question(page: Page) -> str:
    return page.locator("input[name=question]").get_attribute("value") or ""


def is_asking(page: Page) -> bool:
    return bool(re.search(r"/triage/\d+", page.url))


def answer(page: Page, **answers: str) -> int:
    """Answer the open question, as told, else as a calm person would; return the taps it took."""
    page.get_by_text("Why we ask this").wait_for()  # stands below the form: all of it has arrived
    if page.locator("main form button[name]").count():
        return _press(page, answers)
    taps = 1
    for name in _names(page):
        taps += _give(page, name, values_of(name, {**CALM, **answers}))
    page.get_by_role("button", name="Continue").click()
    return taps


def _press(page: Page, answers: Mapping[str, str]) -> int:
    """Send the page with the button that is the answer, by key: it does not wait for a thumb."""
    (name,) = _names(page)
    (value,) = values_of(name, {**CALM, **answers})
    page.locator(f'main form button[value="{value}"]').press("Enter")
    return 1


def _names(page: Page) -> list[str]:
    controls = page.locator("main form [name]:not([type=hidden])").all()
    return list(dict.fromkeys(control.get_attribute("name") or "" for control in controls))


def _give(page: Page, name: str, values: list[str]) -> int:
    """Choose or write these values; return the taps."""
    control = page.locator(f'main form [name="{name}"]').first
    kind = control.evaluate("e => e.type || e.tagName.toLowerCase()")
    if kind in {"radio", "checkbox"}:
        return sum(_tick(page, name, value) for value in values)
    for value in values:
        if kind == "select-one":
            control.select_option(value)
        else:
            control.fill(value)
    return len(values)


def _tick(page: Page, name: str, value: str) -> int:
    tick = page.locator(f'input[name="{name}"][value="{value}"]').first
    is_folded = not tick.is_visible()
    if is_folded:
        tick.locator("xpath=ancestor::details/summary").click()
    tick.check()
    return 1 + is_folded


def to_the_end(page: Page, **answers: str) -> None:
    begin(page)
    while is_asking(page):
        answer(page, **answers)
