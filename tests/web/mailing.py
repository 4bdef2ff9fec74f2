"""An application whose mail can be read, and people who write through it."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from html import unescape
from pathlib import Path
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from directory.app import create_app
from directory.config import Settings
from directory.providers import Provider
from directory.web.access import EXTENSION
from directory.workflows import Directory
from tests.conftest import NOW
from tests.factories import make_provider, make_unclaimed, store
from tests.prepared import lay_out

FORM = "/providers/ana-lopez/message"
PROVIDERS_ADDRESS = "ana.lopez@practice.example"
WRITERS_ADDRESS = "worried.person@home.example"
WORDS = "Do you have room on Mondays?\nI think of the yellow submarine."
ANSWER = "I have room on Monday at nine in the green house."
_TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')
_LINK = re.compile(r"(?m)^https?://[^/\s]+(/reply/\S+)$")


class Clock:
    """A clock that a test moves on."""

    def __init__(self) -> None:
        self.passed = timedelta()

    def __call__(self) -> datetime:
        return NOW + self.passed


class Office:
    """One application with its mail folder; `another` process shares the database."""

    def __init__(self, folder: Path, clock: Clock, **environ: str) -> None:
        fixed = {
            "INSTANCE_PATH": str(folder),
            "DIRECTORY_ENV": "development",
            "SECRET_KEY": "a key for tests alone",
            "SITE_URL": "https://directory.example",
        }
        lay_out(folder)
        self.folder, self.clock = folder, clock
        self.app: Flask = create_app(Settings.from_environment(fixed | environ), clock=clock)
        self.directory: Directory = self.app.extensions[EXTENSION]

    def mails(self) -> list[EmailMessage]:
        """Return the mails in the folder, oldest first."""
        return mails_in(self.folder)

    def person(self, address: str = "203.0.113.7", **headers: str) -> "Person":
        """Return somebody with a browser of their own."""
        client = self.app.test_client()
        client.environ_base["REMOTE_ADDR"] = address
        for name, value in headers.items():
            client.environ_base[f"HTTP_{name.upper()}"] = value
        return Person(client)

    def kept(self) -> bytes:
        """Return every byte of the database with its journal, and all other files but mails."""
        files = [file for file in self.folder.rglob("*") if file.is_file()]
        return b"".join(file.read_bytes() for file in files if file.parent.name != "mail")


class Person:
    """A browser without JavaScript."""

    def __init__(self, client: FlaskClient) -> None:
        self.client = client

    def see(self, address: str) -> TestResponse:
        return self.client.get(address)

    def submit(self, address: str, **typed: str) -> TestResponse:
        """Fill in the form at an address and send it."""
        found = _TOKEN.search(self.see(address).text)
        assert found, f"no form at {address}"
        return self.client.post(address, data={"csrf_token": found[1], **typed})

    def write(self, id: str = "ana-lopez", **typed: str) -> TestResponse:
        """Write a message, a usual one unless something else is typed."""
        usual = {"message": WORDS, "email": WRITERS_ADDRESS}
        return self.submit(f"/providers/{id}/message", **usual | typed)


@contextmanager
def office(folder: Path, clock: Clock | None = None, **environ: str) -> Iterator[Office]:
    """Open an application for a while."""
    opened = Office(folder, clock or Clock(), **environ)
    yield opened
    opened.directory.close()


def people(**facts: Any) -> tuple[Provider, ...]:
    """Return listings of which the first takes messages."""
    address = {"email": PROVIDERS_ADDRESS}
    return (
        make_provider(**address | facts),
        make_provider(id="no-address", name="Nora Addison"),
        make_provider(id="odd-address", name="Otto Odd", email="ask at the desk"),
        make_provider(id="demo", name="Dana Demo", demo=True, **address),
        make_provider(id="hidden", published=False, **address),
        make_unclaimed(id="register", email="una@register.example"),
    )


def fill(opened: Office, *providers: Provider) -> Office:
    """Store listings."""
    store(opened.directory, *(providers or people()))
    return opened


def mails_in(instance: Path) -> list[EmailMessage]:
    """Return the mails that an instance sent into its folder, oldest first."""
    files = sorted((instance / "mail").glob("*.eml"), key=lambda file: file.stat().st_mtime_ns)
    return [read_mail(file.read_bytes()) for file in files]


def read_mail(raw: bytes) -> EmailMessage:
    message = message_from_bytes(raw, policy=default)
    assert isinstance(message, EmailMessage)
    return message


def text_of(mail: EmailMessage) -> str:
    return str(mail.get_content()).replace("\r\n", "\n")


def link_in(mail: EmailMessage) -> str:
    """Return the path of the link by which a provider answers."""
    found = _LINK.search(text_of(mail))
    assert found
    return found[1]


def words_on(page: TestResponse) -> str:
    """Return what a page says, without its tags."""
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", page.text)))
