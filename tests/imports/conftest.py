"""An application with an editor, who brings files."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.imports.desk import Desk, import_desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with import_desk(tmp_path) as opened:
        yield opened
