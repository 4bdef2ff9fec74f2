"""A site that three people run, and browsers in which they are signed in with a passkey."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from directory.roles import Role
from tests.accounts import sign_in, store_account
from tests.web.mailing import Clock, Office, Person, office

PEOPLE: dict[str, Role | None] = {"olga": "owner", "ed": "editor", "rita": "reader", "uma": None}


def address(name: str) -> str:
    return f"{name}@practice.example"


@pytest.fixture
def house(tmp_path: Path) -> Iterator[Office]:
    """An application with an owner, an editor, a reader, and Uma, who keeps a listing."""
    with office(tmp_path, Clock()) as opened:
        with opened.directory.database.writing() as session:
            for name, role in PEOPLE.items():
                store_account(session, name, address(name), role)
        yield opened


def browser(house: Office, name: str, by_passkey: bool = True) -> Person:
    """Return a browser in which somebody is signed in."""
    client: FlaskClient = sign_in(house.app, name, house.clock(), True, by_passkey)
    return Person(client)


def add_owner(house: Office, name: str = "otto") -> Person:
    with house.directory.database.writing() as session:
        store_account(session, name, address(name), "owner")
    return browser(house, name)
