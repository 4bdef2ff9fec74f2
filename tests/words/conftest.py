"""An application with made-up listings, and every page of it as somebody saw it."""

from collections.abc import Iterator

import pytest
from flask import Flask

from directory.web.access import EXTENSION
from tests.web.conftest import filled_app


@pytest.fixture(scope="session")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    app = filled_app(tmp_path_factory.mktemp("words"))
    yield app
    app.extensions[EXTENSION].close()
