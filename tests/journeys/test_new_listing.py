"""From nothing to a listing that patients find: by keyboard alone, without scripts, on a phone or
at four times the size."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.account.people import PASSWORD, link_in_last_mail
from tests.account.phones import Phone
from tests.accounts import sign_in
from tests.claim.people import claim_office
from tests.journeys.hands import Hands
from tests.journeys.serving import serving
from tests.web.mailing import Office

NORA = "nora.newman@practice.example"
WIDTH = 320  # of a phone, and of 1280 pixels at 400 %


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Office]:
    with claim_office(tmp_path) as opened:
        yield opened


@pytest.fixture
def site(here: Office) -> Iterator[str]:
    with serving(here.app) as address:
        yield address


@pytest.fixture
def nora(browser: Browser, site: str) -> Iterator[Hands]:
    """Somebody who uses the keyboard alone, without scripts."""
    with browser.new_context(
        base_url=site, java_script_enabled=False, viewport={"width": WIDTH, "height": 640}
    ) as context:
        page = context.new_page()
        page.set_default_timeout(10_000)
        yield Hands(page)


def test_a_new_listing_comes_to_the_public_search(
    here: Office, nora: Hands, browser: Browser, site: str
) -> None:
    _make_an_account(here, nora)
    _set_up_an_app(here, nora)
    _fill_in(nora)
    _publish(nora)
    with browser.new_context(base_url=site) as context:
        admin = context.new_page()
        assert not _is_found(admin)
        cookie = sign_in(here.app, "boss", here.clock(), True).get_cookie("session")
        assert cookie
        context.add_cookies([{"name": "session", "value": cookie.value, "url": site}])
        _check(admin)
        assert _is_found(admin)


def is_at(hands: Hands, heading: str) -> None:
    """Find oneself on a page, of which nothing lies beyond the edge."""
    expect(hands.page.get_by_role("heading", level=1)).to_contain_text(heading)
    assert hands.page.evaluate("document.documentElement.scrollWidth") == WIDTH


def write(hands: Hands, **fields: str) -> None:
    """Type into fields, in the order in which they stand."""
    for label, words in fields.items():
        hands.reach("INPUT|TEXTAREA|SELECT", f"^{label.replace('_', ' ')}")
        hands.page.keyboard.type(words)


def tick(hands: Hands, *labels: str) -> None:
    """Tick boxes, or choose answers, in the order in which they stand."""
    for label in labels:
        hands.reach("INPUT", f"^{label}")
        hands.page.keyboard.press("Space")


def press(hands: Hands, name: str) -> None:
    """Press a button or follow a link."""
    hands.reach("BUTTON|A", f"^{name}")
    hands.press("Enter")


def _make_an_account(here: Office, nora: Hands) -> None:
    nora.page.goto("/account/sign-in")
    press(nora, "Begin an account")
    write(nora, Email_address=NORA, Password=PASSWORD)
    nora.press("Enter")
    is_at(nora, "Look into your mailbox")
    nora.page.goto(link_in_last_mail(here))
    press(nora, "Confirm")
    is_at(nora, "Sign in")
    write(nora, Email_address=NORA, Password=PASSWORD)
    nora.press("Enter")
    is_at(nora, "Find or make your listing")


def _set_up_an_app(here: Office, nora: Hands) -> None:
    """Ask for a new listing, be led to a second step, and come back."""
    press(nora, "Make a new listing")
    is_at(nora, "Signing in safely")
    press(nora, "Set up an app")
    is_at(nora, "Set up an authenticator app")
    phone = Phone(nora.page.locator("code").inner_text(), here.clock)
    write(nora, Code_from_your_app=phone.code())
    press(nora, "Finish")
    is_at(nora, "Recovery codes")
    nora.page.goto("/my/new-listing")
    is_at(nora, "Make a new listing")
    write(
        nora,
        Your_name="Nora Newman",
        What_you_are="Clinical social",
        State="California",
        Letters_after="LCSW",
        License_number="777",
    )
    press(nora, "Make the listing")
    is_at(nora, "Nora Newman")


def _fill_in(nora: Hands) -> None:
    """Fill in what has to be said before a listing is public, and a group."""
    press(nora, "What you offer")
    tick(nora, "Psychotherapy", "Psychotherapy", "I offer no conversion practices")
    press(nora, "Save")
    press(nora, "Kinds of therapy")
    nora.reach("SUMMARY", "^CBT")
    nora.page.keyboard.press("Space")
    tick(nora, "Cognitive behavioral therapy")
    press(nora, "Save")
    press(nora, "Formats and groups")
    tick(nora, "Group")
    press(nora, "Add a group")
    is_at(nora, "Formats and groups")
    write(nora, Name_of_the_group="Beekeeping evenings", Theme="Grief")
    tick(nora, "Class")
    write(nora, Seats="8", Open_seats="3", When_it_meets="Mondays at 6 pm")
    press(nora, "Save")
    press(nora, "About you")
    write(nora, About_you="I help people find calm among bees.")
    press(nora, "Save")
    is_at(nora, "Nora Newman")


def _publish(nora: Hands) -> None:
    press(nora, "Publish")
    is_at(nora, "Publish")
    press(nora, "Send it to be checked")
    is_at(nora, "Nora Newman")
    expect(nora.page.locator("main")).to_contain_text("Waiting for a check")


def _check(admin: Page) -> None:
    admin.goto("/admin/queue")
    admin.get_by_role("link", name="Nora Newman").click()
    admin.get_by_label("Status").select_option("Active")
    admin.get_by_label("Runs out on").fill("2027-12-31")
    admin.get_by_label("Where you looked").fill("California board")
    admin.get_by_role("button", name="Save the check and show the listing").click()
    expect(admin.get_by_role("heading", level=1)).to_have_text("Queue (0)")


def _is_found(page: Page) -> bool:
    page.goto("/search?q=beekeeping")
    return page.get_by_role("link", name=re.compile("Nora Newman")).count() > 0
