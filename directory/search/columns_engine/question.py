"""From what a text asks for to nodes over each set of listings, weighted over all of them."""

from collections.abc import Sequence

import numpy as np

from directory.columns import Bits, Documents
from directory.columns.bits import Flags, among, holds
from directory.search.analysis import Word
from directory.search.asked import Clause, Quoted, Run
from directory.search.columns_engine.nodes import (
    AllOf,
    AnyOf,
    Coded,
    Listed,
    Node,
    Stemmed,
    Together,
)
from directory.search.columns_engine.phrases import together
from directory.search.columns_engine.segment import Segment
from directory.search.concepts import Code, mention_of
from directory.search.weighting import CODE_WEIGHT, NAME_START_WEIGHT, NAME_WEIGHT, rarity


class Question:
    """Some clauses asked of some sets of listings; how rare a word is counts over all of them."""

    def __init__(self, clauses: Sequence[Clause], segments: Sequence[Segment]) -> None:
        self._segments = segments
        self._listings = sum(segment.listings for segment in segments)
        self._clauses = [self._clause(clause) for clause in clauses]

    def nodes(self, every_word: bool) -> list[Node]:
        """Return for each set the documents that have all the clauses, or any of them."""
        together = _all_of if every_word else _any_of
        return [
            together([clause[place] for clause in self._clauses], segment.size)
            for place, segment in enumerate(self._segments)
        ]

    def _clause(self, clause: Clause) -> list[Node]:
        return self._quoted(clause) if isinstance(clause, Quoted) else self._run(clause)

    def _run(self, run: Run) -> list[Node]:
        """A run is found where all its words are, or where one of its codes is."""
        words = [self._word(word) for word in run.words]
        ways = [[_all_of(list(nodes), nodes[0].size) for nodes in zip(*words, strict=True)]]
        for code in run.codes:
            ways += [self._code(code), self._stem(mention_of(code))]
        if run.name_start:
            ways.append(self._name_start(run.name_start))
        return self._any(ways)

    def _any(self, ways: Sequence[Sequence[Node]]) -> list[Node]:
        each = zip(self._segments, zip(*ways, strict=True), strict=True)
        return [_any_of(nodes, segment.size) for segment, nodes in each]

    def _word(self, word: Word) -> list[Node]:
        return self._any([self._stem(word.stem), self._name(word.plain)])

    def _quoted(self, quoted: Quoted) -> list[Node]:
        stems = [self._stem(stem) for stem in quoted.stems]
        return [
            self._together(quoted.stems, [nodes[place] for nodes in stems], segment)
            for place, segment in enumerate(self._segments)
        ]

    @staticmethod
    def _together(stems: Sequence[str], nodes: list[Node], segment: Segment) -> Node:
        words = AllOf(nodes, segment.size)
        numbers = [segment.content.postings.number(stem) for stem in stems]
        known = [number for number in numbers if number is not None]
        if len(stems) == 1 or len(known) < len(stems):
            return words
        return Together(words, together(known, words, segment.content))

    def _stem(self, stem: str) -> list[Node]:
        postings = [segment.content.postings.of(stem) for segment in self._segments]
        having = sum(
            len(posting.documents) - _held(posting.holds(segment.gone))
            for posting, segment in zip(postings, self._segments, strict=True)
        )
        worth = rarity(self._listings, having)
        return [Stemmed(posting, worth) for posting in postings]

    def _name(self, word: str) -> list[Node]:
        found = [segment.content.names.having(word) for segment in self._segments]
        having = sum(
            len(listed) - _held(among(segment.gone, listed))
            for listed, segment in zip(found, self._segments, strict=True)
        )
        return self._listed(found, NAME_WEIGHT * rarity(self._listings, having))

    def _name_start(self, start: str) -> list[Node]:
        found = [segment.content.names.beginning(start) for segment in self._segments]
        return self._listed(found, NAME_START_WEIGHT)

    def _listed(self, found: Sequence[Documents], score: float) -> list[Node]:
        each = zip(found, self._segments, strict=True)
        return [Listed(listed, score, segment.size) for listed, segment in each]

    def _code(self, code: Code) -> list[Node]:
        field, value = code
        values = [segment.content.columns.values for segment in self._segments]
        rows = [each.having(field, (value,)) for each in values]
        totals = [each.total(field, value) for each in values]
        having = sum(totals) - sum(map(_held_in, rows, self._segments))
        score = CODE_WEIGHT * rarity(self._listings, having)
        each = zip(rows, totals, self._segments, strict=True)
        return [Coded(row, total, score, segment.size) for row, total, segment in each]


def _held(flags: Flags) -> int:
    return int(np.count_nonzero(flags))


def _held_in(row: Bits, segment: Segment) -> int:
    return _held(holds(row, segment.gone))


def _all_of(nodes: Sequence[Node], size: int) -> Node:
    return nodes[0] if len(nodes) == 1 else AllOf(nodes, size)


def _any_of(nodes: Sequence[Node], size: int) -> Node:
    """Leave out what nobody has, so that a single way is taken as it is."""
    some = [node for node in nodes if node.most]
    return some[0] if len(some) == 1 else AnyOf(some, size)
