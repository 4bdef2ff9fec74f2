"""The page of results on a narrow phone: soon at the first person, and soon at its end."""

import pytest
from playwright.sync_api import expect

from tests.journeys.answering import to_the_end
from tests.journeys.conftest import NewPage

WIDTH, HEIGHT = 320, 640
DARK_THOUGHTS = {"instruments.ASQ[0]": "1", "instruments.ASQ_NOW": "0"}


@pytest.mark.parametrize("answers", [{}, DARK_THOUGHTS], ids=["calm", "dark thoughts"])
def test_the_first_person_comes_soon_and_the_page_is_short(
    new_page: NewPage, answers: dict[str, str]
) -> None:
    page = new_page(viewport={"width": WIDTH, "height": HEIGHT}, java_script_enabled=True)
    to_the_end(page, **answers)
    page.goto("/triage/results")
    name = page.locator(".results h3 a").first.bounding_box()
    assert name
    if not answers:  # the crisis card, in full, comes before anybody else
        assert name["y"] < 1.5 * HEIGHT
    assert page.evaluate("document.documentElement.scrollHeight") < 5_000
    assert page.evaluate("document.documentElement.scrollWidth") <= WIDTH
    page.locator(".others > summary").click()
    expect(page.locator("#match-4").get_by_role("link", name="Call")).to_be_visible()
