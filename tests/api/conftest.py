"""An application that serves a few made-up listings, on 21 November 2026."""

from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from directory.app import create_app
from directory.config import Settings
from directory.web.access import EXTENSION
from directory.workflows import Directory
from tests.api.listings import everyone
from tests.conftest import NOW
from tests.factories import store
from tests.prepared import lay_out


@pytest.fixture(scope="session")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """One application for all of these tests: nothing that they send may change it."""
    instance = tmp_path_factory.mktemp("instance")
    environ = {
        "DIRECTORY_ENV": "development",
        "INSTANCE_PATH": str(instance),
        "SECRET_KEY": "a key for tests alone",
        "SITE_URL": "https://directory.example",
        "RATE_LIMIT": "off",
    }
    lay_out(instance)
    app = create_app(Settings.from_environment(environ), clock=lambda: NOW)
    directory = app.extensions[EXTENSION]
    store(directory, *everyone())
    yield app
    directory.close()


@pytest.fixture(scope="session")
def served(app: Flask) -> Directory:
    directory: Directory = app.extensions[EXTENSION]
    return directory


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture(scope="session")
def description(app: Flask) -> dict[str, Any]:
    """What the API says of itself."""
    document: dict[str, Any] = app.test_client().get("/api/v1/openapi.json").get_json()
    return document
