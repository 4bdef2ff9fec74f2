"""Running each measurement in a fresh process, so that none warms or fattens another."""

from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from typing import ParamSpec, Protocol, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class Processes(Protocol):
    """Where measurements run."""

    def start(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> "Future[T]":
        """Start a function."""

    def run(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run a function, and return what it returns."""


class Fresh:
    """Each function in a fresh process of its own."""

    def start(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> "Future[T]":
        """Start a function in a fresh process."""
        pool = ProcessPoolExecutor(max_workers=1, mp_context=get_context("spawn"))
        future = pool.submit(function, *args, **kwargs)
        pool.shutdown(wait=False)
        return future

    def run(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run a function in a fresh process, and return what it returns."""
        return self.start(function, *args, **kwargs).result()


class Here:
    """Every function at once in this process, for trying the harness out."""

    def start(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> "Future[T]":
        """Run a function, and return what it returned as a future."""
        future: Future[T] = Future()
        future.set_result(function(*args, **kwargs))
        return future

    def run(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run a function, and return what it returns."""
        return function(*args, **kwargs)
