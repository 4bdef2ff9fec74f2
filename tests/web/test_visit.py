"""A visit: sealed, short, and gone when asked."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography.fernet import Fernet
from flask import Flask
from flask.testing import FlaskClient

from directory.web.access import EXTENSION
from directory.web.patient.triage.flow import FLOW
from directory.web.patient.visit import LASTS, Ticket, Visit, open_visit, seal_visit
from tests.web.walking import Walk, walk

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
CANARY = "the yellow submarine is in my garage"


class Shelf:
    """A place for sealed bytes, in memory."""

    def __init__(self) -> None:
        self.kept: dict[str, tuple[bytes, datetime]] = {}

    def put(self, id: str, blob: bytes, expires_at: datetime) -> None:
        self.kept[id] = (blob, expires_at)

    def get(self, id: str, now: datetime) -> bytes | None:
        blob, expires_at = self.kept.get(id, (b"", now))
        return blob if expires_at > now else None

    def delete(self, id: str) -> None:
        self.kept.pop(id, None)


def test_only_the_ticket_opens_a_visit() -> None:
    shelf, ticket = Shelf(), Ticket.issue()
    visit = Visit(answers={"text": CANARY, "age": 34, "danger_now": False, "concerns": ("panic",)})
    seal_visit(shelf, ticket, visit, NOW)
    assert open_visit(shelf, ticket, NOW) == visit
    assert open_visit(shelf, Ticket(ticket.id, Ticket.issue().key), NOW) is None
    assert open_visit(shelf, Ticket.issue(), NOW) is None


def test_a_visit_that_an_older_version_kept_is_over() -> None:
    shelf, ticket = Shelf(), Ticket.issue()
    blob = Fernet(ticket.key).encrypt(b'{"answers": {}, "mood": "low"}')
    shelf.put(ticket.id, blob, NOW + LASTS)
    assert open_visit(shelf, ticket, NOW) is None


def test_what_is_kept_says_nothing() -> None:
    shelf, ticket = Shelf(), Ticket.issue()
    seal_visit(shelf, ticket, Visit(answers={"text": CANARY}), NOW)
    (blob, _) = shelf.kept[ticket.id]
    assert b"yellow" not in blob
    assert b"text" not in blob


def test_a_visit_is_over_after_half_an_hour() -> None:
    shelf, ticket = Shelf(), Ticket.issue()
    seal_visit(shelf, ticket, Visit(), NOW)
    assert open_visit(shelf, ticket, NOW + LASTS - timedelta(seconds=1)) == Visit()
    assert open_visit(shelf, ticket, NOW + LASTS) is None


def test_the_longest_visit_stays_small() -> None:
    shelf, ticket = Shelf(), Ticket.issue()
    fields = {field.key: field for question in FLOW for field in question.fields}
    longest = {
        key: "x" * 2000
        if field.kind == "text"
        else tuple(choice.code for choice in field.choices({}))[: field.most]
        for key, field in fields.items()
    }
    seal_visit(shelf, ticket, Visit(answers=longest), NOW)
    (blob, _) = shelf.kept[ticket.id]
    assert len(blob) < 20_000


def test_a_visit_does_not_print_its_answers() -> None:
    assert CANARY not in repr(Visit(answers={"text": CANARY}))


@pytest.mark.parametrize("cookie", [None, "", "x", "x.y", "0" * 32 + ".short", "../etc.key", "ü.ü"])
def test_a_cookie_that_is_not_ours_is_no_ticket(cookie: str | None) -> None:
    assert Ticket.read(cookie) is None


def test_a_ticket_survives_its_cookie() -> None:
    ticket = Ticket.issue()
    assert Ticket.read(str(ticket)) == ticket


def test_the_cookie_is_for_this_site_and_its_pages_alone(client: FlaskClient) -> None:
    cookie = walk_cookie(client)
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert "Expires" not in cookie


def walk_cookie(client: FlaskClient) -> str:
    response = Walk(client).post("/triage", {})
    return next(c for c in response.headers.getlist("Set-Cookie") if c.startswith("visit="))


def test_an_answer_is_in_no_address_no_header_and_no_file(app: Flask, client: FlaskClient) -> None:
    way = walk(client).to_the_end(text=CANARY)
    response = client.get("/triage/results")
    assert CANARY not in str(response.headers)
    assert CANARY not in way.at
    folder = Path(app.extensions[EXTENSION].database.engine.url.database).parent
    for file in folder.rglob("*"):
        if file.is_file():
            assert b"yellow submarine" not in file.read_bytes(), file.name


def test_pages_that_answers_shape_are_kept_by_nobody(client: FlaskClient) -> None:
    walk(client).to_the_end()
    for address in ("/triage", "/triage/1", "/triage/check", "/triage/results"):
        assert client.get(address).headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    "address", ["/search?q=panic", "/search?concern=panic", "/api/v1/providers?q=x"]
)
def test_what_was_searched_for_is_kept_by_nobody(client: FlaskClient, address: str) -> None:
    assert client.get(address).headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("address", ["/", "/search", "/providers/lcsw-1", "/crisis", "/nowhere"])
def test_no_page_is_kept_where_others_share_a_cache(client: FlaskClient, address: str) -> None:
    assert client.get(address).headers["Cache-Control"] == "no-store"


def test_leaving_takes_the_sealed_answers_with_it(app: Flask) -> None:
    thief = app.test_client()
    owner = app.test_client()
    walk(owner).to_the_end()
    ticket = owner.get_cookie("visit")
    assert ticket is not None
    owner.get("/leave")
    thief.set_cookie("visit", ticket.value)
    assert thief.get("/triage/results").location == "/triage?over"


def test_an_answer_without_the_token_of_its_form_is_refused(client: FlaskClient) -> None:
    walk(client)
    response = client.post("/triage/1", data={"question": "danger_now", "danger_now": "false"})
    assert response.status_code == 400


def test_forms_work_over_https_although_no_page_sends_a_referrer(app: Flask) -> None:
    client = app.test_client()
    client.environ_base["wsgi.url_scheme"] = "https"
    assert walk(client).at == "/triage/1"
