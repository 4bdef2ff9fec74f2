"""What an operator's edition may replace, and how what is derived from it is forgotten.

Everybody imports a vocabulary by its name, so the objects stay and what they hold is replaced here.
What is worked out from them is worked out again when another edition comes into force.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Any, Generic, ParamSpec, TypeVar, cast

P = ParamSpec("P")
R = TypeVar("R")
T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

_DERIVED: list[Callable[[], None]] = []


def per_edition(function: Callable[P, R]) -> Callable[P, R]:
    """Keep what a function returned, until another edition comes into force."""
    kept = cache(cast(Callable[..., Any], function))
    _DERIVED.append(kept.cache_clear)
    return cast(Callable[P, R], kept)


def forget_derived() -> None:
    """Forget everything that was worked out from the edition before."""
    for forget in _DERIVED:
        forget()


class InForce(Generic[T]):
    """One value that an edition may replace; `base` is the one that ships."""

    def __init__(self, base: T) -> None:
        self.base = base
        self._now = base

    def __call__(self) -> T:
        """Return the value in force."""
        return self._now

    def put(self, value: T) -> None:
        """Bring another value into force."""
        self._now = value


class Listed(Sequence[T_co]):
    """A sequence that an edition may replace; `base` is the one that ships."""

    def __init__(self, base: Sequence[T_co]) -> None:
        self.base = tuple(base)
        self._now = self.base

    def __getitem__(self, place: Any) -> Any:
        return self._now[place]

    def __len__(self) -> int:
        return len(self._now)

    def __iter__(self) -> Iterator[T_co]:
        return iter(self._now)

    def put(self, items: Sequence[Any]) -> None:
        """Bring other items into force."""
        self._now = tuple(items)
