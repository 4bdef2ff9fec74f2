"""The columns engine: it answers from arrays that all processes share."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import partial
from operator import itemgetter
from pathlib import Path

import numpy as np

from directory.columns import Documents, Listings
from directory.columns.bits import count, members
from directory.providers import Provider
from directory.search.analysis import MAX_CHARACTERS, plain_words
from directory.search.asked import clauses_of
from directory.search.columns_engine.facets import Filtered, facets_of, within_limits
from directory.search.columns_engine.lexicon import SharedLexicon
from directory.search.columns_engine.nodes import Node
from directory.search.columns_engine.opened import OpenIndex
from directory.search.columns_engine.postings import Scores
from directory.search.columns_engine.question import Question
from directory.search.columns_engine.ranking import Ranked, Ranking
from directory.search.columns_engine.segment import Segment
from directory.search.columns_engine.selection import Selection
from directory.search.columns_engine.townwise import whereabouts
from directory.search.protocol import Candidates, Hit, SearchAnswer, SearchQuery
from directory.search.sorting import read_cursor, write_cursor
from directory.search.spelling import did_you_mean
from directory.search.whereabouts import Whereabouts

# A node where there are words, and what is selected of its set.
_Found = tuple[Node | None, Selection]


class ColumnsEngine:
    """An index in a folder: each process maps what was built and keeps later edits beside it."""

    def __init__(self, folder: Path, today: Callable[[], date]) -> None:
        self._index = OpenIndex(folder, today)

    def search(self, query: SearchQuery) -> SearchAnswer:
        """Answer a search; text that no listing has as a whole is looked for word by word."""
        segments = self._index.state().segments
        found, any_word = _found(query.text, segments)
        after = read_cursor(query)
        ranked: list[Ranked] = []
        counted, total = [], 0
        for segment, (node, whole) in zip(segments, found, strict=True):
            filtered = Filtered(within_limits(whole, segment, query), segment, query)
            counted.append(filtered.counts())
            total += filtered.chosen.count
            ranking = Ranking(segment, query, node, after)
            ranked += ranking.first(filtered.chosen, query.page_size + 1)
        ranked.sort(key=itemgetter(0, 1))
        page = ranked[: query.page_size]
        last = page[-1] if len(ranked) > len(page) else None
        return SearchAnswer(
            total=total,
            hits=tuple(Hit(each.id, each.score, each.miles) for each in page),
            facets=facets_of(counted, query),
            did_you_mean=_meant(query.text, segments) if query.text else None,
            next=write_cursor(query, last.key, last.id) if last else None,
            any_word=any_word,
        )

    def whereabouts(self, query: SearchQuery) -> Whereabouts:
        """Tell in which towns all those are whom a search finds, whatever its page."""
        segments = self._index.state().segments
        found, _ = _found(query.text, segments)
        return whereabouts(
            [
                (segment, Filtered(within_limits(whole, segment, query), segment, query).chosen)
                for segment, (_, whole) in zip(segments, found, strict=True)
            ]
        )

    def candidates(self, state: str, text: str) -> Candidates:
        """Return who may treat in a state, and how well each fits some words, best being 1."""
        relevance: dict[str, float] = {}
        claimed: list[str] = []
        unclaimed: list[str] = []
        elsewhere = 0
        for listings in self.listings(text):
            columns, current = listings.columns, listings.current
            here = columns.values.having("state", (state,)) & current
            theirs = columns.values.having("claimed", ("yes",)) & current
            documents = members(here & theirs)
            ids = [columns.ids[number] for number in documents.tolist()]
            scores = zip(ids, listings.relevance(documents).tolist(), strict=True)
            relevance |= {id: score for id, score in scores if score}
            claimed += ids
            unclaimed += [columns.ids[number] for number in members(here & ~theirs).tolist()]
            elsewhere += count(theirs & ~here)
        return Candidates(tuple(sorted(claimed)), elsewhere, tuple(sorted(unclaimed)), relevance)

    def listings(self, text: str) -> Sequence[Listings]:
        """Return the columns of all listings, with how well each fits some words."""
        segments = self._index.state().segments
        clauses = clauses_of(text)
        if not clauses:
            return [Listings(each.content.columns, each.current, _irrelevant) for each in segments]
        nodes = Question(clauses, segments).nodes(every_word=False)
        totals = [_totals(node, each) for node, each in zip(nodes, segments, strict=True)]
        best = max((float(each.max(initial=0)) for each in totals), default=0.0) or 1.0
        return [
            Listings(each.content.columns, each.current, partial(_relevance, total, best))
            for each, total in zip(segments, totals, strict=True)
        ]

    def seq(self) -> int:
        """Return the newest change that this process knows, -1 where no index was built."""
        return self._index.state().seq if self._index.exists() else -1

    def check(self) -> None:
        """Read every byte of what was built; raise Unusable where it is not what was written."""
        self._index.check()

    def edits(self) -> int:
        """Return how many listings changed since the index was built."""
        return len(self._index.state().changes)

    def apply(self, published: Iterable[Provider], gone: Iterable[str], seq: int) -> None:
        """Take in changes for this process; others take them in from the search log themselves."""
        self._index.apply(list(published), list(gone), seq)

    def rebuild(self, published: Iterable[Provider], seq: int) -> int:
        """Build a generation beside the live one and swap it in once it is whole and checked."""
        return self._index.rebuild(published, seq)

    def close(self) -> None:
        """Let go of the arrays."""
        self._index.close()


def _found(text: str, segments: Sequence[Segment]) -> tuple[list[_Found], bool]:
    """Return what has a text, and whether any word does since no listing has them all."""
    clauses = clauses_of(text)
    if not clauses:
        return [(None, Selection(each.size, bits=each.current)) for each in segments], False
    question = Question(clauses, segments)
    every = _current(question.nodes(every_word=True), segments)
    if any(selection.count for _, selection in every):
        return every, False
    some = _current(question.nodes(every_word=False), segments)
    return some, any(selection.count for _, selection in some)


def _current(nodes: Sequence[Node], segments: Sequence[Segment]) -> list[_Found]:
    each = zip(nodes, segments, strict=True)
    return [(node, segment.only_current(Selection.of(node))) for node, segment in each]


def _meant(text: str, segments: Sequence[Segment]) -> str | None:
    sets = [(segment.content.words, segment.gone_words) for segment in segments]
    return did_you_mean(plain_words(text[:MAX_CHARACTERS]), SharedLexicon(sets))


def _totals(node: Node, segment: Segment) -> Scores:
    totals = np.zeros(segment.size, np.float64)
    node.add_to(totals)
    totals[segment.gone] = 0
    return totals


def _relevance(totals: Scores, best: float, documents: Documents) -> Scores:
    found: Scores = totals[documents] / best
    return found


def _irrelevant(documents: Documents) -> Scores:
    return np.zeros(len(documents), np.float64)
