"""Whoever only reads gets no cookie, and is not looked up."""

from sqlalchemy import event

from tests.account.people import signed_in
from tests.web.mailing import Office


def test_reading_sets_no_cookie(here: Office) -> None:
    for address in ("/", "/crisis", "/search?q=panic", "/about"):
        assert "Set-Cookie" not in here.person().see(address).headers


def test_pages_of_patients_do_not_ask_who_is_signed_in(here: Office) -> None:
    person = signed_in(here)
    asked: list[str] = []

    @event.listens_for(here.directory.database.engine, "before_cursor_execute")
    def listen(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        asked.append(statement)

    person.see("/")
    person.see("/crisis")
    assert not [one for one in asked if "account" in one]
    person.see("/account")
    assert [one for one in asked if "account" in one]
