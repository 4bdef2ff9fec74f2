"""People with accounts, an application whose mails can be read, and a clock that moves on."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from werkzeug.test import TestResponse

from tests.web.mailing import Clock, Office, Person, text_of

ADDRESS = "ana.lopez@practice.example"
PASSWORD = "yellow submarines sleep well"
_LINK = re.compile(r"(?m)^https?://[^/\s]+(/\S+)$")


@contextmanager
def office(folder: Path, **environ: str) -> Iterator[Office]:
    """Open an application for a while."""
    opened = Office(folder, Clock(), **environ)
    yield opened
    opened.directory.close()


def link_in_last_mail(here: Office) -> str:
    """Return the path of the first link in the newest mail."""
    found = _LINK.search(text_of(here.mails()[-1]))
    assert found
    return found[1]


def sign_up(here: Office, address: str = ADDRESS, password: str = PASSWORD) -> Person:
    """Begin an account and confirm it."""
    person = here.person()
    begin(person, address, password)
    person.submit(link_in_last_mail(here))
    return person


def begin(person: Person, address: str = ADDRESS, password: str = PASSWORD) -> TestResponse:
    return person.submit("/account/sign-up", email=address, password=password)


def sign_in(person: Person, address: str = ADDRESS, password: str = PASSWORD) -> TestResponse:
    return person.submit("/account/sign-in", email=address, password=password)


def signed_in(here: Office, address: str = ADDRESS, password: str = PASSWORD) -> Person:
    """Return somebody with a new account who is signed in."""
    person = sign_up(here, address, password)
    assert sign_in(person, address, password).status_code == 303
    return person


def sign_out(person: Person) -> TestResponse:
    found = re.search(r'name="csrf_token" value="([^"]+)"', person.see("/account").text)
    assert found
    return person.client.post("/account/sign-out", data={"csrf_token": found[1]})


def is_signed_in(person: Person) -> bool:
    return person.see("/account").status_code == 200
