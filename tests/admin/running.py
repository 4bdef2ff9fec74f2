"""A directory with somebody of each role signed in, and somebody with none."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

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


@dataclass(frozen=True)
class Rooms:
    """The rooms of the admins, and browsers of those who look in."""

    app: Flask
    directory: Directory

    @property
    def reader(self) -> FlaskClient:
        return sign_in(self.app, "reader", NOW, True)

    @property
    def owner(self) -> FlaskClient:
        return sign_in(self.app, "owner", NOW, True)

    @property
    def nobody(self) -> FlaskClient:
        return sign_in(self.app, "nobody", NOW, True)


@contextmanager
def running(instance: Path) -> Iterator[Rooms]:
    """Open an application that holds no listing yet."""
    environ = {
        "INSTANCE_PATH": str(instance),
        "DIRECTORY_ENV": "development",
        "SECRET_KEY": "a key for tests alone",
        "RATE_LIMIT": "off",
    }
    lay_out(instance)
    app = create_app(Settings.from_environment(environ), clock=lambda: NOW)
    directory: Directory = app.extensions[EXTENSION]
    with directory.database.writing() as session:
        for role in (*ROLES, None):
            name = role or "nobody"
            store_account(session, name, f"{name}@directory.example", role=role)
    yield Rooms(app, directory)
    directory.close()
