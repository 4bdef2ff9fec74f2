"""The coded facts of listings on one day: who has a code, and how many of some have each."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from directory.columns.bits import Bits, Documents, empty, from_documents, holds
from directory.columns.codes import ALL_CODES, COUNTED_CODES, NUMBERS, range_of
from directory.columns.files import Arrays
from directory.columns.ragged import places

Counts = NDArray[np.int64]
_AT_ONCE = 1 << 15  # words of rows, so that what is between stays in the processor's cache


@dataclass(frozen=True, slots=True)
class _Field:
    """Where the codes of one field are: its frequent ones, its rare ones, and those that ended."""

    codes: int
    frequent: NDArray[np.intp]
    rows: NDArray[np.uint64]
    listed: Documents
    ends: NDArray[np.int64]
    ended: Documents
    ended_codes: NDArray[np.int64]


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
        starts = np.searchsorted(self._ended_codes, np.arange(ALL_CODES + 1))
        self._ended_starts: list[int] = starts.tolist()
        self._ended: Documents = arrays["values.end_documents"][:over][order]
        counted = np.flatnonzero(self._ended_codes < COUNTED_CODES)
        by_document = counted[np.argsort(self._ended[counted], kind="stable")]
        self._ended_in_order = self._ended[by_document]
        self._codes_in_order = self._ended_codes[by_document]
        self._fields: dict[str, _Field] = {}

    def having(self, field: str, codes: Iterable[str]) -> Bits:
        """Return the documents that have any of the codes of a field; unknown codes have none."""
        found = empty(self._size)
        listed = []
        for number in (NUMBERS[field][code] for code in codes if code in NUMBERS[field]):
            if self._row_ends[number] < self._row_ends[number + 1]:
                found |= self._row(number)
            else:
                listed.append(self._list(number))
        if listed:
            found |= from_documents(np.concatenate(listed), self._size)
        return found

    def total(self, field: str, code: str) -> int:
        """Return how many documents have a code, the ended ones included."""
        return int(self._totals[NUMBERS[field][code]])

    def _row(self, number: int) -> Bits:
        bits: Bits = self._rows[self._row_ends[number]]
        ended = self._ended_of(number)
        return bits & ~from_documents(ended, self._size) if len(ended) else bits

    def _list(self, number: int) -> Documents:
        listed = self._listed[self._listed_ends[number] : self._listed_ends[number + 1]]
        ended = self._ended_of(number)
        return listed[~np.isin(listed, ended)] if len(ended) else listed

    def _ended_of(self, number: int) -> Documents:
        return self._ended[self._ended_starts[number] : self._ended_starts[number + 1]]

    def counts(self, field: str, among_bits: Bits) -> Counts:
        """Return how many of some documents have each code of a field."""
        where = self._fields.get(field) or self._fields.setdefault(field, self._where(field))
        found = np.zeros(where.codes, np.int64)
        found[where.frequent] = _counts_by_row(where.rows, among_bits)
        if len(where.listed):
            held = np.zeros(len(where.listed) + 1, np.int64)
            np.cumsum(holds(among_bits, where.listed), out=held[1:])
            found += np.diff(held[where.ends])
        if len(where.ended):
            gone = where.ended_codes[holds(among_bits, where.ended)]
            found -= np.bincount(gone, minlength=where.codes)
        return found

    def _where(self, field: str) -> _Field:
        codes = range_of(field)
        rows = self._row_ends[codes.start : codes.stop + 1]
        ends = self._listed_ends[codes.start : codes.stop + 1]
        first, last = self._ended_starts[codes.start], self._ended_starts[codes.stop]
        return _Field(
            codes=codes.stop - codes.start,
            frequent=np.flatnonzero(np.diff(rows)),
            rows=self._rows[rows[0] : rows[-1]],
            listed=self._listed[ends[0] : ends[-1]],
            ends=ends - ends[0],
            ended=self._ended[first:last],
            ended_codes=self._ended_codes[first:last].astype(np.int64) - codes.start,
        )

    def counts_of_all(self, documents: Documents) -> Counts:
        """Return how many of a few documents have each code of the facets."""
        entries, _ = places(self._ends, documents)
        found = np.bincount(self._codes[entries], minlength=COUNTED_CODES)
        first, last = np.searchsorted(self._ended_in_order, (documents, documents + np.uint32(1)))
        for some in map(slice, *(ends[last > first].tolist() for ends in (first, last))):
            np.subtract.at(found, self._codes_in_order[some], 1)
        return found


def _counts_by_row(rows: NDArray[np.uint64], bits: Bits) -> Counts:
    found = np.zeros(len(rows), np.int64)
    step = max(1, _AT_ONCE // max(1, len(bits)))
    for start in range(0, len(rows), step):
        some = slice(start, start + step)
        found[some] = np.bitwise_count(rows[some] & bits).sum(axis=1, dtype=np.uint32)
    return found
