"""How long the questions take: about 24 for most, at most two further screens for anyone."""

from playwright.sync_api import Page, expect

from tests.journeys.answering import answer, begin, is_asking, question
from tests.journeys.conftest import NewPage

# One concern, and nothing said that nobody has to say.
ORDINARY = {
    "zip": "",
    "text": "",
    "concerns": "panic",
    "formats": "",
    "delivery": "",
    "coverage.payer": "",
    "red_flags": "",
}
LOW_AND_WORRIED = {f"instruments.PHQ4[{place}]": "2" for place in range(4)}


def walked(page: Page, **answers: str) -> tuple[list[str], int]:
    """Return the questions that were asked, and the taps that answering took."""
    begin(page)
    asked: list[str] = []
    taps = 0
    while is_asking(page):
        asked.append(question(page))
        taps += answer(page, **{**ORDINARY, **answers})
    expect(page.get_by_role("heading", level=1)).to_have_text("Check your answers")
    return asked, taps


def test_an_ordinary_adult_is_asked_24_questions(new_page: NewPage) -> None:
    asked, taps = walked(new_page(java_script_enabled=False))
    assert len(asked) == 24
    assert taps == 24 + 20  # each page is sent once, and 20 answers are chosen or written


def test_two_further_screens_make_35_questions(new_page: NewPage) -> None:
    asked, taps = walked(new_page(java_script_enabled=False), **LOW_AND_WORRIED)
    assert len(asked) == 24 + 6 + 5
    assert taps == 44 + 2 * (6 + 5)
    further = [key for key in asked if key.startswith(("instruments.PHQ8", "instruments.GAD7"))]
    assert further == [
        *(f"instruments.PHQ8[{place}]" for place in range(2, 8)),
        *(f"instruments.GAD7[{place}]" for place in range(2, 7)),
    ]


def test_no_question_runs_off_a_narrow_screen(new_page: NewPage) -> None:
    page = new_page(viewport={"width": 320, "height": 640})
    begin(page)
    while is_asking(page):
        key = question(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, key
        answer(page, formats="couples", concerns="alcohol", **{"instruments.AUDITC[0]": "1"})


def test_wishes_can_be_told_by_keyboard_alone(new_page: NewPage) -> None:
    page = new_page()
    begin(page)
    while question(page) != "preferences.gender":
        answer(page)
    page.locator("select").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    expect(page.locator('[name="preferences.gender"]')).to_have_value("female")
    expect(page.locator('[name="preferences.gender.strength"][value="must"]')).to_be_checked()
