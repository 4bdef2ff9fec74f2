"""From what each stem is worth, listing by listing, to all listings of each stem.

The entries of each piece of listings are a run, ordered by stem. A long run waits in a file; in
the end all runs are merged a range of stems at a time, so memory stays small however many
listings there are.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

import numpy as np
from numpy.typing import NDArray

from directory.columns import ArraySink, Documents
from directory.columns.bits import from_documents, words_for
from directory.columns.ragged import ends_of

Impacts = NDArray[np.uint16]
_AT_ONCE = 4_000_000  # entries
_LONG = 200_000  # entries
# A stem that one listing in so many has, or more, also gets bits, ranks and its best listings.
FREQUENT = 64
BEST = 2048


@dataclass(frozen=True, slots=True)
class Entries:
    """Which listings have which stems, ordered by stem and document, and what each is worth."""

    stems: NDArray[np.int64]
    documents: Documents
    impacts: Impacts


class _Run:
    """The entries of one piece, in memory or in a file, by where the entries of a stem begin."""

    def __init__(self, entries: Entries, file: IO[bytes] | None) -> None:
        begins = np.flatnonzero(np.diff(entries.stems, prepend=-1))
        self._length = len(entries.stems)
        self._stems, self._starts = entries.stems[begins], np.append(begins, self._length)
        self._file, self._entries = file, entries
        if file:
            self._entries = Entries(entries.stems[:0], entries.documents[:0], entries.impacts[:0])
            self._place = file.seek(0, 2)
            entries.documents.tofile(file)
            entries.impacts.tofile(file)

    def counts(self, first: int, last: int) -> NDArray[np.int64]:
        """Return how many entries each stem of a range has."""
        low, high = np.searchsorted(self._stems, (first, last))
        counts = np.zeros(last - first, np.int64)
        counts[self._stems[low:high] - first] = np.diff(self._starts[low : high + 1])
        return counts

    def read(self, first: int, last: int) -> tuple[Documents, Impacts]:
        """Return the documents and impacts of a range of stems."""
        start, stop = self._starts[np.searchsorted(self._stems, (first, last))].tolist()
        if self._file is None:
            return self._entries.documents[start:stop], self._entries.impacts[start:stop]
        self._file.seek(self._place + 4 * start)
        documents = np.fromfile(self._file, np.uint32, stop - start)
        self._file.seek(self._place + 4 * self._length + 2 * start)
        return documents, np.fromfile(self._file, np.uint16, stop - start)


class Runs:
    """The runs of all pieces so far; long ones go to a file in the folder for it."""

    def __init__(self, spill: Path | None = None) -> None:
        self._spill = spill
        self._runs: list[_Run] = []
        self._file: IO[bytes] | None = None

    def add(self, entries: Entries) -> None:
        """Take in the entries of the next piece."""
        long = self._spill is not None and len(entries.stems) > _LONG
        if long and self._file is None:
            self._file = TemporaryFile(dir=self._spill)  # noqa: SIM115  (open until written)
        self._runs.append(_Run(entries, self._file if long else None))

    def write(self, sink: ArraySink, stems: int, size: int) -> NDArray[np.int64]:
        """Write the listings of each stem by the stems' numbers; return how many each has."""
        totals = np.zeros(stems, np.int64)
        for run in self._runs:
            totals += run.counts(0, stems)
        sink.append("texts.ends", ends_of(totals))
        frequent = np.flatnonzero(totals * FREQUENT >= max(size, 1))
        sink.append("texts.frequent", frequent.astype(np.uint32))
        shape = (0, words_for(size))
        sink.append("texts.rows", np.zeros(shape, np.uint64))
        sink.append("texts.ranks", np.zeros(shape, np.uint32))
        sink.append("texts.best", np.zeros((0, BEST), np.uint32))
        sink.append("texts.documents", np.zeros(0, np.uint32))
        sink.append("texts.impacts", np.zeros(0, np.uint16))
        for first, last in _ranges(totals):
            documents, impacts = self._merged(first, last, totals[first:last])
            sink.append("texts.documents", documents)
            sink.append("texts.impacts", impacts)
            ends = ends_of(totals[first:last])
            for stem in frequent[(first <= frequent) & (frequent < last)] - first:
                part = slice(ends[stem], ends[stem + 1])
                _write_frequent(sink, documents[part], impacts[part], size)
        if self._file:
            self._file.close()
        return totals

    def _merged(
        self, first: int, last: int, totals: NDArray[np.int64]
    ) -> tuple[Documents, Impacts]:
        documents = np.empty(totals.sum(), np.uint32)
        impacts = np.empty(len(documents), np.uint16)
        begin = ends_of(totals)[:-1]
        for run in self._runs:
            counts = run.counts(first, last)
            some_documents, some_impacts = run.read(first, last)
            before = np.cumsum(counts) - counts
            places = np.repeat(begin - before, counts) + np.arange(len(some_documents))
            documents[places], impacts[places] = some_documents, some_impacts
            begin = begin + counts
        return documents, impacts


def _ranges(totals: NDArray[np.int64]) -> Iterator[tuple[int, int]]:
    """Yield ranges of stems with about as many entries as are merged at once."""
    ends = np.cumsum(totals)
    first = 0
    while first < len(totals):
        before = ends[first - 1] if first else 0
        last = int(np.searchsorted(ends, before + _AT_ONCE, side="right"))
        last = max(first + 1, last)
        yield first, last
        first = last


def _write_frequent(sink: ArraySink, documents: Documents, impacts: Impacts, size: int) -> None:
    bits = from_documents(documents, size)
    counts = np.bitwise_count(bits).astype(np.uint32)
    sink.append("texts.rows", bits[np.newaxis])
    sink.append("texts.ranks", (np.cumsum(counts, dtype=np.uint32) - counts)[np.newaxis])
    best = np.full(BEST, 0, np.uint32)
    order = np.argsort(-impacts.astype(np.int32), kind="stable")[:BEST]
    best[: len(order)] = documents[order]
    sink.append("texts.best", best[np.newaxis])
