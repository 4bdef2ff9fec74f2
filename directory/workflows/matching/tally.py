"""Counting without waiting: sums by day, added up in memory and written now and then."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from datetime import date
from threading import Lock, Thread
from time import monotonic
from typing import Any, Generic, TypeVar

from directory.errors import Unusable

Key = TypeVar("Key", bound=Hashable)
_SECONDS = 60.0  # between two writings
_MANY = 10_000  # sums that wait to be written


class Tally(Generic[Key]):
    """One counter for all threads of a process; nothing about a request ever enters it.

    Adding touches memory alone. A thread of its own writes sums now and then, so no answer waits
    for the database, and what a crash takes is a minute of counting.
    """

    def __init__(self, write: Callable[[Mapping[date, Mapping[Key, float]]], None]) -> None:
        self._write = write
        self._counting, self._writing = Lock(), Lock()
        self._sums: defaultdict[date, defaultdict[Key, float]] = _nothing()
        self._written_at = monotonic()
        self._writer: Thread | None = None

    def add(self, day: date, amounts: Iterable[tuple[Key, float]]) -> None:
        """Add to the sums of a day."""
        with self._counting:
            for key, amount in amounts:
                self._sums[day][key] += amount
            if self._is_due():
                self._written_at = monotonic()
                self._writer = Thread(target=self.write, daemon=True)
                self._writer.start()

    def write(self) -> None:
        """Write what was counted; where the database is busy for long, it is kept in mind."""
        if self._sums:
            self.write_by(self._write)

    def write_by(self, write: Callable[[Mapping[date, Mapping[Key, float]]], None]) -> None:
        """Write what was counted in another way, also where nothing was counted."""
        with self._writing:
            with self._counting:
                sums, self._sums = self._sums, _nothing()
            try:
                write(sums)
            except Unusable:
                self._take_back(sums)

    def close(self) -> None:
        """Write what was counted, for nothing comes after it."""
        if self._writer:
            self._writer.join()
        self.write()

    def _is_due(self) -> bool:
        is_late = monotonic() - self._written_at >= _SECONDS
        is_much = sum(map(len, self._sums.values())) >= _MANY
        is_busy = self._writer is not None and self._writer.is_alive()
        return (is_late or is_much) and not is_busy

    def _take_back(self, sums: Mapping[date, Mapping[Key, float]]) -> None:
        with self._counting:
            for day, amounts in sums.items():
                for key, amount in amounts.items():
                    self._sums[day][key] += amount


def _nothing() -> defaultdict[date, defaultdict[Any, float]]:
    return defaultdict(lambda: defaultdict(float))
