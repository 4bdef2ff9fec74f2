"""How long the questions take: at one tap a second less than a minute, for anyone."""

import pytest
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


# The longest ways: what each concern and answer calls for, at most two further screens.
LONG_WAYS = {
    "trauma and low mood": (
        {"concerns": "ptsd", "instruments.PCPTSD5.gate": "1", **LOW_AND_WORRIED},
        36,
    ),
    "a partner and drinking": (
        {
            "concerns": "alcohol",
            "formats": "couples",
            "instruments.HARK.alone": "0",
            **{f"instruments.AUDITC[{place}]": "4" for place in range(3)},
            "red_flags.withdrawal_signs": "false",
            "instruments.DRUG": "",
        },
        35,
    ),
}


def walked(page: Page, **answers: str) -> tuple[list[str], int]:
    """Walk from the start to the results; return the questions, and all taps that it took."""
    begin(page)
    asked: list[str] = []
    taps = 1
    while is_asking(page):
        asked.append(question(page))
        taps += answer(page, **{**ORDINARY, **answers})
    expect(page.get_by_role("heading", level=1)).to_have_text("Check your answers")
    page.get_by_role("link", name="See who may fit").first.click()
    expect(page.locator(".results a").first).to_be_visible()
    return asked, taps + 1


def test_an_ordinary_adult_is_asked_24_questions_and_taps_37_times(new_page: NewPage) -> None:
    asked, taps = walked(new_page(java_script_enabled=False))
    assert len(asked) == 24
    # Start, each page, an answer besides on eleven of them, a list that is opened, see who may fit.
    assert taps == 1 + 24 + 11 + 1


@pytest.mark.parametrize("way", LONG_WAYS)
def test_at_one_tap_a_second_the_longest_ways_take_less_than_a_minute(
    new_page: NewPage, way: str
) -> None:
    answers, length = LONG_WAYS[way]
    asked, taps = walked(new_page(java_script_enabled=False), **answers)
    assert len(asked) == length
    assert taps < 60


def test_the_second_tap_of_a_double_tap_answers_nothing(new_page: NewPage) -> None:
    page = new_page(viewport={"width": 320, "height": 640})
    begin(page)
    answer(page)
    assert question(page) == "for"
    page.get_by_role("button", name="Me", exact=True).dblclick()
    expect(page.get_by_label("How old is the person who needs help?")).to_be_visible()
    while question(page) != "duration":
        answer(page)
    page.get_by_role("button", name="Less than 2 weeks").click()
    first = page.get_by_role("button", name="It is not hard at all")
    box = first.bounding_box()
    assert box
    page.mouse.click(box["x"] + 40, box["y"] + 20)  # at once, before anybody could read it
    first.click()
    expect(page.locator("input[name=question]")).to_have_value("seeks")


def test_an_answer_given_before_is_marked_and_can_be_kept_with_one_tap(new_page: NewPage) -> None:
    page = new_page()
    begin(page)
    answer(page)
    page.get_by_role("button", name="Me", exact=True).click()
    page.get_by_role("link", name="Back").click()
    page.get_by_role("button", name="Me Your answer").press("Enter")
    expect(page.get_by_label("How old is the person who needs help?")).to_be_visible()


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
