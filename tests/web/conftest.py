"""An application with made-up listings, in a folder of its own."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from directory.app import create_app
from directory.config import Settings
from directory.storage import Providers
from directory.web.access import EXTENSION
from directory.workflows.indexing import reindex
from tests.prepared import lay_out
from tests.web.mailing import Office, fill, office
from tests.web.people import TODAY, everyone


def noon() -> datetime:
    return datetime(TODAY.year, TODAY.month, TODAY.day, 12, tzinfo=UTC)


def filled_app(instance: Path) -> Flask:
    """Return an application whose database and index hold the made-up listings."""
    environ = {"INSTANCE_PATH": str(instance), "DIRECTORY_ENV": "development", "RATE_LIMIT": "off"}
    lay_out(instance)
    app = create_app(Settings.from_environment(environ), clock=noon)
    directory = app.extensions[EXTENSION]
    with directory.database.writing() as session:
        providers = Providers(session)
        for provider in everyone():
            providers.save(provider)
    reindex(directory)
    return app


@pytest.fixture(scope="session")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    app = filled_app(tmp_path_factory.mktemp("instance"))
    yield app
    app.extensions[EXTENSION].close()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Office]:
    """An application whose mail can be read, with listings that take messages."""
    with office(tmp_path) as opened:
        yield fill(opened)
