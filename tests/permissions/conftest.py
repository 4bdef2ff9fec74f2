"""The two sides, and an application that only says who gets through its gate."""

from collections.abc import Iterator

import pytest
from flask import Flask

from directory.errors import NotFound
from tests.permissions.world import world

REACHED = "you are through the gate"


@pytest.fixture(scope="session")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """An application with all its routes, and right behind the gate nothing but a word."""
    with world(tmp_path_factory.mktemp("bare")) as app:
        app.before_request(lambda: REACHED)
        app.register_error_handler(NotFound, lambda _error: ("no such page", 404))
        yield app


@pytest.fixture(scope="session")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """The application as it is."""
    with world(tmp_path_factory.mktemp("whole")) as app:
        yield app
