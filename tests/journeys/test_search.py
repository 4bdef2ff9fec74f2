"""The whole way through a search without a script: filters, a dead end that is none, the map."""

import re

from playwright.sync_api import Page, expect

from tests.journeys.conftest import NewPage


def people(page: Page) -> int:
    """Return how many people the page says it found."""
    found = re.match(r"\d+", page.locator("#count").inner_text())
    assert found, page.locator("#count").inner_text()
    return int(found[0])


def promised(name: str | None) -> int:
    """Return how many people a link promises."""
    found = re.search(r"(\d+) (?:person|people)$", name or "")
    assert found, name
    return int(found[1])


def test_a_search_leads_through_filters_a_dead_end_and_the_map_to_a_provider(
    new_page: NewPage,
) -> None:
    page = new_page(java_script_enabled=False, viewport={"width": 320, "height": 640})
    page.goto("/")
    page.get_by_label("What do you want help with?").fill("panic")
    page.get_by_label("Where do you live?").select_option("CA")
    page.get_by_role("button", name="Search").click()
    expect(page).to_have_url(re.compile(r"/search\?q=panic&state=CA$"))
    everyone = people(page)

    page.locator(".panel > summary").click()
    page.get_by_label(re.compile("^Video")).check()
    page.get_by_label("Most you can pay for a session").fill("20")
    page.get_by_role("button", name="Apply filters").first.click()
    expect(page.locator("#count")).to_have_text("No one on this list fits all of that")

    way_on = page.get_by_role("link", name=re.compile("^At any price"))
    count = promised(way_on.inner_text())
    way_on.click()
    assert people(page) == count
    page.get_by_role("link", name="Remove filter: Video").click()
    assert people(page) == everyone

    page.get_by_role("link", name="Map", exact=True).click()
    assert people(page) == everyone
    dot = page.locator(".map__point").first
    count = promised(dot.get_attribute("aria-label"))
    dot.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("town=ca-san-francisco$"))
    assert people(page) == count
    page.get_by_role("link", name="Ana Alvarez").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Ana Alvarez")
