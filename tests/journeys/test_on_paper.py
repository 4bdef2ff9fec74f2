"""What comes out of a printer: the numbers to call, nothing to press."""

from playwright.sync_api import expect

from tests.journeys.answering import to_the_end
from tests.journeys.conftest import NewPage


def test_the_printed_results_bear_the_phone_numbers(new_page: NewPage) -> None:
    page = new_page()
    to_the_end(page)
    page.get_by_role("link", name="See who may fit").first.click()
    page.emulate_media(media="print")
    expect(page.locator(".results .card").first.get_by_text("(415) 555-0100")).to_be_visible()
    expect(page.get_by_role("link", name="Leave this site")).to_be_hidden()


def test_a_printed_listing_bears_the_phone_number(new_page: NewPage) -> None:
    page = new_page()
    page.goto("/providers/lcsw-1")
    page.emulate_media(media="print")
    number = page.get_by_role("link", name="Call (415) 555-0100")
    expect(number).to_be_visible()
    expect(number).to_have_css("color", "rgb(0, 0, 0)")
