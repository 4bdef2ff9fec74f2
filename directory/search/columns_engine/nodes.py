"""What a text asks for, as sets of documents with scores: the nodes of a query over arrays."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from functools import cached_property, reduce
from operator import and_, or_

import numpy as np
from numpy.typing import NDArray

from directory.columns import Bits, Documents
from directory.columns.bits import (
    Flags,
    among,
    each_once,
    empty,
    flags_of,
    from_documents,
    holds,
    members,
)
from directory.search.columns_engine.postings import Posting, Scores
from directory.search.weighting import STEP

# Below one document in so many, a list of documents is quicker than their bits.
FEW = 32
# What it costs, in nanoseconds, to read an entry in order, to go over a total, to look one up.
_READ, _CLEAR, _LOOK_UP = 3, 1, 20

_COLUMN = 8

Rough = NDArray[np.float32]
Totals = Scores | Rough


class Node(ABC):
    """Some documents of a set of `size`, each with a score.

    `most` is how many they are at most; `entries` is how many lie in all of its `leaves` together.
    """

    size: int
    most: int
    entries: int
    leaves: int = 1

    @abstractmethod
    def bits(self) -> Bits:
        """Return the documents as a set."""

    @abstractmethod
    def documents(self) -> Documents:
        """Return the documents in order."""

    @abstractmethod
    def holds(self, documents: Documents) -> Flags:
        """Tell which of some documents are among them."""

    @abstractmethod
    def scores(self, documents: Documents) -> Scores:
        """Return the scores of some documents, 0 for those that are not among them."""

    def add_to(self, totals: Totals) -> None:
        """Add the score of each document to the totals, one for each document of the set."""
        documents = self.documents()
        totals[documents] += self.scores(documents).astype(totals.dtype)

    def add_roughly_to(self, totals: Rough) -> None:
        """Add the score of each document, and to others whatever spares work."""
        self.add_to(totals)

    def is_read_sooner(self, documents: int) -> bool:
        """Tell whether to read all entries in order takes less than to look some documents up."""
        in_order = _READ * self.entries + _CLEAR * self.size
        return in_order < _LOOK_UP * self.leaves * documents


class Stemmed(Node):
    """The documents whose texts have a stem; the score is its worth times how rare it is."""

    def __init__(self, posting: Posting, rarity: float) -> None:
        self.posting, self.rarity = posting, rarity
        self.size, self.most = posting.size, len(posting.documents)
        # To add a whole column costs as much as so many entries.
        self.entries = self.most if posting.column is None else self.size // _COLUMN

    def bits(self) -> Bits:
        return self.posting.bits()

    def documents(self) -> Documents:
        return self.posting.documents

    def holds(self, documents: Documents) -> Flags:
        return self.posting.holds(documents)

    def scores(self, documents: Documents) -> Scores:
        found: Scores = self.posting.worth(documents) * (self.rarity / STEP)
        return found

    def add_to(self, totals: Totals) -> None:
        worth = totals.dtype.type(self.rarity / STEP)
        if self.posting.column is not None:
            totals += self.posting.column * worth
            return
        totals[self.posting.documents] += self.posting.impacts * worth


class Listed(Node):
    """Some documents in order, all with one score."""

    def __init__(self, listed: Documents, score: float, size: int) -> None:
        self._listed, self._score = listed, score
        self.size, self.most, self.entries = size, len(listed), len(listed)

    def bits(self) -> Bits:
        return from_documents(self._listed, self.size)

    def documents(self) -> Documents:
        return self._listed

    def holds(self, documents: Documents) -> Flags:
        return among(documents, self._listed)

    def scores(self, documents: Documents) -> Scores:
        return self.holds(documents) * np.float64(self._score)


class Coded(Node):
    """The documents that have a code, all with one score."""

    def __init__(self, row: Bits, most: int, score: float, size: int) -> None:
        self._row, self._score = row, score
        self.size, self.most, self.entries = size, most, most

    def bits(self) -> Bits:
        return self._row

    def documents(self) -> Documents:
        return members(self._row)

    def holds(self, documents: Documents) -> Flags:
        return holds(self._row, documents)

    def scores(self, documents: Documents) -> Scores:
        return self.holds(documents) * np.float64(self._score)

    def add_to(self, totals: Totals) -> None:
        totals += flags_of(self._row)[: self.size] * totals.dtype.type(self._score)


class AnyOf(Node):
    """The documents of any of some nodes; the scores add up."""

    def __init__(self, nodes: Sequence[Node], size: int) -> None:
        self._nodes, self.size = nodes, size
        self.most = sum(node.most for node in nodes)
        self.entries = sum(node.entries for node in nodes)
        self.leaves = sum(node.leaves for node in nodes)

    @cached_property
    def _bits(self) -> Bits:
        return reduce(or_, (node.bits() for node in self._nodes), empty(self.size))

    def bits(self) -> Bits:
        return self._bits

    def documents(self) -> Documents:
        if self.most * FEW >= self.size:
            return members(self._bits)
        none = np.zeros(0, np.uint32)
        return each_once(np.concatenate([none, *(node.documents() for node in self._nodes)]))

    def holds(self, documents: Documents) -> Flags:
        none = np.zeros(len(documents), np.bool_)
        return reduce(or_, (node.holds(documents) for node in self._nodes), none)

    def scores(self, documents: Documents) -> Scores:
        return _sum(self._nodes, documents)

    def add_to(self, totals: Totals) -> None:
        for node in self._nodes:
            node.add_to(totals)


class AllOf(Node):
    """The documents that all of some nodes have; the scores add up."""

    def __init__(self, nodes: Sequence[Node], size: int) -> None:
        self._nodes, self.size = sorted(nodes, key=lambda node: node.most), size
        self.most = self._nodes[0].most
        self.entries = sum(node.entries for node in nodes)
        self.leaves = sum(node.leaves for node in nodes)

    def bits(self) -> Bits:
        if self.most * FEW < self.size:
            return from_documents(self.documents(), self.size)
        return reduce(and_, (node.bits() for node in self._nodes))

    @cached_property
    def _documents(self) -> Documents:
        if self.most * FEW >= self.size:
            return members(self.bits())
        found = self._nodes[0].documents()
        for node in self._nodes[1:]:
            found = found[node.holds(found)]
        return found

    def documents(self) -> Documents:
        return self._documents

    def holds(self, documents: Documents) -> Flags:
        return reduce(and_, (node.holds(documents) for node in self._nodes))

    def scores(self, documents: Documents) -> Scores:
        return _sum(self._nodes, documents) * self.holds(documents)

    def add_roughly_to(self, totals: Rough) -> None:
        for node in self._nodes:
            node.add_roughly_to(totals)


class Together(Node):
    """The documents in which some stems, which all have to be there, stand one after another."""

    def __init__(self, stems: AllOf, together: Documents) -> None:
        self._stems, self._documents, self.size = stems, together, stems.size
        self.most = len(self._documents)
        self.entries, self.leaves = stems.entries, stems.leaves

    def bits(self) -> Bits:
        return from_documents(self._documents, self.size)

    def documents(self) -> Documents:
        return self._documents

    def holds(self, documents: Documents) -> Flags:
        return among(documents, self._documents)

    def scores(self, documents: Documents) -> Scores:
        return self._stems.scores(documents) * self.holds(documents)

    def add_roughly_to(self, totals: Rough) -> None:
        self._stems.add_roughly_to(totals)


def _sum(nodes: Sequence[Node], documents: Documents) -> Scores:
    found = np.zeros(len(documents), np.float64)
    for node in nodes:
        found += node.scores(documents)
    return found
