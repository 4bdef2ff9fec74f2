"""From a reminder to “now full” in a real browser: two presses, and all can see it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from flask import Flask
from flask_security.utils import hash_password
from playwright.sync_api import Page, expect

from directory.storage import Accounts, Keepers, Providers
from directory.web.access import EXTENSION
from directory.workflows import Directory
from directory.workflows.keeping.keep_fresh import keep_fresh
from tests.account.people import PASSWORD
from tests.journeys.conftest import NewPage
from tests.journeys.serving import serving
from tests.journeys.test_accessibility import broken_rules
from tests.web.conftest import filled_app
from tests.web.mailing import mails_in, text_of
from tests.web.people import TODAY
from tests.workflows.keeping import account_of

ID = "lcsw-3"
_LINK = re.compile(r"(?m)^https?://[^/\s]+(/keep/\S+)$")


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, list[str]]]:
    """Serve an application in which one listing is due; give its address and the mail's links."""
    folder = tmp_path_factory.mktemp("kept")
    app = filled_app(folder)
    directory: Directory = app.extensions[EXTENSION]
    with app.app_context():
        _let_it_be_due(directory, hash_password(PASSWORD))
    keep_fresh(directory)
    _send(app)
    (mail,) = mails_in(folder)
    with serving(app) as address:
        yield address, _LINK.findall(text_of(mail))
    directory.close()


@pytest.fixture(scope="module")
def site(kept: tuple[str, list[str]]) -> str:
    return kept[0]


@pytest.fixture
def links(kept: tuple[str, list[str]]) -> list[str]:
    return kept[1]


def _let_it_be_due(directory: Directory, password: str) -> None:
    with directory.database.writing() as session:
        listing = Providers(session).get(ID)
        assert listing
        day = TODAY - timedelta(days=21)
        openings = listing.availability.model_copy(update={"confirmed_at": day})
        Providers(session).save(listing.model_copy(update={"availability": openings}))
        Accounts(session).add(replace(account_of("ana"), password=password))
        Keepers(session).add(ID, "ana", directory.clock())


def _send(app: Flask) -> None:
    app.test_client().get("/")  # what waits is sent after a request


def found_open(page: Page) -> int:
    page.goto("/search?state=CA&accepting=yes")
    return page.locator(f'a[href="/providers/{ID}"]').count()


def test_now_full_is_two_presses_from_the_mail(new_page: NewPage, links: list[str]) -> None:
    page = new_page(java_script_enabled=False, viewport={"width": 320, "height": 640})
    patient = new_page(java_script_enabled=False)
    assert found_open(patient) > 0
    page.goto(links[1])  # the first press
    expect(page.get_by_role("heading", level=1)).to_have_text("Say that you are full now")
    page.get_by_role("button", name="I am full now").click()  # the second
    expect(page.get_by_role("heading", level=1)).to_have_text("Your listing says that you are full")
    assert found_open(patient) == 0
    patient.goto(f"/providers/{ID}")
    expect(patient.get_by_text("Not taking new patients").first).to_be_visible()


def test_a_pause_and_a_confirmation_by_keyboard(new_page: NewPage, links: list[str]) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(links[2])
    page.get_by_role("button", name="4 weeks").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Your listing says that you pause")
    page.goto(links[0])
    page.get_by_role("button", name="All of it is still true").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Thank you. It is all confirmed")


def test_the_pages_behind_the_links_break_no_rule(new_page: NewPage, links: list[str]) -> None:
    page = new_page()
    for link in links:
        page.goto(link)
        assert broken_rules(page) == []
    page.goto(links[2])
    page.get_by_role("button", name="Pause until this day").click()
    expect(page.get_by_role("link", name="Choose a day after today")).to_be_visible()
    assert broken_rules(page) == []


def test_the_pages_of_whoever_is_signed_in_break_no_rule(new_page: NewPage) -> None:
    page = new_page()
    page.goto("/account/sign-in")
    page.get_by_label("Email address").fill("ana@practice.example")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    expect(page.get_by_role("button", name="Sign out")).to_be_visible()
    page.goto(f"/my/listing/{ID}/confirm")
    assert broken_rules(page) == []
    page.get_by_role("button", name=re.compile("Still true.*Insurance")).click()
    expect(page.get_by_role("status")).to_have_text("Insurance: confirmed today.")
    assert broken_rules(page) == []
    page.get_by_role("link", name="Take a break until a day").click()
    page.get_by_role("button", name="2 weeks").click()
    expect(page.get_by_role("status")).to_contain_text("You pause until December 6, 2026.")
    assert broken_rules(page) == []
