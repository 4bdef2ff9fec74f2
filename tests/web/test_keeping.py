"""Keeping people without an account: sealed, said, compared, taken along."""

import re
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from directory.storage import Providers
from directory.web.access import EXTENSION
from directory.web.patient.shortlist.shortlist import MOST_KEPT
from tests.web.people import therapist
from tests.web.test_pages import PAGES, Page
from tests.web.walking import walk

LIST_PAGES = ("/shortlist", "/shortlist/compare", "/shortlist/print", "/shortlist.txt")


def keep(client: FlaskClient, *ids: str, back: str = "/shortlist") -> None:
    for id in ids:
        reply = client.post("/shortlist", data={"keep": id, "back": back})
        assert (reply.status_code, reply.location) == (303, f"{back}#kept")


def kept_ids(client: FlaskClient) -> list[str]:
    return re.findall(r'name="remove" value="([^"]+)"', list_page(client))


def list_page(client: FlaskClient) -> str:
    return client.get("/shortlist").text


@pytest.mark.parametrize("address", PAGES)
def test_pages_set_no_cookie_and_bear_no_token_for_the_list(
    client: FlaskClient, address: str
) -> None:
    reply = client.get(address)
    assert "visit=" not in str(reply.headers.getlist("Set-Cookie"))
    if address.startswith(("/search", "/providers")):
        assert "csrf_token" not in reply.text
        assert not reply.headers.getlist("Set-Cookie")


@pytest.mark.parametrize("address", ["/search?q=panic", "/providers/lcsw-1", "/shortlist"])
def test_every_button_has_its_form(client: FlaskClient, address: str) -> None:
    keep(client, "lcsw-1", "lcsw-2")
    found = Page(client.get(address).text)
    forms = {facts.get("id") for tag, facts in found.tags if tag == "form"}
    owners = {facts["form"] for _, facts in found.tags if "form" in facts}
    assert owners
    assert owners <= forms


def test_a_person_who_only_searched_is_given_a_visit_when_they_keep_somebody(
    client: FlaskClient,
) -> None:
    client.get("/search?q=panic")
    assert client.get_cookie("visit") is None
    reply = client.post("/shortlist", data={"keep": "lcsw-1", "back": "/search?q=panic"})
    cookie = reply.headers["Set-Cookie"]
    assert cookie.startswith("visit=")
    assert {"HttpOnly", "SameSite=Lax"} <= set(cookie.split("; "))
    assert "Expires" not in cookie
    assert kept_ids(client) == ["lcsw-1"]


def test_what_was_done_is_said_where_it_was_done_and_once(client: FlaskClient) -> None:
    keep(client, "lcsw-1", back="/search?q=panic")
    page = client.get("/search?q=panic").text
    assert re.search(r'id="kept" role="status"[^>]*>\s*Ben Brooks is on your list\.', page)
    assert "See your list (1)" in page
    assert page.count("Kept – remove") == 1
    assert 'role="status"' not in client.get("/search?q=panic").text


def test_who_was_removed_can_be_put_back(client: FlaskClient) -> None:
    keep(client, "lcsw-1", "lcsw-2")
    client.post("/shortlist", data={"remove": "lcsw-1", "back": "/shortlist"})
    page = list_page(client)
    assert "Ben Brooks is no longer on your list." in page
    assert '<button class="plain-button" name="keep" value="lcsw-1">' in page
    keep(client, "lcsw-1")
    assert kept_ids(client) == ["lcsw-2", "lcsw-1"]


def test_an_empty_list_leads_on(client: FlaskClient) -> None:
    page = Page(list_page(client))
    assert {"/search", "/triage"} <= {facts.get("href") for tag, facts in page.tags if tag == "a"}
    for address in LIST_PAGES[1:]:
        assert client.get(address).location == "/shortlist"


def test_a_full_list_says_so(client: FlaskClient) -> None:
    keep(client, *(f"lcsw-{n}" for n in range(6)), "psychiatrist-1", "psychiatrist-2")
    keep(client, "psychologist-1", "lmft-1", "stale-1", "coach-1")
    keep(client, "register-1", back="/providers/register-1")
    assert "Your list is full" in client.get("/providers/register-1").text
    assert len(kept_ids(client)) == MOST_KEPT


@pytest.mark.parametrize("back", ["//evil.example", "https://evil.example/", "javascript:x", ""])
def test_the_way_back_leads_to_no_other_site(client: FlaskClient, back: str) -> None:
    reply = client.post("/shortlist", data={"keep": "lcsw-1", "back": back})
    assert reply.location == "/#kept"


def test_nobody_keeps_who_is_not_listed(client: FlaskClient) -> None:
    assert client.post("/shortlist", data={"keep": "nobody"}).status_code == 404
    assert client.get_cookie("visit") is None


def test_who_leaves_the_directory_leaves_the_list(app: Flask, client: FlaskClient) -> None:
    database = app.extensions[EXTENSION].database
    with database.writing() as session:
        Providers(session).save(therapist("guest", "Gus Guest"))
    keep(client, "guest", "lcsw-1")
    with database.writing() as session:
        Providers(session).remove("guest")
    assert "1 person is no longer listed here" in list_page(client)
    assert kept_ids(client) == ["lcsw-1"]
    assert "no longer listed" not in list_page(client)


def test_the_list_survives_the_questions_and_their_new_start(client: FlaskClient) -> None:
    keep(client, "lcsw-1")
    before = client.get_cookie("visit")
    walk(client).to_the_end()
    after = client.get_cookie("visit")
    assert before is not None
    assert after is not None
    assert before.value != after.value
    assert kept_ids(client) == ["lcsw-1"]
    results = client.get("/triage/results").text
    assert 'id="keep-form"' in results
    keep(client, "lcsw-2", back="/triage/results")
    assert "Carla Chen is on your list." in client.get("/triage/results").text
    assert client.get("/triage/check").status_code == 200


def test_leaving_forgets_the_list(client: FlaskClient) -> None:
    keep(client, "lcsw-1")
    client.get("/leave")
    assert kept_ids(client) == []


def test_pages_that_show_whom_somebody_keeps_are_kept_by_nobody(client: FlaskClient) -> None:
    keep(client, "lcsw-1", "lcsw-2")
    client.post("/shortlist/compare", data={"compare": ["lcsw-1", "lcsw-2"]})
    for address in (*LIST_PAGES, "/search", "/providers/lcsw-1"):
        assert client.get(address).headers["Cache-Control"] == "no-store"
    for address in LIST_PAGES:
        assert client.get(address).headers["X-Robots-Tag"] == "noindex"


def test_whom_somebody_keeps_is_in_no_address_no_header_and_no_file(
    app: Flask, client: FlaskClient
) -> None:
    database = app.extensions[EXTENSION].database
    canary = "canary-4711"
    with database.writing() as session:
        Providers(session).save(therapist(canary, "Cara Nary"))
    folder = Path(database.engine.url.database).parent
    before = hits(folder, canary)
    reply = client.post("/shortlist", data={"keep": canary, "back": "/search?q=panic"})
    chosen = client.post("/shortlist/compare", data={"compare": [canary, "lcsw-1"]})
    headers = [str(client.get(address).headers) for address in LIST_PAGES]
    assert not [
        text for text in (*headers, str(reply.headers), str(chosen.headers)) if canary in text
    ]
    assert hits(folder, canary) == before
    with database.writing() as session:
        Providers(session).remove(canary)


def hits(folder: Path, text: str) -> int:
    with_wal = (file for file in folder.rglob("*") if file.is_file())
    return sum(file.read_bytes().count(text.encode()) for file in with_wal)


def test_two_to_four_are_compared_with_the_same_facts_in_the_same_order(
    client: FlaskClient,
) -> None:
    keep(client, "lcsw-1", "coach-1", "stale-1", "register-1", "lmft-1")
    reply = client.post("/shortlist/compare", data={"compare": ["register-1", "lcsw-1", "stale-1"]})
    assert reply.location == "/shortlist/compare"
    page = client.get(reply.location).text
    assert re.findall(r'<th scope="col"><a[^>]*>([^<]+)<', page) == [
        "Ben Brooks",
        "Kira Patel",
        "Maya Reyes",
    ]
    rows = page.split('<th scope="row"')[1:]
    assert len(rows) == 13
    assert all(row.count("<td>") == 3 for row in rows)
    insurance = next(row for row in rows if ">Insurance" in row)
    assert insurance.count("Not known. Ask when you call.") == 2
    assert 'role="region"' in page
    assert 'tabindex="0"' in page


@pytest.mark.parametrize("ticked", [[], ["lcsw-1"], [f"lcsw-{n}" for n in range(5)]])
def test_too_few_or_too_many_to_compare_is_said(client: FlaskClient, ticked: list[str]) -> None:
    keep(client, *(f"lcsw-{n}" for n in range(5)))
    reply = client.post("/shortlist/compare", data={"compare": ticked})
    assert reply.location == "/shortlist#problem"
    assert "Tick two, three or four people to compare." in list_page(client)


def test_the_list_can_be_saved_as_plain_text(client: FlaskClient) -> None:
    keep(client, "lcsw-1", "register-1", "stale-1")
    reply = client.get("/shortlist.txt")
    assert reply.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert reply.headers["Content-Disposition"] == 'attachment; filename="list.txt"'
    for words in (
        "1. Ben Brooks",
        "Clinical social worker (LCSW)",
        "California, number 12345 (active)",
        "Phone: (415) 555-0100",
        "Address: 1 Main Street, San Francisco, CA 94110",
        "Address: San Francisco, CA 94110",  # of the unclaimed one: a street may be a home
        "Confirmed on November 10, 2026",
        "Insurance: not known",
        "Do you take new clients?",
        "How will we know that it helps?",
        "/providers/lcsw-1",
        "988",
    ):
        assert words in reply.text, words
    assert reply.text.count("1 Main Street") == 2
    assert "None" not in reply.text


def test_paper_does_not_tell_what_it_is_about(client: FlaskClient) -> None:
    keep(client, "lcsw-1", "coach-1", "psychiatrist-1")
    for address in ("/shortlist.txt", "/shortlist/print"):
        text = " ".join(Page(client.get(address).text).words)
        assert not re.search("panic|anxi|habit|cognitive", text, re.IGNORECASE)


def test_the_printed_list_bears_the_same_words(client: FlaskClient) -> None:
    keep(client, "lcsw-1")
    text = " ".join(Page(client.get("/shortlist/print").text).words)
    assert "Phone: (415) 555-0100" in text
    assert "My notes" in text


def test_the_message_on_a_profile_can_be_copied_and_says_nothing_about_health(
    client: FlaskClient,
) -> None:
    walk(client).to_the_end()
    page = client.get("/providers/lcsw-1").text
    message = re.search(r"<textarea[^>]* readonly[^>]*>([^<]+)</textarea>", page)
    assert message
    assert "I am looking for a first visit." in message[1]
    assert "My plan is Aetna. Do you take it?" in message[1]
    assert not re.search("panic|anx|depress|worr", message[1], re.IGNORECASE)
