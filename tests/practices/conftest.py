"""A house with clinicians and people who run practices."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.practices.house import House
from tests.web.mailing import office


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with office(tmp_path) as opened:
        yield House(opened)
