"""An application with a listing of a register that an import left hidden, and its admins."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.claim.people import claim_office, register_stub
from tests.web.mailing import Office


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Office]:
    with claim_office(tmp_path, register_stub(published=False)) as opened:
        yield opened
