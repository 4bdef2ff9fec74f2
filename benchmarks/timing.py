"""Timing: percentiles of samples, and iterators whose own time is left out."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from math import ceil
from time import perf_counter
from typing import Any, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Percentiles:
    """Milliseconds; each is a sample that was measured."""

    p50: float
    p95: float
    p99: float
    samples: int

    @classmethod
    def of(cls, seconds: Sequence[float]) -> "Percentiles":
        """Take them from samples in seconds, by nearest rank."""
        ordered = sorted(seconds)

        def at(share: float) -> float:
            return ordered[max(0, ceil(share * len(ordered)) - 1)] * 1000

        return cls(at(0.5), at(0.95), at(0.99), len(ordered))

    def document(self) -> dict[str, Any]:
        """Return them as JSON holds them."""
        return asdict(self)


class Feed(Iterable[T]):
    """Passes items on, and adds up the time that making them took."""

    def __init__(self, items: Iterable[T]) -> None:
        self._items = iter(items)
        self.seconds = 0.0
        self.count = 0

    def __iter__(self) -> Iterator[T]:
        while True:
            began = perf_counter()
            try:
                item = next(self._items)
            except StopIteration:
                return
            finally:
                self.seconds += perf_counter() - began
            self.count += 1
            yield item
