"""Which listings have two common stems side by side, so that few phrases need reading again.

A phrase with a rare word leaves few listings, whose texts are read. Two words that many listings
have leave many; so for the commonest stems every pair of neighbours is written down, and with it
where in the listing it stands.
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from directory.columns import Arrays, ArraySink, Documents
from directory.columns.ragged import ends_of
from directory.search.columns_engine.numbering import BETWEEN
from directory.search.columns_engine.runs import Entries, Runs

_COMMONEST = 1024
_DOCUMENT_BITS, _PLACE_BITS = 24, 16
# The place of a pair that stands in a listing more than once, or too far from its beginning.
SEVERAL = 2**_PLACE_BITS - 1

Places = NDArray[np.uint16]


class PairsBuilder:
    """Takes the streams of pieces of listings; the first tells which stems are common."""

    def __init__(self, spill: Path | None) -> None:
        self._runs = Runs(spill)
        self._common = np.zeros(0, np.uint32)
        self._began = False

    def add(self, stream: NDArray[np.uint32], lengths: NDArray[np.int64], first: int) -> None:
        """Take in the stems of some listings in order, with how many each listing has."""
        if not self._began:
            self._choose_common(stream)
        numbers = _numbers(self._common, stream)
        starts = np.flatnonzero((numbers[:-1] >= 0) & (numbers[1:] >= 0))
        pairs = numbers[starts] * len(self._common) + numbers[starts + 1]
        ends = np.cumsum(lengths)
        documents = np.searchsorted(ends, starts, side="right")
        places = np.minimum(starts - (ends - lengths)[documents], SEVERAL)
        keys = np.sort((((pairs << _DOCUMENT_BITS) | documents) << _PLACE_BITS) | places)
        self._runs.add(_entries(keys, first))

    def _choose_common(self, stream: NDArray[np.uint32]) -> None:
        counts = np.bincount(stream, minlength=BETWEEN + 1)
        counts[BETWEEN] = 0
        commonest = np.argsort(-counts, kind="stable")[:_COMMONEST]
        self._common = np.sort(commonest[counts[commonest] > 0]).astype(np.uint32)
        self._began = True

    def write(self, sink: ArraySink) -> None:
        """Write the listings of each pair."""
        totals = self._runs.totals(len(self._common) ** 2)
        sink.append("pairs.common", self._common)
        sink.append("pairs.ends", ends_of(totals))
        sink.append("pairs.documents", np.zeros(0, np.uint32))
        sink.append("pairs.places", np.zeros(0, np.uint16))
        for part in self._runs.merged(totals):
            sink.append("pairs.documents", part.documents)
            sink.append("pairs.places", part.impacts)


def _entries(keys: NDArray[np.int64], first: int) -> Entries:
    """Return each pair of each listing once, with its place."""
    once, places = keys >> _PLACE_BITS, keys & SEVERAL
    starts = np.flatnonzero(np.diff(once, prepend=-1))
    several = np.diff(starts, append=len(keys)) > 1
    places = np.where(several, SEVERAL, places[starts]).astype(np.uint16)
    documents = (once[starts] & (2**_DOCUMENT_BITS - 1)) + first
    return Entries(once[starts] >> _DOCUMENT_BITS, documents.astype(np.uint32), places)


@dataclass(frozen=True, slots=True)
class Pair:
    """The documents that have a pair, with the place where it stands in each."""

    documents: Documents
    places: Places


class Pairs:
    """The listings of each pair of common stems."""

    def __init__(self, arrays: Arrays) -> None:
        self._common: NDArray[np.uint32] = arrays["pairs.common"]
        self._ends: NDArray[np.int64] = arrays["pairs.ends"]
        self._documents: Documents = arrays["pairs.documents"]
        self._places: Places = arrays["pairs.places"]

    def side_by_side(self, first: int, second: int) -> Pair | None:
        """Return where one stem follows another, or None where they are not both common."""
        one, other = _numbers(self._common, np.array([first, second], np.uint32)).tolist()
        if one < 0 or other < 0:
            return None
        pair = one * len(self._common) + other
        entries = slice(self._ends[pair], self._ends[pair + 1])
        return Pair(self._documents[entries], self._places[entries])


def _numbers(common: NDArray[np.uint32], stems: NDArray[np.uint32]) -> NDArray[np.int64]:
    """Return the places of stems among the common ones, -1 for others."""
    if not len(common):
        return np.full(len(stems), -1, np.int64)
    places = np.searchsorted(common, stems)
    places[places == len(common)] = 0
    return np.where(common[places] == stems, places, -1)
