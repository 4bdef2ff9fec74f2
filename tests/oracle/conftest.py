"""The demo directory, made once for all tests of the oracle."""

from collections.abc import Iterator

import pytest

from tests.oracle.asking import Asking, opened_demo


@pytest.fixture(scope="package")
def asking(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Asking]:
    """The demo directory, ready to be asked."""
    directory = opened_demo(tmp_path_factory.mktemp("oracle"))
    yield Asking(directory)
    directory.close()
