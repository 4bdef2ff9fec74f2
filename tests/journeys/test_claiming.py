"""Claiming a listing, and stopping a claim, in a real browser without scripts."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.account.people import PASSWORD, sign_up
from tests.accounts import sign_in
from tests.claim.people import LISTING, ON_FILE, claim_office, keepers, links_in
from tests.journeys.serving import serving
from tests.journeys.test_accessibility import broken_rules
from tests.web.mailing import Office

UNA = "una.claimed@mail.example"
NewPerson = Callable[..., Page]


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Office]:
    with claim_office(tmp_path) as opened:
        yield opened


@pytest.fixture
def person(here: Office, browser: Browser) -> Iterator[NewPerson]:
    """Return a maker of people with a phone and without scripts; an account is signed in."""
    with serving(here.app) as site:
        contexts = []

        def make(account: str | None = None) -> Page:
            context = browser.new_context(
                base_url=site, java_script_enabled=False, viewport={"width": 320, "height": 640}
            )
            contexts.append(context)
            if account:
                cookie = sign_in(here.app, account, here.clock(), True).get_cookie("session")
                assert cookie
                context.add_cookies([{"name": "session", "value": cookie.value, "url": site}])
            return context.new_page()

        yield make
        for context in contexts:
            context.close()


def claim_by_mail(here: Office, page: Page) -> None:
    """Come from the public profile, sign in on the way, and ask for the listing."""
    sign_up(here, UNA)
    page.goto(f"/providers/{LISTING}")
    page.get_by_role("link", name="Claim this listing").click()
    page.get_by_label("Email address").fill(UNA)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Is this you?")
    page.get_by_role("button", name="Ask for this listing").click()
    expect(page).to_have_title(re.compile("^Error: "))
    page.get_by_label("Email to f").check()
    page.get_by_role("button", name="Ask for this listing").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Show that it is you")


def approve(page: Page) -> None:
    """Decide as the admin on the first claim that waits."""
    page.goto("/admin/queue")
    page.get_by_role("link", name="Una Claimed").click()
    page.get_by_label("Status").select_option("Active")
    page.get_by_label("Where you looked").fill("California board")
    page.get_by_role("button", name="Approve the claim").click()
    expect(page.get_by_role("status")).to_contain_text("Approved")


def claimed(here: Office, person: NewPerson) -> Page:
    """Let somebody claim the listing up to the approval; return their page."""
    una = person()
    claim_by_mail(here, una)
    una.goto(links_in(here, ON_FILE)[0])
    una.get_by_role("button", name="Yes, this is me").click()
    expect(una.get_by_role("heading", level=1)).to_have_text("We check your license")
    approve(person("boss"))
    return una


def test_a_claim_goes_from_the_profile_to_the_listing(here: Office, person: NewPerson) -> None:
    una = claimed(here, person)
    una.reload()
    expect(una.get_by_role("heading", level=1)).to_have_text("Your listing")
    expect(una.get_by_role("button", name="Go to your listing")).to_be_visible()
    assert len(keepers(here)) == 1


def test_one_click_stops_it_and_an_admin_gives_it_back(here: Office, person: NewPerson) -> None:
    una, stranger = claimed(here, person), person()
    stranger.goto(links_in(here, ON_FILE)[0])
    stranger.get_by_role("button", name="Stop it now").click()
    expect(stranger.get_by_role("heading", level=1)).to_have_text("It is stopped")
    una.reload()
    expect(una.get_by_role("heading", level=1)).to_have_text("Your listing is on hold")
    boss = person("boss")
    boss.goto("/admin/queue")
    boss.get_by_role("link", name="Una Claimed").click()
    boss.get_by_role("button", name="Give it back").click()
    una.reload()
    expect(una.get_by_role("heading", level=1)).to_have_text("Your listing")


def test_the_pages_of_a_claim_break_no_rule(here: Office, browser: Browser) -> None:
    with serving(here.app) as site:
        context = browser.new_context(base_url=site)
        cookie = sign_in(here.app, "boss", here.clock(), True).get_cookie("session")
        assert cookie
        context.add_cookies([{"name": "session", "value": cookie.value, "url": site}])
        page = context.new_page()
        for path in (
            f"/claim/{LISTING}",
            "/my/new-listing",
            "/claims/stop",
            "/admin/queue",
            f"/providers/{LISTING}/removal",
        ):
            page.goto(path)
            assert broken_rules(page) == [], path
        page.goto(f"/claim/{LISTING}")
        page.get_by_label("Call to").check()
        page.get_by_role("button", name="Ask for this listing").click()
        assert broken_rules(page) == []
        page.goto("/admin/queue")
        page.get_by_role("link", name="Una Claimed").click()
        assert broken_rules(page) == []
        context.close()
