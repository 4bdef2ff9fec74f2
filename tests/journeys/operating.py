"""A directory as an operator begins it: empty, with a server and a worker of their own."""

import os
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from urllib.request import urlopen

from directory.app import create_app
from directory.config import Settings
from directory.web.access import EXTENSION
from tests.accounts import sign_in, store_account

_PATIENCE = 20  # seconds in which a process begins or ends
Tables = dict[str, list[tuple[object, ...]]]


@dataclass(frozen=True)
class House:
    """An address, the cookie of its one owner, and the folder in which everything lies."""

    address: str
    cookie: str
    folder: Path

    def stored(self, without: frozenset[str]) -> Tables:
        """Return every row of all tables but some."""
        with sqlite3.connect(self.folder / "directory.db") as connection:
            names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            return {
                name: sorted(connection.execute(f'SELECT * FROM "{name}"'), key=repr)
                for (name,) in names.fetchall()
                if name not in without
            }


@contextmanager
def open_house(folder: Path) -> Iterator[House]:
    """Begin in an empty folder as an operator does, and let server and worker run."""
    port = _free_port()
    environ = {
        "INSTANCE_PATH": str(folder),
        "DIRECTORY_ENV": "development",
        "SECRET_KEY": "a key for tests alone",
        "RATE_LIMIT": "off",
        "PORT": str(port),
    }
    address = f"http://127.0.0.1:{port}"
    with _command(environ, "init") as made:
        assert made.wait(_PATIENCE) == 0
    with _running(environ, "serve"), _running(environ, "worker"):
        cookie = _owner_cookie(environ)
        _wait_for(address)
        yield House(address, cookie, folder)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _command(environ: dict[str, str], name: str) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "directory", name]
    return subprocess.Popen(command, env=os.environ | environ, stdout=subprocess.DEVNULL)


@contextmanager
def _running(environ: dict[str, str], name: str) -> Iterator[None]:
    with _command(environ, name) as process:
        try:
            yield
        finally:
            process.terminate()
            process.wait(_PATIENCE)


def _owner_cookie(environ: dict[str, str]) -> str:
    """Store an owner who signed in with a passkey just now."""
    app = create_app(Settings.from_environment(environ))
    directory = app.extensions[EXTENSION]
    with directory.database.writing() as session:
        store_account(session, "owner", "owner@directory.example", role="owner")
    cookie = sign_in(app, "owner", datetime.now(UTC), is_strong=True).get_cookie("session")
    directory.close()
    assert cookie
    return cookie.value


def _wait_for(address: str) -> None:
    """Return when the server answers; its socket takes what comes while it begins."""
    for _ in range(_PATIENCE * 10):
        try:
            with urlopen(f"{address}/readyz", timeout=_PATIENCE) as answer:
                assert answer.status == 200
                return
        except OSError:
            time.sleep(0.1)
    raise AssertionError("the server does not answer")
