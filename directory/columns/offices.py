"""The ZIP codes of the places where listings see people, and so their towns."""

from collections.abc import Sequence
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from directory.columns.bits import Bits, Documents, each_once, from_documents
from directory.columns.facts import sees_people, zips_of
from directory.columns.files import Arrays, ArraySink
from directory.columns.ragged import ends_of, places
from directory.geography.towns import NO_TOWN, TownNumbers, ZipNumbers
from directory.providers import Provider


class OfficesBuilder:
    """Takes the places of listings; who meets from afar alone has none here."""

    def __init__(self) -> None:
        self._zips: list[ZipNumbers] = []
        self._counts: list[NDArray[np.uint32]] = []

    def add(self, providers: Sequence[Provider]) -> None:
        """Take in the next listings."""
        zips = [zips_of(provider) if sees_people(provider) else [] for provider in providers]
        self._zips.append(np.fromiter(chain.from_iterable(zips), np.uint32))
        self._counts.append(np.fromiter(map(len, zips), np.uint32, len(zips)))

    def write(self, sink: ArraySink) -> None:
        """Write what was taken in."""
        sink.append("offices.zips", np.concatenate(self._zips))
        sink.append("offices.ends", ends_of(np.concatenate(self._counts)))


class Offices:
    """The towns of the documents; one may have several, or none."""

    def __init__(self, arrays: Arrays) -> None:
        self._zips: ZipNumbers = arrays["offices.zips"]
        self._ends: NDArray[np.int64] = arrays["offices.ends"]

    def in_towns(self, towns: TownNumbers, of_zip: TownNumbers) -> Bits:
        """Return the documents that see people in any of some towns."""
        wanted = np.zeros(len(of_zip), np.bool_)
        wanted[np.isin(of_zip, towns)] = True
        size = len(self._ends) - 1
        entries = np.flatnonzero(wanted[self._zips])
        return from_documents(_owners(self._ends, entries), size)

    def towns(
        self, documents: Documents, of_zip: TownNumbers
    ) -> tuple[NDArray[np.int64], TownNumbers]:
        """Return each pair of a document and a town, the document by its place among those given.

        One without a place is in no pair; one whose place is not known is in one with NO_TOWN.
        """
        entries, lengths = places(self._ends, documents)
        found = of_zip[self._zips[entries]]
        owners = np.repeat(np.arange(len(documents)), lengths)
        # Two ZIP codes of one town are one place.
        pairs = each_once((owners << 32) | (found.astype(np.int64) - NO_TOWN))
        return pairs >> 32, ((pairs & 0xFFFFFFFF) + NO_TOWN).astype(np.int32)


def _owners(ends: NDArray[np.int64], entries: NDArray[np.intp]) -> Documents:
    return (np.searchsorted(ends, entries, side="right") - 1).astype(np.uint32)
