"""From the first page to somebody suitable who can be called: two actions."""

from playwright.sync_api import expect

from tests.journeys.conftest import NewPage


def test_search_leads_to_somebody_to_call_in_two_actions(new_page: NewPage) -> None:
    page = new_page(java_script_enabled=False, viewport={"width": 320, "height": 640})
    page.goto("/")
    page.get_by_label("What do you want help with?").fill("panic attacks")
    page.get_by_label("Where do you live?").select_option("CA")

    page.get_by_role("button", name="Search", exact=True).click()
    first = page.locator(".results .card__name a").first
    name = first.inner_text()

    first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(name)
    expect(page.locator("main a[href^='tel:']").first).to_be_visible()
