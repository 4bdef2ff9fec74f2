"""Whatever a test of editions brought into force is taken back after it."""

from collections.abc import Iterator

import pytest

from directory.editions.in_force import SHIPPED, put_in_force
from directory.roles import Admin


@pytest.fixture(autouse=True)
def _what_ships_comes_back() -> Iterator[None]:
    yield
    put_in_force(SHIPPED)


@pytest.fixture
def editor() -> Admin:
    """An admin who may edit words and weights."""
    return Admin("account-editor", "editor")
