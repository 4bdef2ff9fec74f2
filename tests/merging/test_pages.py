"""The room of duplicates, as an operator sees it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from directory.roles import Role
from directory.storage import AuditLog, Duplicates
from directory.workflows import Directory
from directory.workflows.working.jobs import run_waiting_jobs
from tests.accounts import sign_in, store_account
from tests.conftest import NOW
from tests.factories import make_license, store
from tests.merging.hanging import whole_database
from tests.merging.merging import OWN, REGISTER, merge, one, own_listing, register_listing, stored
from tests.web.mailing import Office, office

HOME = "/admin/duplicates"
_TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')
_INPUT = re.compile(r"<input [^>]*>")
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
SAME_ORIGIN = {"Sec-Fetch-Site": "same-origin"}


class Desk:
    """Somebody with a role at the desk, in a browser of their own."""

    def __init__(self, here: Office, role: Role) -> None:
        with here.directory.database.writing() as session:
            store_account(session, f"account-{role}", f"{role}@example.org", role)
        self.directory = here.directory
        self.browser: FlaskClient = sign_in(here.app, f"account-{role}", NOW, is_strong=True)

    def see(self, address: str = HOME) -> TestResponse:
        return self.browser.get(address)

    def press(self, address: str, page: str = HOME, **typed: str) -> TestResponse:
        """Send a form of a page, with what stands in it, but for what is typed."""
        html = self.see(page).text
        token = _TOKEN.search(html)
        assert token
        data = {"csrf_token": token[1], **filled_in(html), **typed}
        return self.browser.post(address, data=data, headers=SAME_ORIGIN)

    def search(self) -> None:
        assert self.press(f"{HOME}/search").status_code == 303
        run_waiting_jobs(self.directory)

    def pair(self) -> int:
        with self.directory.database.reading() as session:
            [found] = Duplicates(session).in_state("open")
        return found.id


def filled_in(html: str) -> dict[str, str]:
    """Return what the radios and hidden fields of a page hold."""
    fields = {}
    for tag in _INPUT.findall(html):
        attributes = dict(_ATTRIBUTE.findall(tag))
        is_chosen = attributes.get("type") == "hidden" or " checked" in tag
        if is_chosen and attributes["name"] != "csrf_token":
            fields[attributes["name"]] = attributes.get("value", "")
    return fields


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Office]:
    with office(tmp_path) as opened:
        opened.app.config["RATE_LIMIT"] = "off"
        store(opened.directory, register_listing(), own_listing(phone="+14155550188"))
        yield opened


@pytest.fixture
def editor(here: Office) -> Desk:
    return Desk(here, "editor")


def actions(directory: Directory) -> list[str]:
    with directory.database.reading() as session:
        return [entry.action for entry in AuditLog(session).newest()][::-1]


def test_nobody_has_looked_yet(editor: Desk) -> None:
    assert "Nobody has looked for duplicates yet" in editor.see().text


def test_a_search_tells_how_far_it_is(editor: Desk) -> None:
    assert editor.press(f"{HOME}/search").status_code == 303
    waiting = editor.see()
    assert "begins when the worker is free" in waiting.text
    assert waiting.headers["Refresh"]
    run_waiting_jobs(editor.directory)
    over = editor.see()
    assert "2 listings looked through, 1 pairs alike" in over.text
    assert "Refresh" not in over.headers


def test_a_pair_tells_why_it_is_there(editor: Desk) -> None:
    editor.search()
    text = editor.see().text
    assert "Almost certain" in text
    assert "The same license number" in text


def test_a_list_can_be_narrowed_to_the_sure_ones(editor: Desk) -> None:
    editor.search()
    assert "Bob Hale" in editor.see(f"{HOME}?certainty=certain").text
    assert "No pair waits" in editor.see(f"{HOME}?certainty=possible").text
    assert "Bob Hale" in editor.see(f"{HOME}?certainty=nonsense&page=x").text


def test_two_listings_become_one_and_two_again(editor: Desk) -> None:
    editor.search()
    before = whole_database(editor.directory)
    page = f"{HOME}/{editor.pair()}"
    assert "What to choose" in editor.see(page).text
    answer = editor.press(f"{page}/merge", page)
    assert answer.status_code == 303
    merged = answer.headers["Location"]
    assert "Robert Hale was merged into Bob Hale" in editor.see(merged).text
    assert stored(editor.directory, REGISTER) is None
    assert "Robert Hale" in editor.see(f"{HOME}/merges").text
    assert editor.press(f"{merged}/undo", merged).status_code == 303
    assert "is a listing of its own again" in editor.see(f"{HOME}/merges").text
    assert editor.see(merged).status_code == 404
    assert whole_database(editor.directory)["provider"] == before["provider"]
    assert actions(editor.directory) == [
        "duplicates.searched", "listing.merged", "listing.unmerged",
    ]  # fmt: skip


def test_what_is_chosen_on_the_page_is_taken(editor: Desk) -> None:
    editor.search()
    page = f"{HOME}/{editor.pair()}"
    assert editor.press(f"{page}/merge", page, fact_name="other").status_code == 303
    assert one(editor.directory, OWN).name == "Robert Hale"


def test_the_register_can_stay_only_where_nothing_else_is_lost(editor: Desk) -> None:
    editor.search()
    text = editor.see(f"{HOME}/{editor.pair()}?keep={REGISTER}").text
    assert "says more than a register does" in text
    assert "Merge: they are one person" not in text


def test_a_choice_that_cannot_be_is_refused(editor: Desk) -> None:
    editor.search()
    page = f"{HOME}/{editor.pair()}"
    answer = editor.press(f"{page}/merge", page, fact_name="both")
    assert answer.status_code == 422
    assert "Choose one value" in answer.text


def test_facts_that_do_not_fit_are_told_beside_them(editor: Desk) -> None:
    nevada = make_license(state="NV", license="lpc", title="CPC", number="12345")
    store(editor.directory, own_listing(id="other", license="lpc", licenses=[nevada]))
    pair = editor.press(f"{HOME}/compare", first=OWN, second="other").headers["Location"]
    answer = editor.press(f"{pair}/merge", pair, fact_license="other", fact_licenses="kept")
    assert answer.status_code == 422
    assert "Error:" in answer.text
    assert stored(editor.directory, "other")


def test_what_changed_meanwhile_is_shown_and_not_merged(editor: Desk) -> None:
    editor.search()
    page = f"{HOME}/{editor.pair()}"
    shown = filled_in(editor.see(page).text)
    store(editor.directory, register_listing(name="Robert J Hale"))
    answer = editor.press(f"{page}/merge", page, **shown)
    assert answer.status_code == 422
    assert "Robert J Hale" in answer.text
    assert "changed since you looked" in answer.text


def test_two_people_are_told_apart_and_put_together_again(editor: Desk) -> None:
    editor.search()
    page = f"{HOME}/{editor.pair()}"
    assert editor.press(f"{page}/different", page).status_code == 303
    editor.search()
    assert "No pair waits" in editor.see().text
    assert "Bob Hale" in editor.see(f"{HOME}/different").text
    assert editor.press(f"{page}/reopen", page).status_code == 303
    assert "Bob Hale" in editor.see().text


def test_any_two_listings_can_be_compared_by_their_addresses(editor: Desk) -> None:
    address = f"https://directory.example/providers/{OWN}"
    answer = editor.press(f"{HOME}/compare", first=address, second=REGISTER)
    assert answer.status_code == 303
    assert "Bob Hale" in editor.see(answer.headers["Location"]).text


@pytest.mark.parametrize("second", ["", "no-such-listing", "<script>", OWN])
def test_what_cannot_be_compared_is_said(editor: Desk, second: str) -> None:
    answer = editor.press(f"{HOME}/compare", first=OWN, second=second)
    assert answer.status_code == 422
    assert "Please check this" in answer.text


def test_a_reader_sees_everything_and_no_button(here: Office, editor: Desk) -> None:
    editor.search()
    reader, page = Desk(here, "reader"), f"{HOME}/{editor.pair()}"
    for address in (HOME, page, f"{HOME}/different", f"{HOME}/merges"):
        text = reader.see(address).text
        assert "Duplicates" in text
        assert not re.search(rf'<form action="{HOME}[^"]*/(search|different|compare)"', text)
    assert "Merge: they are one person" not in reader.see(page).text


def test_a_pair_or_merge_that_is_not_there_is_not_found(editor: Desk) -> None:
    for address in (f"{HOME}/99", f"{HOME}/merges/99"):
        assert editor.see(address).status_code == 404


@pytest.mark.parametrize(
    "address", ["/providers/{}", "/api/v1/providers/{}", "/providers/{}/removal", "/claim/{}"]
)
def test_an_old_address_leads_to_the_listing_that_stayed(
    here: Office, editor: Desk, address: str
) -> None:
    merge(here.directory)
    answer = editor.browser.get(address.format(REGISTER))
    assert answer.status_code == 308
    assert answer.headers["Location"].endswith(address.format(OWN))
    assert answer.headers["Cache-Control"] in {"no-cache", "no-store"}
    assert editor.browser.get(address.format("nobody")).status_code == 404


def test_an_old_address_is_a_page_again_once_the_merge_is_taken_back(
    here: Office, editor: Desk
) -> None:
    number = merge(here.directory)
    page = f"{HOME}/merges/{number}"
    editor.press(f"{page}/undo", page)
    assert editor.browser.get(f"/providers/{REGISTER}").status_code == 200


def test_an_old_address_leads_nowhere_where_the_listing_is_hidden(
    here: Office, editor: Desk
) -> None:
    merge(here.directory)
    store(here.directory, one(here.directory, OWN).model_copy(update={"published": False}))
    assert editor.browser.get(f"/providers/{REGISTER}").status_code == 404


def test_whoever_keeps_somebody_on_a_list_finds_them_after_a_merge(here: Office) -> None:
    browser = here.app.test_client()
    browser.post("/shortlist", data={"keep": REGISTER}, headers=SAME_ORIGIN)
    assert "Robert Hale" in browser.get("/shortlist").text
    merge(here.directory)
    assert "Bob Hale" in browser.get("/shortlist").text
