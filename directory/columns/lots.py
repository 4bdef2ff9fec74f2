"""A number for each id, from which its lot of a day is drawn."""

from datetime import date
from hashlib import sha256
from typing import Any, TypeVar

from numpy.typing import NDArray

from directory.columns.days import day_number

LOT_BITS = 48
# One number, or many in an array.
Lots = TypeVar("Lots", int, NDArray[Any])
_WORD = 2**64 - 1
_MIX = (0xBF58476D1CE4E5B9, 0x94D049BB133111EB)


def lot_number(id: str) -> int:
    """Return 64 bits that stand for an id."""
    return int.from_bytes(sha256(id.encode()).digest()[:8], "little")


def draw(numbers: Lots, today: date) -> Lots:
    """Return the lots that numbers draw on a day, LOT_BITS wide: fair over many days.

    Source of the mixing: SplitMix64 (Steele, Lea, Flood 2014).
    """
    mixed = numbers ^ (day_number(today) * 0x9E3779B97F4A7C15 & _WORD)
    for shift, factor in zip((30, 27), _MIX, strict=True):
        mixed = (mixed ^ (mixed >> shift)) * factor & _WORD
    lots: Lots = (mixed ^ (mixed >> 31)) >> (64 - LOT_BITS)
    return lots
