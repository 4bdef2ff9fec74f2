"""An application whose forms can be shown and sent."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from directory.web.access import EXTENSION
from tests.provider.sections import editor
from tests.provider.visiting import directory_of, keeper, kept_app


@pytest.fixture(scope="session")
def forms(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """An application that renders the forms of the editor."""
    app = editor(Path(tmp_path_factory.mktemp("editor")))
    yield app
    app.extensions[EXTENSION].close()


@pytest.fixture
def app(tmp_path: Path) -> Iterator[Flask]:
    """An application in which one account keeps a public listing and a stub."""
    opened = kept_app(tmp_path)
    yield opened
    directory_of(opened).close()


@pytest.fixture
def ana(app: Flask) -> FlaskClient:
    return keeper(app)
