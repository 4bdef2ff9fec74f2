"""What every test may ask for: settings, and a directory of its own with a clock that stands."""

import gc
import ipaddress
import socket
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from flask import Flask

from directory.config import Settings
from directory.workflows import Directory, open_directory
from tests.prepared import CompiledTemplates, lay_out, remember_routes

# The same examples on every run and machine, however slow it is.
hypothesis.settings.register_profile(
    "house",
    derandomize=True,
    deadline=None,
    max_examples=60,
    suppress_health_check=[hypothesis.HealthCheck.too_slow],
)
hypothesis.settings.load_profile("house")

# Templates and routes are compiled once a run, and not anew for the application of every test.
remember_routes()
Flask.jinja_options = {**Flask.jinja_options, "bytecode_cache": CompiledTemplates()}

_connect = socket.socket.connect


def pytest_collection_finish() -> None:
    """Keep what is loaded by now out of the tidying of memory that every test sets off anew."""
    gc.collect()
    gc.freeze()


def _connect_to_this_machine(self: socket.socket, address: Any) -> None:
    """Connect, unless it is to another host: the tests need no network."""
    is_inet = self.family in {socket.AF_INET, socket.AF_INET6}
    if is_inet and address[0] != "localhost" and not ipaddress.ip_address(address[0]).is_loopback:
        raise AssertionError(f"a test wanted to reach {address[0]}")
    _connect(self, address)


socket.socket.connect = _connect_to_this_machine  # type: ignore[method-assign]

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings of a development machine whose instance folder is empty."""
    return Settings.from_environment(
        {
            "DIRECTORY_ENV": "development",
            "INSTANCE_PATH": str(tmp_path / "instance"),
            "SECRET_KEY": "a key for tests alone",
        }
    )


@pytest.fixture
def directory(settings: Settings) -> Iterator[Directory]:
    """A directory with empty tables and an empty index, on 21 November 2026 at noon UTC."""
    lay_out(settings.instance_path, settings.search_engine)
    opened = open_directory(settings, clock=lambda: NOW)
    yield opened
    opened.close()
