"""Repeatable chance: every draw comes from a named source with a fixed seed."""

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from random import Random
from typing import Any, TypeVar

SEED = "providers-1"
HERE = Path(__file__).parent

T = TypeVar("T")


def source_of(topic: str, key: object = "") -> Random:
    """Return the source of chance for one topic, the same in every run."""
    return Random(f"{SEED}/{topic}/{key}")


def read_json(name: str) -> dict[str, Any]:
    """Read one of the word lists beside this module."""
    loaded: dict[str, Any] = json.loads((HERE / name).read_text(encoding="utf-8"))
    return loaded


def pick(chance: Random, weights: Mapping[str, float]) -> str:
    """Draw one key by its weight."""
    return chance.choices(list(weights), list(weights.values()))[0]


def some(chance: Random, items: Iterable[T], low: int, high: int) -> list[T]:
    """Draw between `low` and `high` different items, in the order given."""
    pool = list(items)
    count = min(len(pool), chance.randint(low, high))
    drawn = set(chance.sample(range(len(pool)), count))
    return [item for place, item in enumerate(pool) if place in drawn]


def rarest(chance: Random, items: Sequence[T], counts: Mapping[T, int], count: int) -> list[T]:
    """Draw different items, those drawn least so far most often."""
    pool = list(items)
    drawn: list[T] = []
    while pool and len(drawn) < count:
        weights = [1 / (8 + counts.get(item, 0)) for item in pool]
        drawn.append(pool.pop(chance.choices(range(len(pool)), weights)[0]))
    return drawn


def age(days: int) -> str:
    """Write a date as days from the day of seeding: -12d is 12 days ago, +400d in 400 days."""
    return f"+{days}d" if days > 0 else f"-{-days}d"
