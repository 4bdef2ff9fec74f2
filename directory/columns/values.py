"""The coded facts of listings on one day: who has a code, and how many of some have each."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from directory.columns.bits import Bits, Documents, among, empty, from_documents, holds
from directory.columns.codes import FACET_CODES, NUMBERS, range_of
from directory.columns.files import Arrays
from directory.columns.ragged import places

Counts = NDArray[np.int64]
_AT_ONCE = 1024  # words of each row, so that a block stays in the cache of the processor


class Values:
    """The codes of the documents below a size.

    A frequent code is a row of bits, a rare one a list of documents. A code that has ended by the
    day stays in both and is taken off again, since few end between two builds.
    """

    def __init__(self, arrays: Arrays, size: int, today: int) -> None:
        self._size = size
        self._rows: NDArray[np.uint64] = arrays["values.rows"]
        self._row_ends: NDArray[np.int64] = arrays["values.row_ends"]
        self._listed: Documents = arrays["values.listed"]
        self._listed_ends: NDArray[np.int64] = arrays["values.listed_ends"]
        self._totals: NDArray[np.uint32] = arrays["values.totals"]
        self._codes: NDArray[np.uint16] = arrays["values.codes"]
        self._ends: NDArray[np.int64] = arrays["values.ends"]
        over = int(np.searchsorted(arrays["values.end_days"], today))
        order = np.argsort(arrays["values.end_codes"][:over], kind="stable")
        self._ended_codes: NDArray[np.uint32] = arrays["values.end_codes"][:over][order]
        self._ended: Documents = arrays["values.end_documents"][:over][order]

    def having(self, field: str, codes: Iterable[str]) -> Bits:
        """Return the documents that have any of the codes of a field; unknown codes have none."""
        found = empty(self._size)
        for code in codes:
            if code in NUMBERS[field]:
                found |= self._bits(NUMBERS[field][code])
        return found

    def total(self, field: str, code: str) -> int:
        """Return how many documents have a code, the ended ones included."""
        return int(self._totals[NUMBERS[field][code]])

    def _bits(self, number: int) -> Bits:
        row = self._row_ends[number]
        if row < self._row_ends[number + 1]:
            bits: Bits = self._rows[row]
        else:
            listed = self._listed[self._listed_ends[number] : self._listed_ends[number + 1]]
            bits = from_documents(listed, self._size)
        ended = self._ended_of(number)
        return bits & ~from_documents(ended, self._size) if len(ended) else bits

    def _ended_of(self, number: int) -> Documents:
        first, last = np.searchsorted(self._ended_codes, (number, number + 1))
        return self._ended[first:last]

    def counts(self, field: str, among_bits: Bits) -> Counts:
        """Return how many of some documents have each code of a field."""
        codes = range_of(field)
        found = np.zeros(codes.stop - codes.start, np.int64)
        ends = self._row_ends[codes.start : codes.stop + 1]
        found[np.diff(ends) > 0] = _counts_by_row(self._rows[ends[0] : ends[-1]], among_bits)
        found += self._counts_by_list(codes, among_bits)
        first, last = np.searchsorted(self._ended_codes, (codes.start, codes.stop))
        if first < last:
            ended = holds(among_bits, self._ended[first:last])
            gone = self._ended_codes[first:last][ended] - codes.start
            found -= np.bincount(gone, minlength=len(found))
        return found

    def _counts_by_list(self, codes: slice, among_bits: Bits) -> Counts:
        ends = self._listed_ends[codes.start : codes.stop + 1]
        held = np.zeros(ends[-1] - ends[0] + 1, np.int64)
        np.cumsum(holds(among_bits, self._listed[ends[0] : ends[-1]]), out=held[1:])
        found: Counts = np.diff(held[ends - ends[0]])
        return found

    def counts_of_all(self, documents: Documents) -> Counts:
        """Return how many of a few documents have each code of the facets."""
        entries, _ = places(self._ends, documents)
        found = np.bincount(self._codes[entries], minlength=FACET_CODES)
        if len(self._ended):
            ended = among(self._ended, documents) & (self._ended_codes < FACET_CODES)
            found -= np.bincount(self._ended_codes[ended], minlength=FACET_CODES)
        return found


def _counts_by_row(rows: NDArray[np.uint64], bits: Bits) -> Counts:
    found = np.zeros(len(rows), np.int64)
    for start in range(0, len(bits), _AT_ONCE):
        words = slice(start, start + _AT_ONCE)
        found += np.bitwise_count(rows[:, words] & bits[words]).sum(axis=1, dtype=np.int64)
    return found
