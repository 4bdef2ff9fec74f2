"""Sets of documents as bits: bit d % 64 of word d // 64 stands for document d."""

from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

Bits = NDArray[np.uint64]
Documents = NDArray[np.uint32]
Flags = NDArray[np.bool_]
# Documents in any order and type; numpy reads fastest by np.intp.
Numbered = NDArray[np.integer[Any]]
Whole = TypeVar("Whole", bound=np.integer[Any])


def words_for(size: int) -> int:
    """Return how many words hold a set of documents below a size."""
    return (size + 63) // 64


def empty(size: int) -> Bits:
    """Return the set without a member."""
    return np.zeros(words_for(size), np.uint64)


def full(size: int) -> Bits:
    """Return the set of all documents below a size."""
    return from_flags(np.arange(words_for(size) * 64) < size)


def from_flags(flags: Flags) -> Bits:
    """Return the set of the documents whose flag is up; the flags fill whole words."""
    return np.packbits(flags, bitorder="little").view(np.uint64)


def from_documents(documents: Documents, size: int) -> Bits:
    """Return the set of some documents below a size."""
    flags = np.zeros(words_for(size) * 64, np.bool_)
    flags[documents] = True
    return from_flags(flags)


def members(bits: Bits) -> Documents:
    """Return the documents of a set, lowest first; words without any cost next to nothing."""
    words = np.flatnonzero(bits)
    places = np.flatnonzero(flags_of(bits[words]))
    found: Documents = ((words[places >> 6] << 6) | (places & 63)).astype(np.uint32)
    return found


def flags_of(bits: Bits) -> Flags:
    """Return a flag for each document, whole words of them."""
    return np.unpackbits(bits.view(np.uint8), bitorder="little").view(np.bool_)


def count(bits: Bits) -> int:
    """Return how many documents a set has."""
    return int(np.bitwise_count(bits).sum(dtype=np.int64))


def taken_out(bits: Bits, documents: Documents) -> Bits:
    """Return a set without a few documents."""
    left = bits.copy()
    masks = ~(np.uint64(1) << (documents & 63).astype(np.uint64))
    np.bitwise_and.at(left, documents >> 6, masks)
    return left


def holds(bits: Bits, documents: Numbered) -> Flags:
    """Tell of each document whether a set has it."""
    octets = bits.view(np.uint8).take(documents >> 3)
    shifts = (documents & 7).astype(np.uint8)
    flags: Flags = ((octets >> shifts) & np.uint8(1)).view(np.bool_)
    return flags


def among(some: Documents, documents: Documents) -> Flags:
    """Tell of each of some documents whether an ordered array has it."""
    if not len(documents):
        return np.zeros(len(some), np.bool_)
    places = np.searchsorted(documents, some)
    places[places == len(documents)] = 0
    found: Flags = documents[places] == some
    return found


def each_once(numbers: NDArray[Whole]) -> NDArray[Whole]:
    """Return numbers in order, each once; quicker than NumPy's own way, which hashes them."""
    ordered = np.sort(numbers)
    is_new = np.ones(len(ordered), np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=is_new[1:])
    return ordered[is_new]
