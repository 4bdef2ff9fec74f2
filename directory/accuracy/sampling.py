"""Whom to call: a simple random sample that anybody can draw again from its seed.

Every listing has a place in an order that only the seed decides: by the SHA-256 of the seed and
its id. The first of that order are the sample. So nobody picks, each listing is as likely as any
other, and asking for more keeps those drawn already (docs/adr/0060).
"""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from hashlib import sha256
from heapq import nsmallest


@dataclass(frozen=True, slots=True)
class Drawn:
    """The ids that were drawn, in their order, and among how many."""

    ids: tuple[str, ...]
    population: int


def draw(
    seed: str, ids: Iterable[str], size: int, without: AbstractSet[str] = frozenset()
) -> Drawn:
    """Draw so many of these ids, or all where there are fewer.

    Those `without` are counted and not drawn. Ids are taken one at a time: a million cost no
    memory.
    """
    population = 0

    def eligible() -> Iterable[str]:
        nonlocal population
        for id in ids:
            population += 1
            if id not in without:
                yield id

    # One at least, for with none wanted they would not be counted.
    chosen = nsmallest(max(size, 1), eligible(), key=lambda id: _place(seed, id))
    return Drawn(tuple(chosen[:size]), population)


def drawn_one(seed: str, id: str, codes: Sequence[str]) -> str:
    """Draw one of a listing's codes, which are not empty; their order does not matter."""
    return min(codes, key=lambda code: _place(seed, f"{id} {code}"))


def _place(seed: str, id: str) -> bytes:
    return sha256(f"{seed}\n{id}".encode()).digest()
