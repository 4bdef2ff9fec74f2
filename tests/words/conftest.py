"""An application with made-up listings, one of whom can be written to."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from directory.storage import Providers
from directory.web.access import EXTENSION
from directory.workflows.indexing import reindex
from tests.accuracy.published import publish_calls
from tests.web.conftest import filled_app
from tests.web.people import therapist
from tests.words.visiting import BY_MAIL

WRITTEN_TO = therapist(BY_MAIL, "Olga Perez", email="olga@example.org")


def whole_app(instance: Path) -> Flask:
    """Return an application with every kind of listing."""
    app = filled_app(instance)
    directory = app.extensions[EXTENSION]
    with directory.database.writing() as session:
        Providers(session).save(WRITTEN_TO)
    publish_calls(directory)
    reindex(directory)
    return app


@pytest.fixture(scope="session")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    app = whole_app(tmp_path_factory.mktemp("words"))
    yield app
    app.extensions[EXTENSION].close()
