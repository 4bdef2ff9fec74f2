"""An application with a register stub, three accounts and a mail folder."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.claim.people import claim_office
from tests.web.mailing import Office


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Office]:
    with claim_office(tmp_path) as opened:
        yield opened
