"""A keeper in a browser: signed in, with a listing of their own."""

from datetime import timedelta
from pathlib import Path

from flask import Flask
from flask.testing import FlaskClient

from directory.app import create_app
from directory.config import Settings
from directory.providers import Provider
from directory.storage import Accounts, Keepers, Providers
from directory.web.access import EXTENSION
from directory.workflows import Directory
from tests.accounts import sign_in, store_account
from tests.conftest import NOW
from tests.factories import make_provider, make_unclaimed
from tests.prepared import lay_out

ANA = "ana-lopez"
STUB = "npi-1234567893"
ACCOUNT = "account-1"


def kept_app(folder: Path, *more: Provider, asks_token: bool = False) -> Flask:
    """Return an application in which one account keeps a public listing, a stub and more."""
    environ = {
        "INSTANCE_PATH": str(folder),
        "DIRECTORY_ENV": "development",
        "SECRET_KEY": "a key for tests alone",
        "RATE_LIMIT": "off",
    }
    lay_out(folder)
    app = create_app(Settings.from_environment(environ), clock=lambda: NOW)
    app.config["WTF_CSRF_ENABLED"] = asks_token
    directory = directory_of(app)
    with directory.database.writing() as session:
        for provider in (make_provider(), make_unclaimed(), *more):
            Providers(session).save(provider)
            Keepers(session).add(provider.id, ACCOUNT, NOW - timedelta(days=400))
    return app


def directory_of(app: Flask) -> Directory:
    """Return the directory that an application serves."""
    return app.extensions[EXTENSION]


def keeper(app: Flask, account: str = ACCOUNT) -> FlaskClient:
    """Return a browser in which an account is signed in with its second factor."""
    with directory_of(app).database.writing() as session:
        if Accounts(session).get(account) is None:
            store_account(session, account, f"{account}@example.org")
    return sign_in(app, account, NOW, is_strong=True)
