"""The listings of each stem, and what it is worth in each."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from directory.columns import Arrays, Bits, Documents
from directory.columns.bits import Flags, among, from_documents, holds
from directory.columns.strings import Strings

Scores = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Posting:
    """The documents of one stem with their impacts; a frequent one has bits and ranks as well.

    `ranks` tells for each word of the bits how many documents come before it, and `best` holds the
    documents with the greatest impacts, greatest first. A very frequent one has a `column` too: its
    impact for each document of the set, 0 where it is not.
    """

    documents: Documents
    impacts: NDArray[np.uint16]
    size: int
    row: Bits | None = None
    ranks: NDArray[np.uint32] | None = None
    best: Documents | None = None
    column: NDArray[np.uint16] | None = None

    def bits(self) -> Bits:
        """Return the documents as a set."""
        return from_documents(self.documents, self.size) if self.row is None else self.row

    def holds(self, documents: Documents) -> Flags:
        """Tell of each of some documents whether it has the stem."""
        return among(documents, self.documents) if self.row is None else holds(self.row, documents)

    def worth(self, documents: Documents) -> Scores:
        """Return what the stem is worth in each of some documents, in steps, 0 where it is not."""
        if self.column is not None:
            return self.column[documents].astype(np.float64)
        held = self.holds(documents)
        found = np.zeros(len(documents), np.float64)
        found[held] = self.impacts[self._places(documents[held])]
        return found

    def _places(self, documents: Documents) -> NDArray[np.integer]:
        """Return where documents that have the stem stand among its documents."""
        if self.row is None or self.ranks is None:
            return np.searchsorted(self.documents, documents)
        words = documents >> np.uint32(6)
        below = (np.uint64(1) << (documents & np.uint32(63)).astype(np.uint64)) - np.uint64(1)
        found: NDArray[np.uint32] = self.ranks[words] + np.bitwise_count(self.row[words] & below)
        return found


class Postings:
    """Every stem of the texts."""

    def __init__(self, arrays: Arrays, size: int) -> None:
        self._size = size
        self._words = Strings(arrays, "stems")
        self._numbers: NDArray[np.uint32] = arrays["texts.of_stems"]
        self._ends: NDArray[np.int64] = arrays["texts.ends"]
        self._documents: Documents = arrays["texts.documents"]
        self._impacts: NDArray[np.uint16] = arrays["texts.impacts"]
        self._frequent: NDArray[np.uint32] = arrays["texts.frequent"]
        self._rows: NDArray[np.uint64] = arrays["texts.rows"]
        self._ranks: NDArray[np.uint32] = arrays["texts.ranks"]
        self._best: NDArray[np.uint32] = arrays["texts.best"]
        very: NDArray[np.uint32] = arrays["texts.very_frequent"]
        self._columns = dict(zip(very.tolist(), arrays["texts.columns"], strict=True))

    def number(self, stem: str) -> int | None:
        """Return the number of a stem, or None where no listing has it."""
        place = self._words.number(stem)
        return None if place is None else int(self._numbers[place])

    def of(self, stem: str) -> Posting:
        """Return the listings of a stem, which may be none."""
        number = self.number(stem)
        if number is None:
            return Posting(self._documents[:0], self._impacts[:0], self._size)
        start, stop = self._ends[number : number + 2].tolist()
        part = slice(start, stop)
        documents, impacts = self._documents[part], self._impacts[part]
        place = int(np.searchsorted(self._frequent, number))
        if place == len(self._frequent) or self._frequent[place] != number:
            return Posting(documents, impacts, self._size)
        return Posting(
            documents,
            impacts,
            self._size,
            self._rows[place],
            self._ranks[place],
            self._best[place][: len(documents)],
            self._columns.get(number),
        )
