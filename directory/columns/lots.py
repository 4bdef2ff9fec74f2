"""A number for each id, from which its lots are drawn."""

from hashlib import sha256
from typing import Any, TypeVar

from numpy.typing import NDArray

LOT_BITS = 48
# One number, or many in an array.
Lots = TypeVar("Lots", int, NDArray[Any])
_WORD = 2**64 - 1
_MIX = (0xBF58476D1CE4E5B9, 0x94D049BB133111EB)


def lot_number(text: str) -> int:
    """Return 64 bits that stand for an id, or for any other text."""
    return int.from_bytes(sha256(text.encode()).digest()[:8], "little")


def draw(numbers: Lots, seed: int) -> Lots:
    """Return the lots that numbers draw with a seed of 64 bits, LOT_BITS wide.

    Source of the mixing: SplitMix64 (Steele, Lea, Flood 2014).
    """
    mixed = numbers ^ seed
    for shift, factor in zip((30, 27), _MIX, strict=True):
        mixed = (mixed ^ (mixed >> shift)) * factor & _WORD
    lots: Lots = (mixed ^ (mixed >> 31)) >> (64 - LOT_BITS)
    return lots
