"""End to end over HTTP: the search page and the API on a loopback port, beside the engine alone."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from http.client import HTTPConnection
from pathlib import Path
from statistics import median
from time import perf_counter, sleep
from typing import Any
from urllib.parse import urlencode

from benchmarks.questions import Question
from benchmarks.store import environment, opened
from benchmarks.timing import Percentiles
from directory.web.parameters import SearchParameters

_PATHS = {"page": "/search", "api": "/api/v1/providers"}
_ROUNDS = 4
_PATIENCE_SECONDS = 60.0


def over_http(
    folder: Path, engine: str, today: date, questions: Sequence[Question], budget: float
) -> dict[str, Any]:
    """Return for page and API the time in all, and what is over the engine's own time."""
    addresses = [urlencode(_parameters(question), doseq=True) for question in questions]
    own = _engine_seconds(folder, engine, today, questions, budget)
    found: dict[str, Any] = {"engine": Percentiles.of(own).document()}
    with _served(folder, engine) as connection:
        for name, path in _PATHS.items():
            seconds = _request_seconds(connection, path, addresses[: len(own)])
            over = [whole - part for whole, part in zip(seconds, own, strict=True)]
            found[name] = Percentiles.of(seconds).document()
            found[f"{name}_over_engine"] = Percentiles.of(over).document()
    return found


def _parameters(question: Question) -> dict[str, Any]:
    search = question.search
    filters = {
        name: values if name != "state" else values[0] for name, values in search.filters.items()
    }
    return {"q": search.text, **filters} if search.text else filters


def _engine_seconds(
    folder: Path, engine: str, today: date, questions: Sequence[Question], budget: float
) -> list[float]:
    """Return the median time of the engine for each question, as the page asks it."""
    found = []
    ends = perf_counter() + budget
    with opened(folder, engine, today) as directory:
        for question in questions:
            if perf_counter() > ends and found:
                break
            parameters = {
                name: [*value] if isinstance(value, tuple) else value
                for name, value in _parameters(question).items()
            }
            query = SearchParameters.model_validate(parameters).query()
            found.append(_median_seconds(lambda query=query: directory.engine.search(query)))
    return found


def _median_seconds(call: Any) -> float:
    samples = []
    for _ in range(_ROUNDS):
        began = perf_counter()
        call()
        samples.append(perf_counter() - began)
    return median(samples[1:])


def _request_seconds(
    connection: HTTPConnection, path: str, addresses: Sequence[str]
) -> list[float]:
    def get(address: str) -> None:
        connection.request("GET", f"{path}?{address}")
        answer = connection.getresponse()
        answer.read()
        if answer.status != 200:
            raise ValueError(f"{path}?{address} answered {answer.status}")

    return [_median_seconds(lambda address=address: get(address)) for address in addresses]


@contextmanager
def _served(folder: Path, engine: str) -> Iterator[HTTPConnection]:
    """Serve a directory as `directory serve` does, and connect to it."""
    port = _free_port()
    server = subprocess.Popen(
        [sys.executable, "-m", "directory", "serve"],
        env=os.environ | environment(folder, engine, port),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield _connected(port)
    finally:
        server.terminate()
        server.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _connected(port: int) -> HTTPConnection:
    ends = perf_counter() + _PATIENCE_SECONDS
    while True:
        connection = HTTPConnection("127.0.0.1", port, timeout=_PATIENCE_SECONDS)
        try:
            connection.request("GET", "/readyz")
            connection.getresponse().read()
        except OSError:
            if perf_counter() > ends:
                raise
            sleep(0.1)
        else:
            return connection
