"""What is in sight without scrolling, on a phone and on a desk, in both directions."""

from playwright.sync_api import Page

from tests.journeys.conftest import NewPage

PHONE = {"width": 320, "height": 640}
DESK = {"width": 1280, "height": 800}
STRIP = 62  # pixels of the crisis strip, which stays on top


def end_of(page: Page, selector: str) -> float:
    box = page.locator(selector).first.bounding_box()
    assert box
    return box["y"] + box["height"]


def test_the_doors_of_the_first_page_are_in_sight(new_page: NewPage) -> None:
    phone = new_page(viewport=PHONE)
    phone.goto("/")
    assert end_of(phone, ".door") <= PHONE["height"]
    desk = new_page(viewport=DESK)
    desk.goto("/")
    assert end_of(desk, ".saying") <= DESK["height"]


def test_a_whole_card_fits_a_phone(new_page: NewPage) -> None:
    page = new_page(viewport=PHONE)
    page.goto("/search?q=panic&state=CA")
    heights = [(card.bounding_box() or {})["height"] for card in page.locator(".card").all()]
    assert heights
    assert max(heights) <= PHONE["height"] - STRIP


def test_a_page_turns_around_for_those_who_read_from_the_right(new_page: NewPage) -> None:
    page = new_page(viewport=DESK)
    page.goto("/search")
    page.evaluate(
        """async () => {
          const sheet = document.querySelector("link[rel=stylesheet]");
          const mirrored = sheet.cloneNode();
          mirrored.href = sheet.href.replace("directory.css", "directory.rtl.css");
          const loaded = new Promise(done => { mirrored.onload = done; });
          sheet.replaceWith(mirrored);
          document.documentElement.dir = "rtl";
          await loaded;
        }"""
    )
    filters, results = page.locator(".filters"), page.locator(".results")
    assert (filters.bounding_box() or {})["x"] > (results.bounding_box() or {})["x"]
    for size in (DESK, PHONE):
        page.set_viewport_size(size)  # type: ignore[arg-type]
        assert page.evaluate("document.documentElement.scrollWidth") == size["width"]
