"""Sets of documents as whole numbers: bit n stands for document n."""

from collections.abc import Iterable, Iterator

Bitset = int


def bitset(documents: Iterable[int], size: int) -> Bitset:
    """Return the set of some document numbers below a size."""
    bits = bytearray(size // 8 + 1)
    for number in documents:
        bits[number // 8] |= 1 << number % 8
    return int.from_bytes(bits, "little")


def members(bits: Bitset) -> Iterator[int]:
    """Yield the document numbers of a set, lowest first."""
    for position, byte in enumerate(bits.to_bytes((bits.bit_length() + 7) // 8, "little")):
        if byte:
            yield from (position * 8 + bit for bit in range(8) if byte >> bit & 1)
