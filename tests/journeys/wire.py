"""A real server process, and a visitor who notes every byte that goes over the wire."""

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from pathlib import Path
from typing import Any
from urllib.parse import urlencode


@dataclass(frozen=True)
class Answer:
    """What the server answered."""

    status_code: int
    location: str
    text: str

    def get_data(self, as_text: bool) -> str:
        assert as_text
        return self.text


@dataclass
class Visitor:
    """A browser without JavaScript, as far as tests.web.walking needs one."""

    port: int
    cookies: dict[str, str] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    headers: list[str] = field(default_factory=list)

    def get(self, address: str) -> Answer:
        return self._ask("GET", address, None)

    def post(self, address: str, data: Mapping[str, Any]) -> Answer:
        return self._ask("POST", address, urlencode(data, doseq=True))

    def _ask(self, method: str, address: str, body: str | None) -> Answer:
        self.asked.append(f"{method} {address}")
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        connection = http.client.HTTPConnection("127.0.0.1", self.port)
        try:
            connection.request(method, address, body, headers)
            response = connection.getresponse()
            text = response.read().decode()
        finally:
            connection.close()
        for name, value in response.getheaders():
            self.headers.append(f"{name}: {value}")
            if name.lower() == "set-cookie":
                self._keep(SimpleCookie(value))
        return Answer(response.status, response.getheader("Location") or "", text)

    def _keep(self, sent: SimpleCookie) -> None:
        for name, morsel in sent.items():
            if morsel["max-age"] == "0" or "1970" in morsel["expires"]:
                self.cookies.pop(name, None)
            else:
                self.cookies[name] = morsel.value


@contextmanager
def served(instance: Path, said: Path) -> Iterator[int]:
    """Serve demo listings with a process of their own; what it says goes into a file."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    own = {"INSTANCE_PATH": str(instance), "DIRECTORY_ENV": "development", "RATE_LIMIT": "off"}
    with said.open("wb") as output:
        server = subprocess.Popen(
            [sys.executable, "-m", "directory", "serve", "--prepare"],
            env={**os.environ, **own, "PORT": str(port)},
            stdout=output,
            stderr=output,
        )
        try:
            _wait_for(port, server)
            yield port
        finally:
            server.terminate()
            server.wait(timeout=30)


def _wait_for(port: int, server: subprocess.Popen[bytes]) -> None:
    for _ in range(600):
        assert server.poll() is None, "the server ended"
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise AssertionError("the server does not answer")
