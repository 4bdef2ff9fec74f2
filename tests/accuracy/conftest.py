"""An application with one person of each role, signed in with a passkey."""

from collections.abc import Callable, Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient

from directory.app import create_app
from directory.config import Settings
from directory.roles import ROLES
from directory.web.access import EXTENSION
from directory.workflows import Directory
from tests.accounts import sign_in, store_account
from tests.conftest import NOW
from tests.prepared import lay_out

SignIn = Callable[[str], FlaskClient]


@pytest.fixture
def app(settings: Settings) -> Iterator[Flask]:
    lay_out(settings.instance_path)
    made = create_app(settings, clock=lambda: NOW)
    made.config["WTF_CSRF_ENABLED"] = False
    opened: Directory = made.extensions[EXTENSION]
    with opened.database.writing() as session:
        for role in ROLES:
            store_account(session, f"account-{role}", f"{role}@example.org", role)
    yield made
    opened.close()


@pytest.fixture
def house(app: Flask) -> Directory:
    """The directory behind the application."""
    opened: Directory = app.extensions[EXTENSION]
    return opened


@pytest.fixture
def admin(app: Flask) -> SignIn:
    """Sign somebody of a role in."""
    return lambda role: sign_in(app, f"account-{role}", NOW, is_strong=True)
