"""Editing a listing in a real browser: two tabs, and how soon patients see what was saved."""

import time
from collections.abc import Iterator

import pytest
from flask import Flask
from playwright.sync_api import Page, expect

from tests.journeys.conftest import NewPage
from tests.journeys.serving import serving
from tests.journeys.test_accessibility import broken_rules
from tests.provider.visiting import ANA, directory_of, keeper, kept_app

HOME = f"/my/listing/{ANA}"
LONGEST = 10.0  # seconds: a bound for the slowest machine; it takes far less than one


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Flask, str]]:
    """Serve an application in which somebody keeps a listing; give it with its address."""
    app = kept_app(tmp_path_factory.mktemp("edited"), asks_token=True)
    with serving(app) as address:
        yield app, address
    directory_of(app).close()


@pytest.fixture(scope="module")
def site(kept: tuple[Flask, str]) -> str:
    return kept[1]


def signed_in(kept: tuple[Flask, str], page: Page) -> Page:
    """Let the keeper be signed in where a page is open."""
    app, address = kept
    cookie = keeper(app).get_cookie("session")
    assert cookie
    page.context.add_cookies([{"name": "session", "value": cookie.value, "url": address}])
    return page


def test_two_tabs_see_one_another(new_page: NewPage, kept: tuple[Flask, str]) -> None:
    first = signed_in(kept, new_page(java_script_enabled=False))
    second = first.context.new_page()
    for tab in (first, second):
        tab.goto(f"{HOME}/words")
    first.get_by_label("About you and your work").fill("I keep bees.")
    first.get_by_role("button", name="Save").first.click()
    expect(first.get_by_text("Saved. Patients see it now.")).to_be_visible()

    second.get_by_label("About you and your work").fill("I grow roses.")
    second.get_by_role("button", name="Save").first.click()
    expect(second.get_by_role("heading", level=1)).to_contain_text("changed meanwhile")
    expect(second.get_by_text("I keep bees.")).to_be_visible()
    expect(second.get_by_text("I grow roses.")).to_be_visible()

    second.get_by_role("button", name="Go on editing").click()
    field = second.get_by_label("About you and your work")
    expect(field).to_have_value("I grow roses.")
    field.fill("I keep bees and grow roses.")
    second.get_by_role("button", name="Save").first.click()
    expect(second.get_by_text("Saved. Patients see it now.")).to_be_visible()
    second.goto(f"{HOME}/history")
    expect(second.get_by_text("I keep bees and grow roses.").first).to_be_visible()


def test_what_is_saved_is_found_at_once(new_page: NewPage, kept: tuple[Flask, str]) -> None:
    provider, patient = signed_in(kept, new_page()), new_page()
    patient.goto("/search?q=beekeeping")
    expect(patient.locator(f'a[href="/providers/{ANA}"]')).to_have_count(0)
    provider.goto(f"{HOME}/words")
    provider.get_by_label("About you and your work").fill("My way is beekeeping.")
    begun = time.monotonic()
    provider.get_by_role("button", name="Save").first.click()
    expect(provider.get_by_text("Saved. Patients see it now.")).to_be_visible()
    while not (found := _is_found(patient)) and time.monotonic() - begun < LONGEST:
        pass
    print(f"found {time.monotonic() - begun:.2f} seconds after the press")  # noqa: T201  (pytest -s)
    assert found


def _is_found(patient: Page) -> bool:
    patient.goto("/search?q=beekeeping")
    return patient.locator(f'a[href="/providers/{ANA}"]').count() > 0


@pytest.mark.parametrize(
    "address", [HOME, f"{HOME}/history", f"{HOME}/words", f"{HOME}/publish", f"{HOME}/take-off"]
)
def test_the_pages_of_the_editor_break_no_rule_of_accessibility(
    new_page: NewPage, kept: tuple[Flask, str], address: str
) -> None:
    page = signed_in(kept, new_page(viewport={"width": 320, "height": 640}))
    page.goto(address)
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert broken_rules(page) == []
