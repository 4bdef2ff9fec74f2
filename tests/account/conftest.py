"""An application whose mails can be read."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.account.people import office
from tests.web.mailing import Office


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Office]:
    with office(tmp_path) as opened:
        yield opened
