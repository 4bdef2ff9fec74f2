"""Keeping, comparing, taking along and telling how it went, in a real browser."""

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.journeys.conftest import NewPage


def keep_three(page: Page) -> None:
    page.goto("/search?q=panic&state=CA")
    for _ in range(3):
        page.get_by_role("button", name=re.compile(r"^Keep\s")).first.click()


def test_from_a_search_to_a_list_a_comparison_and_a_call_without_scripts(
    new_page: NewPage, tmp_path: Path
) -> None:
    page = new_page(java_script_enabled=False, viewport={"width": 320, "height": 640})
    page.goto("/search?q=panic&state=CA")
    assert page.context.cookies() == []
    keep_three(page)
    expect(page).to_have_url(re.compile(r"/search\?q=panic&state=CA#kept$"))
    expect(page.get_by_role("status")).to_contain_text("is on your list")
    expect(page.get_by_role("status")).to_be_focused()
    page.get_by_role("link", name="See your list (3)").click()
    compare(page)
    tell_of_a_call(page)
    change_ones_mind(page)
    take_it_along(page, tmp_path / "list.txt")


def compare(page: Page) -> None:
    page.get_by_role("button", name="Compare those I ticked").first.click()
    expect(page).to_have_url(re.compile("/shortlist/compare$"))
    expect(page.get_by_role("columnheader")).to_have_count(4)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.get_by_role("region", name="Compare").focus()
    page.keyboard.press("ArrowRight")
    page.get_by_role("link", name="Back to your list").click()


def tell_of_a_call(page: Page) -> None:
    page.get_by_text("What to say when you call").first.click()
    message = page.get_by_label("A message to copy").first
    expect(message).to_have_value(re.compile("Do you take new clients"))
    expect(message).to_have_attribute("readonly", "")
    page.locator("summary").filter(has_text="Did you call?").first.click()
    page.get_by_role("button", name="No one got back to me").first.click()
    expect(page.get_by_role("status")).to_contain_text("Thank you.")


def change_ones_mind(page: Page) -> None:
    page.get_by_role("button", name=re.compile("^Kept – remove")).last.click()
    expect(page.get_by_role("status")).to_contain_text("no longer on your list")
    page.get_by_role("button", name="Put back").click()
    expect(page.get_by_role("heading", level=2).first).to_have_text("3 people on your list")


def take_it_along(page: Page, saved: Path) -> None:
    with page.expect_download() as download:
        page.get_by_role("link", name="Save as text").click()
    download.value.save_as(saved)
    assert saved.read_text(encoding="utf-8").count("Phone: (415) 555-0100") == 3
    page.get_by_role("link", name="Print my list").click()
    page.emulate_media(media="print")
    expect(page.get_by_text("Phone: (415) 555-0100").first).to_be_visible()
    expect(page.get_by_role("link", name="Leave this site")).to_be_hidden()
