"""From the terms of each listing to the listings of each term.

The entries of each piece of listings are a run, ordered by term. A long run waits in a file; in
the end all runs are merged a range of terms at a time, so memory stays small however many
listings there are.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any

import numpy as np
from numpy.typing import NDArray

from directory.columns import Documents
from directory.columns.ragged import ends_of

Impacts = NDArray[np.uint16]
_AT_ONCE = 4_000_000  # entries
_LONG = 200_000  # entries
_STEP = 64  # terms


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
    """The entries of one piece, in memory or in a file; it can be read from every 64th term on."""

    def __init__(self, entries: Entries, file: IO[bytes] | None) -> None:
        begins = np.flatnonzero(np.diff(entries.terms, prepend=-1))
        terms = entries.terms[begins]
        steps = np.arange(0, terms[-1] + 2 * _STEP if len(terms) else 1, _STEP)
        self._places = np.searchsorted(terms, steps).astype(np.uint32)
        starts = np.append(begins, len(entries.terms)).astype(np.uint32)
        parts = (terms.astype(np.uint32), starts, entries.documents, entries.impacts)
        self._parts: list[Any] = [_Filed(part, file) if file else part for part in parts]

    def read(self, first: int, last: int) -> tuple[NDArray[np.int64], Documents, Impacts]:
        """Return how many entries each term of a range has, their documents and their impacts."""
        low, high = (int(self._places[self._step(term)]) for term in (first, last))
        terms, all_starts, documents, impacts = self._parts
        starts = all_starts[low : high + 1].astype(np.int64)
        counts = np.zeros(last - first, np.int64)
        counts[terms[low:high].astype(np.int64) - first] = np.diff(starts)
        entries = slice(int(starts[0]), int(starts[-1]))
        return counts, documents[entries], impacts[entries]

    def _step(self, term: int) -> int:
        return min(-(-term // _STEP), len(self._places) - 1)


class _Filed:
    """An array that waits in a file and is read in slices."""

    def __init__(self, array: NDArray[Any], file: IO[bytes]) -> None:
        self._file, self._dtype, self._place = file, array.dtype, file.seek(0, 2)
        array.tofile(file)

    def __getitem__(self, part: slice) -> NDArray[Any]:
        self._file.seek(self._place + part.start * self._dtype.itemsize)
        return np.fromfile(self._file, self._dtype, part.stop - part.start)


class Runs:
    """The runs of all pieces so far; long ones go to a file in the folder for it."""

    def __init__(self, spill: Path | None = None) -> None:
        self._spill = spill
        self._runs: list[_Run] = []
        self._totals = np.zeros(0, np.int64)
        self._file: IO[bytes] | None = None

    def add(self, entries: Entries) -> None:
        """Take in the entries of the next piece."""
        long = self._spill is not None and len(entries.terms) > _LONG
        if long and self._file is None:
            self._file = TemporaryFile(dir=self._spill)  # noqa: SIM115  (open until it is read)
        self._runs.append(_Run(entries, self._file if long else None))
        counts = np.bincount(entries.terms, minlength=len(self._totals))
        counts[: len(self._totals)] += self._totals
        self._totals = counts

    def totals(self, terms: int) -> NDArray[np.int64]:
        """Return how many listings each of so many terms has."""
        totals = np.zeros(terms, np.int64)
        totals[: len(self._totals)] = self._totals
        return totals

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
            counts, some_documents, some_impacts = run.read(first, first + len(totals))
            before = np.cumsum(counts) - counts
            places = np.repeat(begin - before, counts) + np.arange(len(some_documents))
            documents[places], impacts[places] = some_documents, some_impacts
            begin = begin + counts
        return Merged(first, ends, documents, impacts)


def _ranges(totals: NDArray[np.int64]) -> Iterator[tuple[int, int]]:
    """Yield ranges of terms, whole steps of them, with about as many entries as fit at once."""
    ends = np.cumsum(totals)
    first = 0
    while first < len(totals):
        before = ends[first - 1] if first else 0
        last = int(np.searchsorted(ends, before + _AT_ONCE, side="right"))
        last = min(max(last // _STEP * _STEP, first + _STEP), len(totals))
        yield first, last
        first = last
