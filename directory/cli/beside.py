"""A worker beside a server on one machine, which ends with it however it ends."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

_PATIENCE = 10  # seconds
_AT_ONCE = 1024  # bytes


@contextmanager
def worker_beside() -> Iterator[None]:
    """Run a worker as long as this process lives, even if it is killed."""
    command = [sys.executable, "-m", "directory", "worker", "--beside"]
    with subprocess.Popen(command, stdin=subprocess.PIPE) as worker:  # noqa: S603  (our own)
        try:
            yield
        finally:
            worker.terminate()
            worker.wait(_PATIENCE)


def stop_with_input(stop: Event) -> None:
    """Say stop when whoever began this process is gone, and its end of standard input with it."""

    def listen() -> None:
        while os.read(0, _AT_ONCE):  # past Python's buffer, whose lock would outlive the worker
            pass
        stop.set()

    Thread(target=listen, daemon=True).start()
