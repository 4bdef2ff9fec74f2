"""An operator's first hour in a real browser, and all of it taken back in the opposite order.

From an empty folder, with a server and a worker of their own: 2,000 real rows of the register, of
which a hundred are mended in the pages and 116 are of our professions; a clinic's old list with
forty of the same people; forty merges; ten checks that publish. All in the pages and without a
script: past them only the session is prepared, as of somebody who signed in with a passkey.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, FilePayload, Locator, Page, expect

from directory.providers import Provider
from directory.vocabulary.license_titles import titles_in
from tests.journeys.operating import House, open_house
from tests.journeys.operators_files import (
    FAULTS,
    TWINS,
    damaged_register,
    listed_people,
    old_list,
)

PUBLISHED = 10
_WORK = 60_000  # milliseconds in which the worker does a long job
# What is not as at the start, by design.
STAYS = {
    "account_session": "when the owner was last here",
    "admin_step": "that nobody else could agree to taking the imports back",
    "audit_entry": "the log of what admins did only grows",
    "audit_head": "the end of that log",
    "import_batch": "that there were two imports, and that they were taken back",
    "import_columns": "what the columns of the old list are, for the next one",
    "import_upload": "which files were brought",
    "job": "what the worker did",
    "search_log": "which listings the index has to look at again",
    "sign_of_life": "when the worker was last alive",
    "sqlite_sequence": "the last number given, for none is given twice",
    "view_count": "how often listings were shown in a week, which stays where one goes",
}


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with open_house(tmp_path / "instance") as opened:
        yield opened


@pytest.fixture
def owner(house: House, browser: Browser) -> Iterator[Page]:
    """Somebody at a laptop, without scripts, who has signed in with a passkey."""
    context = browser.new_context(base_url=house.address, java_script_enabled=False)
    context.add_cookies([{"name": "session", "value": house.cookie, "url": house.address}])
    page = context.new_page()
    page.set_default_timeout(20_000)
    yield page
    context.close()


def test_a_first_hour_is_done_and_taken_back(house: House, owner: Page) -> None:
    people = listed_people()
    start = house.stored(frozenset(STAYS))
    register = import_register(owner)
    old = import_old_list(owner, people)
    find_duplicates(owner)
    merge_all(owner)
    checked = people[-PUBLISHED:]
    for person in checked:
        check_and_publish(owner, person)
    assert found_by_patients(owner, checked) == {person.id for person in checked}

    for person in reversed(checked):
        take_check_back(owner, person)
    assert found_by_patients(owner, checked) == set()
    for _ in range(TWINS):
        take_newest_merge_back(owner)
    for batch in (old, register):
        take_import_back(owner, batch)
    assert house.stored(frozenset(STAYS)) == start
    assert "0 listings" in words(owner, "/admin")


def words(page: Page, address: str) -> str:
    """Return what the main part of a page says."""
    page.goto(address)
    return page.locator("main").inner_text()


def counted(page: Page, what: str) -> int:
    """Return a number of the page of a file."""
    fact = page.locator("dl.known > div", has=page.get_by_text(what, exact=True))
    return int(fact.locator("strong").inner_text().replace(",", ""))


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).click()


def heading(page: Page, name: str | re.Pattern[str]) -> Locator:
    return page.get_by_role("heading", name=name)


def bring(page: Page, name: str, content: bytes) -> None:
    page.goto("/admin/imports")
    page.get_by_role("button", name="Import a file").click()
    payload = FilePayload(name=name, mimeType="application/octet-stream", buffer=content)
    page.get_by_label("File").set_input_files(payload)
    press(page, "See what it would do")


def import_hidden(page: Page) -> str:
    """Confirm what a dry run shows; return the address of the import."""
    page.get_by_label("Keep them hidden until somebody has checked them").check()
    press(page, "Import")
    way = page.get_by_role("link", name="What was imported, and how to take it back")
    way.click(timeout=_WORK)
    return page.url


def import_register(page: Page) -> str:
    """Bring the register, mend its hundred rows fifty at a time, and import it."""
    file, mends = damaged_register()
    bring(page, "npidata.csv.gz", file)
    expect(heading(page, "What it would do")).to_be_visible(timeout=_WORK)
    assert counted(page, "Rows in the file") == 2_000
    assert counted(page, "Rows that cannot be used") == FAULTS
    while counted(page, "Rows that cannot be used"):
        page.get_by_role("link", name="Mend them").click()
        for field in page.locator("[name^=line-]").all():
            field.fill(mends[field.get_attribute("name") or ""])
        press(page, "Save and read again")
        expect(heading(page, "What it would do")).to_be_visible(timeout=_WORK)
    assert counted(page, "New listings") == len(listed_people())
    return import_hidden(page)


def import_old_list(page: Page, people: list[Provider]) -> str:
    """Bring the old list, say what the one column is that nobody could guess, and import it."""
    bring(page, "old-list.csv", old_list(people))
    expect(heading(page, "What are the columns")).to_be_visible()
    page.get_by_label("Ref", exact=True).select_option("id")
    press(page, "Read the file")
    expect(heading(page, "What it would do")).to_be_visible(timeout=_WORK)
    assert counted(page, "New listings") == TWINS
    return import_hidden(page)


def find_duplicates(page: Page) -> None:
    page.goto("/admin/duplicates")
    press(page, "Look for duplicates")
    expect(page.get_by_text("Last search on")).to_be_visible(timeout=_WORK)
    expect(heading(page, f"Duplicates ({TWINS})")).to_be_visible()


def merge_all(page: Page) -> None:
    """Merge the first pair, and go on from each to the next."""
    page.locator(".pairs__pair a").first.click()
    for left in reversed(range(TWINS)):
        press(page, "Merge: they are one person")
        if left:
            press(page, f"Next pair ({left} left)")
    expect(page.get_by_text("No other pair waits.")).to_be_visible()


def see_listing(page: Page, person: Provider) -> None:
    """Find a listing by its NPI, hidden or not."""
    page.goto("/admin/listings")
    page.get_by_label("Find a listing").fill(person.npi or "")
    press(page, "Find")
    page.get_by_role("link", name=person.name).click()


def check_and_publish(page: Page, person: Provider) -> None:
    see_listing(page, person)
    license = person.licenses[0]
    page.get_by_label("Letters").first.fill(titles_in(license.state, license.license)[0])
    page.get_by_label("Status").first.select_option("Active")
    page.get_by_label("Where you looked").fill("The state board's page")
    page.get_by_label("Yes, patients see it from now on").check()
    press(page, "Save the check")
    expect(page.get_by_text("Checked. Patients see it.")).to_be_visible()


def take_check_back(page: Page, person: Provider) -> None:
    see_listing(page, person)
    press(page, "Take this check back")
    expect(page.get_by_text("Taken back. Everything is as before")).to_be_visible()


def found_by_patients(page: Page, people: list[Provider]) -> set[str]:
    """Return which of some people are found where patients look for them by name."""
    found = set()
    for person in people:
        page.goto(f"/search?q={person.name.split()[-1]}")
        if page.locator(f'main a[href^="/providers/{person.id}"]').count():
            found.add(person.id)
    return found


def take_newest_merge_back(page: Page) -> None:
    page.goto("/admin/duplicates/merges")
    page.locator("main ol a").first.click()
    press(page, "Take the merge back")
    expect(page.get_by_text("is a listing of its own again")).to_be_visible()


def take_import_back(page: Page, batch: str) -> None:
    page.goto(batch)
    press(page, "Take this import back")
    expect(page.get_by_text("Taken back on")).to_be_visible(timeout=_WORK)
