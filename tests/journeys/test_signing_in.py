"""Passkeys, codes, recovery and the list of browsers, in a real browser that holds passkeys."""

import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.account.people import ADDRESS, PASSWORD, office, sign_up
from tests.account.phones import Phone
from tests.journeys.serving import serving
from tests.journeys.showing import broken_rules
from tests.web.mailing import Office

# Where whoever has no listing comes to after signing in.
SIGNED_IN = "Find or make your listing"
NewBrowser = Callable[..., Page]
_AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}
_IPHONE = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like"
    " Gecko) Version/19.1 Mobile/15E148 Safari/604.1"
)


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Office]:
    """An application in which one person has an account."""
    with office(tmp_path) as opened:
        sign_up(opened)
        yield opened


@pytest.fixture
def new_browser(browser: Browser, here: Office) -> Iterator[NewBrowser]:
    """Return a maker of pages, each in a browser of its own that knows passkeys."""
    contexts: list[BrowserContext] = []
    trouble: list[str] = []

    def make(**options: object) -> Page:
        context = browser.new_context(base_url=address, **options)  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("pageerror", lambda error: trouble.append(str(error)))
        page.on("console", lambda said: trouble.append(said.text) if "Policy" in said.text else 0)
        devtools = context.new_cdp_session(page)
        devtools.send("WebAuthn.enable")
        devtools.send("WebAuthn.addVirtualAuthenticator", {"options": _AUTHENTICATOR})
        return page

    with serving(here.app) as served:
        address = served.replace("127.0.0.1", "localhost")
        yield make
        for context in contexts:
            context.close()
    assert trouble == []


def press(page: Page, name: str, exact: bool = True) -> None:
    page.get_by_role("button", name=name, exact=exact).click()


def follow(page: Page, name: str) -> None:
    page.get_by_role("link", name=name).click()


def give_password(page: Page) -> None:
    page.goto("/account/sign-in")
    page.get_by_label("Email address").fill(ADDRESS)
    page.get_by_label("Password").fill(PASSWORD)
    press(page, "Sign in")


def is_at(page: Page, heading: str) -> None:
    """Wait for a page, which breaks no rule of axe."""
    expect(page.get_by_role("heading", level=1)).to_have_text(heading)
    assert broken_rules(page) == []


def set_up_app(page: Page, here: Office) -> Phone:
    """Set up an app by the key that the page shows; return the phone."""
    page.goto("/account/security/app")
    is_at(page, "Set up an authenticator app")
    phone = Phone(page.locator("code").inner_text(), here.clock)
    page.get_by_label("Code from your app").fill(phone.code())
    press(page, "Finish")
    return phone


def see_recovery_codes(page: Page) -> list[str]:
    press(page, "Show my recovery codes")
    is_at(page, "Your recovery codes")
    return page.locator(".recovery-codes code").all_inner_texts()


def test_somebody_adds_a_passkey_and_signs_in_with_it_alone(new_browser: NewBrowser) -> None:
    page = new_browser(viewport={"width": 320, "height": 640}, color_scheme="dark")
    give_password(page)
    page.goto("/account/security")
    is_at(page, "Signing in safely")
    press(page, "Add a passkey")
    is_at(page, "Add a passkey")
    page.get_by_label("Name of this passkey").fill("My phone")
    press(page, "Make the passkey")
    is_at(page, "Recovery codes")
    expect(page.get_by_role("status")).to_contain_text("“My phone” is set up")
    follow(page, "Later")
    press(page, "Sign out")
    press(page, "Sign in with a passkey")
    is_at(page, SIGNED_IN)
    page.goto("/account/security")
    expect(page.locator("main")).to_contain_text("My phone")
    expect(page.locator("main")).not_to_contain_text("Sign out and in again")


def test_a_passkey_is_the_second_step_and_a_fresh_proof(
    new_browser: NewBrowser, here: Office
) -> None:
    page = new_browser()
    give_password(page)
    page.goto("/account/security/passkeys/new")
    page.get_by_label("Name of this passkey").fill("My laptop")
    press(page, "Make the passkey")
    is_at(page, "Recovery codes")
    press(page, "Sign out")
    give_password(page)
    is_at(page, "Use your passkey")
    press(page, "Use your passkey")
    is_at(page, SIGNED_IN)
    here.clock.passed += timedelta(minutes=16)
    page.goto("/account/security/app")
    is_at(page, "Please show that it is you")
    press(page, "Use your passkey")
    is_at(page, "Set up an authenticator app")


def test_a_removed_passkey_signs_in_no_longer(new_browser: NewBrowser) -> None:
    page = new_browser()
    give_password(page)
    page.goto("/account/security/passkeys/new")
    page.get_by_label("Name of this passkey").fill("My phone")
    press(page, "Make the passkey")
    follow(page, "Later")
    follow(page, "Remove the passkey My phone")
    is_at(page, "Remove a passkey")
    press(page, "Remove it")
    expect(page.get_by_role("status")).to_contain_text("is removed")
    press(page, "Sign out")
    press(page, "Sign in with a passkey")
    is_at(page, "This passkey did not work")


def test_a_passkey_that_is_not_there_loses_nothing(new_browser: NewBrowser) -> None:
    page = new_browser()
    page.goto("/account/sign-in")
    page.get_by_label("Email address").fill(ADDRESS)
    press(page, "Sign in with a passkey")
    expect(page.get_by_role("alert")).to_contain_text("You can try again")
    expect(page.get_by_label("Email address")).to_have_value(ADDRESS)


def test_without_scripts_an_app_is_offered_in_place_of_a_passkey(new_browser: NewBrowser) -> None:
    page = new_browser(java_script_enabled=False)
    page.goto("/account/sign-in")
    expect(page.get_by_role("button", name="Sign in with a passkey")).to_have_count(0)
    give_password(page)
    page.goto("/account/security/passkeys/new")
    expect(page.get_by_role("button", name="Make the passkey")).to_have_count(0)
    follow(page, "Set up an authenticator app instead")
    expect(page.get_by_role("heading", level=1)).to_have_text("Set up an authenticator app")


def test_somebody_sets_up_an_app_and_signs_in_with_its_code(
    new_browser: NewBrowser, here: Office
) -> None:
    page = new_browser(viewport={"width": 320, "height": 640})
    give_password(page)
    phone = set_up_app(page, here)
    is_at(page, "Recovery codes")
    press(page, "Sign out")
    here.clock.passed += timedelta(minutes=1)
    give_password(page)
    is_at(page, "Type the code from your app")
    page.get_by_label("Code from your app").fill("000000")
    press(page, "Sign in")
    expect(page).to_have_title(re.compile("^Error: "))
    page.get_by_label("Code from your app").fill(phone.code())
    press(page, "Sign in")
    is_at(page, SIGNED_IN)


def test_somebody_with_a_lost_phone_comes_back_by_a_recovery_code(
    new_browser: NewBrowser, here: Office
) -> None:
    page = new_browser()
    give_password(page)
    set_up_app(page, here)
    code = see_recovery_codes(page)[0]
    press(page, "Sign out")
    give_password(page)
    follow(page, "Use a recovery code")
    is_at(page, "Type a recovery code")
    page.get_by_label("Recovery code").fill(code)
    press(page, "Sign in")
    is_at(page, "Signing in safely")
    expect(page.locator("main")).to_contain_text("9 are left")
    here.clock.passed += timedelta(minutes=1)
    set_up_app(page, here)
    expect(page.get_by_role("status")).to_contain_text("Your app is set up")


def test_somebody_signs_a_browser_out_from_another(new_browser: NewBrowser) -> None:
    laptop, phone = new_browser(), new_browser(user_agent=_IPHONE)
    give_password(laptop)
    give_password(phone)
    is_at(phone, SIGNED_IN)
    laptop.goto("/account/sessions")
    is_at(laptop, "Where you are signed in")
    expect(laptop.locator("main")).to_contain_text("Safari on an iPhone")
    press(laptop, "Sign out Safari on an iPhone")
    expect(laptop.get_by_role("status")).to_have_text("That browser is signed out.")
    phone.goto("/account")
    is_at(phone, "Sign in")
