"""What a text asks for, as sets of documents with scores: the nodes of a query over arrays."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, reduce
from operator import and_, or_
from typing import Protocol

import numpy as np

from directory.columns import Bits, Documents
from directory.columns.bits import Flags, among, count, from_documents, holds, members, words_for
from directory.search.columns_engine.phrases import Stream
from directory.search.columns_engine.postings import Posting, Scores

# Below one document in so many, a list of documents is quicker than their bits.
_FEW = 32


class Node(Protocol):
    """Some documents of a set of `size`, each with a score.

    `most` is how many there are at most; `scores` gives 0 for documents that are not among them.
    """

    size: int

    @property
    def most(self) -> int: ...

    def bits(self) -> Bits:
        """Return the documents as a set."""

    def documents(self) -> Documents:
        """Return the documents in order."""

    def holds(self, documents: Documents) -> Flags:
        """Tell which of some documents are among them."""

    def scores(self, documents: Documents) -> Scores:
        """Return the scores of some documents."""


@dataclass(frozen=True, slots=True)
class Stemmed:
    """The documents whose texts have a stem; the score is its worth times how rare it is."""

    posting: Posting
    rarity: float

    @property
    def size(self) -> int:
        return self.posting.size

    @property
    def most(self) -> int:
        return len(self.posting.documents)

    def bits(self) -> Bits:
        return self.posting.bits()

    def documents(self) -> Documents:
        return self.posting.documents

    def holds(self, documents: Documents) -> Flags:
        return self.posting.holds(documents)

    def scores(self, documents: Documents) -> Scores:
        return self.posting.worth(documents) * self.rarity


@dataclass(frozen=True, slots=True)
class Listed:
    """Some documents in order, all with one score."""

    listed: Documents
    score: float
    size: int

    @property
    def most(self) -> int:
        return len(self.listed)

    def bits(self) -> Bits:
        return from_documents(self.listed, self.size)

    def documents(self) -> Documents:
        return self.listed

    def holds(self, documents: Documents) -> Flags:
        return among(documents, self.listed)

    def scores(self, documents: Documents) -> Scores:
        return self.holds(documents) * self.score


@dataclass(frozen=True, slots=True)
class Coded:
    """The documents that have a code, all with one score."""

    row: Bits
    most: int
    score: float
    size: int

    def bits(self) -> Bits:
        return self.row

    def documents(self) -> Documents:
        return members(self.row)

    def holds(self, documents: Documents) -> Flags:
        return holds(self.row, documents)

    def scores(self, documents: Documents) -> Scores:
        return self.holds(documents) * self.score


@dataclass(frozen=True)
class AnyOf:
    """The documents of any of some nodes; the scores add up."""

    nodes: Sequence[Node]
    size: int

    @cached_property
    def most(self) -> int:
        return sum(node.most for node in self.nodes)

    @cached_property
    def _bits(self) -> Bits:
        return reduce(or_, (node.bits() for node in self.nodes), np.zeros(words_for(self.size), np.uint64))

    def bits(self) -> Bits:
        return self._bits

    def documents(self) -> Documents:
        if self.most * _FEW < self.size:
            return np.unique(np.concatenate([node.documents() for node in self.nodes]))
        return members(self._bits)

    def holds(self, documents: Documents) -> Flags:
        return reduce(or_, (node.holds(documents) for node in self.nodes))

    def scores(self, documents: Documents) -> Scores:
        return reduce(np.add, (node.scores(documents) for node in self.nodes))


@dataclass(frozen=True)
class AllOf:
    """The documents that all of some nodes have; the scores add up."""

    nodes: Sequence[Node]
    size: int

    @cached_property
    def _rarest_first(self) -> list[Node]:
        return sorted(self.nodes, key=lambda node: node.most)

    @cached_property
    def most(self) -> int:
        return self._rarest_first[0].most

    def bits(self) -> Bits:
        if self.most * _FEW < self.size:
            return from_documents(self.documents(), self.size)
        return reduce(and_, (node.bits() for node in self.nodes))

    @cached_property
    def _documents(self) -> Documents:
        if self.most * _FEW >= self.size:
            return members(self.bits())
        found = self._rarest_first[0].documents()
        for node in self._rarest_first[1:]:
            found = found[node.holds(found)]
        return found

    def documents(self) -> Documents:
        return self._documents

    def holds(self, documents: Documents) -> Flags:
        return reduce(and_, (node.holds(documents) for node in self.nodes))

    def scores(self, documents: Documents) -> Scores:
        found = reduce(np.add, (node.scores(documents) for node in self.nodes))
        return found * self.holds(documents) if len(self.nodes) > 1 else found


@dataclass(frozen=True)
class Together:
    """The documents in which some stems, which all have to be there, stand one after another."""

    stems: AllOf
    numbers: Sequence[int]
    stream: Stream

    @property
    def size(self) -> int:
        return self.stems.size

    @cached_property
    def _documents(self) -> Documents:
        found = self.stems.documents()
        return found[self.stream.together(self.numbers, found)]

    @property
    def most(self) -> int:
        return len(self._documents)

    def bits(self) -> Bits:
        return from_documents(self._documents, self.size)

    def documents(self) -> Documents:
        return self._documents

    def holds(self, documents: Documents) -> Flags:
        return among(documents, self._documents)

    def scores(self, documents: Documents) -> Scores:
        return self.stems.scores(documents) * self.holds(documents)
