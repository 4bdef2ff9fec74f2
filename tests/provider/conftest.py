"""An application whose forms can be shown and sent."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from directory.web.access import EXTENSION
from tests.provider.sections import editor


@pytest.fixture(scope="session")
def forms(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """An application that renders the forms of the editor."""
    app = editor(Path(tmp_path_factory.mktemp("editor")))
    yield app
    app.extensions[EXTENSION].close()
