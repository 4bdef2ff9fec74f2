"""From the terms of each listing to the listings of each term.

The entries of each piece of listings are a run, ordered by term. A long run waits in a file; in
the end all runs are merged a range of terms at a time, so memory stays small however many
listings there are.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

import numpy as np
from numpy.typing import NDArray

from directory.columns import Documents
from directory.columns.ragged import ends_of

Impacts = NDArray[np.uint16]
_AT_ONCE = 4_000_000  # entries
_LONG = 200_000  # entries


@dataclass(frozen=True, slots=True)
class Entries:
    """Which listings have which numbered terms, by term and document, and what each is worth."""

    terms: NDArray[np.int64]
    documents: Documents
    impacts: Impacts


@dataclass(frozen=True, slots=True)
class Merged:
    """The entries of the terms from `first` on; those of each lie between two of the ends."""

    first: int
    ends: NDArray[np.int64]
    documents: Documents
    impacts: Impacts


class _Run:
    """The entries of one piece, in memory or in a file, by where the entries of a term begin."""

    def __init__(self, entries: Entries, file: IO[bytes] | None) -> None:
        begins = np.flatnonzero(np.diff(entries.terms, prepend=-1))
        self._length = len(entries.terms)
        self._terms, self._starts = entries.terms[begins], np.append(begins, self._length)
        self._file = file
        self._documents, self._impacts = entries.documents, entries.impacts
        if file:
            self._place = file.seek(0, 2)
            self._documents.tofile(file)
            self._impacts.tofile(file)
            self._documents, self._impacts = entries.documents[:0], entries.impacts[:0]

    def counts(self, first: int, last: int) -> NDArray[np.int64]:
        """Return how many entries each term of a range has."""
        low, high = np.searchsorted(self._terms, (first, last))
        counts = np.zeros(last - first, np.int64)
        counts[self._terms[low:high] - first] = np.diff(self._starts[low : high + 1])
        return counts

    def read(self, first: int, last: int) -> tuple[Documents, Impacts]:
        """Return the documents and impacts of a range of terms."""
        start, stop = self._starts[np.searchsorted(self._terms, (first, last))].tolist()
        if self._file is None:
            return self._documents[start:stop], self._impacts[start:stop]
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
        long = self._spill is not None and len(entries.terms) > _LONG
        if long and self._file is None:
            self._file = TemporaryFile(dir=self._spill)  # noqa: SIM115  (open until it is read)
        self._runs.append(_Run(entries, self._file if long else None))

    def totals(self, terms: int) -> NDArray[np.int64]:
        """Return how many listings each of so many terms has."""
        return sum((run.counts(0, terms) for run in self._runs), np.zeros(terms, np.int64))

    def merged(self, totals: NDArray[np.int64]) -> Iterator[Merged]:
        """Yield all entries by term, some terms at a time; the runs are gone afterwards."""
        for first, last in _ranges(totals):
            yield self._merged(first, totals[first:last])
        if self._file:
            self._file.close()

    def _merged(self, first: int, totals: NDArray[np.int64]) -> Merged:
        ends = ends_of(totals)
        documents = np.empty(ends[-1], np.uint32)
        impacts = np.empty(ends[-1], np.uint16)
        begin = ends[:-1]
        for run in self._runs:
            counts = run.counts(first, first + len(totals))
            some_documents, some_impacts = run.read(first, first + len(totals))
            before = np.cumsum(counts) - counts
            places = np.repeat(begin - before, counts) + np.arange(len(some_documents))
            documents[places], impacts[places] = some_documents, some_impacts
            begin = begin + counts
        return Merged(first, ends, documents, impacts)


def _ranges(totals: NDArray[np.int64]) -> Iterator[tuple[int, int]]:
    """Yield ranges of terms with about as many entries as are merged at once."""
    ends = np.cumsum(totals)
    first = 0
    while first < len(totals):
        before = ends[first - 1] if first else 0
        last = int(np.searchsorted(ends, before + _AT_ONCE, side="right"))
        last = max(first + 1, last)
        yield first, last
        first = last
