"""An application whose mails can be read."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from directory.web.account.configuration import ARGON2
from tests.account.people import office
from tests.web.mailing import Office

# The least that Argon2 takes: a test signs in more often than it asks how long that takes.
_QUICK = {"argon2__memory_cost": 8, "argon2__time_cost": 1}


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    for name, cost in _QUICK.items():
        monkeypatch.setitem(ARGON2, name, cost)
    with office(tmp_path) as opened:
        yield opened
