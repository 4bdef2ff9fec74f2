"""The plain Whoosh engine: Whoosh finds and scores the words, bitsets do the rest.

It is the reference that faster engines must agree with.
"""

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from threading import Lock
from typing import Any

from whoosh.index import FileIndex, LockError, create_in, open_dir
from whoosh.scoring import BM25F
from whoosh.searching import Searcher

from directory.errors import Unusable
from directory.providers import Provider
from directory.search.bitsets import members
from directory.search.generations import Generations, read_seq, write_seq
from directory.search.protocol import Candidates, Hit, SearchAnswer, SearchQuery
from directory.search.schema import SCHEMA, facts_of, index_document
from directory.search.snapshot import Snapshot
from directory.search.sorting import Key, read_cursor, sort_key, write_cursor
from directory.search.spelling import did_you_mean, vocabulary_words
from directory.search.text_query import text_query

_SMALLEST_RELEVANCE = 1e-9


class _Opened:
    """A searcher with the snapshot of the same state; it is never refreshed, only replaced."""

    def __init__(self, index: FileIndex, state: tuple[Any, ...], today: date) -> None:
        self.state = state
        self.searcher: Searcher = index.searcher(weighting=BM25F())
        reader = self.searcher.reader()
        self.snapshot = Snapshot(
            {number: facts_of(stored) for number, stored in reader.iter_docs()}, today
        )
        words = (word.decode() for word in reader.lexicon("spelling"))
        self.words = sorted(vocabulary_words().union(words))

    def scores(self, text: str, every_word: bool = True) -> dict[int, float] | None:
        """Return the score of each document that has the words; None where there are no words."""
        query = text_query(text, every_word)
        if query is None:
            return None
        results = self.searcher.search(query, limit=None)
        return {number: score for score, number in results.top_n}


class WhooshEngine:
    """An index in a folder, shared by processes: one writes at a time, all others reopen."""

    def __init__(self, folder: Path, today: Callable[[], date]) -> None:
        self._generations = Generations(folder)
        self._today = today
        self._opened: _Opened | None = None
        self._lock = Lock()

    def search(self, query: SearchQuery) -> SearchAnswer:
        """Answer a search; text that no listing has as a whole is looked for word by word."""
        opened = self._open()
        snapshot = opened.snapshot
        scores, any_word = self._scores(opened, query.text)
        textual = snapshot.all if scores is None else snapshot.bits(scores)
        limited = snapshot.within_limits(query, textual)
        matching = limited
        for name, values in query.filters.items():
            matching &= snapshot.having(name, values)
        ordered = self._ordered(snapshot, query, members(matching), scores)
        page, following = self._page(query, ordered)
        return SearchAnswer(
            total=matching.bit_count(),
            hits=tuple(hit for _, hit in page),
            facets=snapshot.facet_counts(limited, query.filters),
            did_you_mean=did_you_mean(query.text, opened.words) if query.text else None,
            next=following,
            any_word=any_word,
        )

    def candidates(self, state: str, text: str) -> Candidates:
        """Return who may treat in a state, and how well each fits some words, best being 1."""
        opened = self._open()
        facts = opened.snapshot.facts
        here = opened.snapshot.having("state", (state,))
        claimed = [number for number in members(here) if facts[number].claimed]
        unclaimed = [number for number in members(here) if not facts[number].claimed]
        scores = opened.scores(text, every_word=False) or {}
        best = max(scores.values(), default=_SMALLEST_RELEVANCE)
        return Candidates(
            ids=tuple(facts[number].id for number in claimed),
            elsewhere=sum(fact.claimed for fact in facts.values()) - len(claimed),
            unclaimed=tuple(facts[number].id for number in unclaimed),
            relevance={
                facts[number].id: scores[number] / best for number in claimed if number in scores
            },
        )

    def seq(self) -> int:
        """Return the newest change that the index holds, -1 where no index was built."""
        live = self._generations.live()
        return read_seq(live) if live else -1

    def apply(self, published: Iterable[Provider], gone: Iterable[str], seq: int) -> None:
        """Take in changes; where another process is writing, leave them to it."""
        live = self._live()
        try:
            writer = open_dir(live).writer()
        except LockError:
            return
        for id in gone:
            writer.delete_by_term("id", id)
        for provider in published:
            writer.update_document(**index_document(provider))
        writer.commit()
        write_seq(live, seq)

    def rebuild(self, published: Iterable[Provider], seq: int) -> int:
        """Build a generation beside the live one and swap it in once it is whole."""
        path = self._generations.new()
        index = create_in(path, SCHEMA)
        writer = index.writer(limitmb=256)
        count = 0
        for provider in published:
            writer.add_document(**index_document(provider))
            count += 1
        writer.commit(optimize=True)
        if index.doc_count() != count:
            raise Unusable(f"the new index holds {index.doc_count()} of {count} listings")
        write_seq(path, seq)
        self._generations.swap_in(path)
        return count

    def close(self) -> None:
        """Close the open index."""
        if self._opened:
            self._opened.searcher.close()
            self._opened = None

    def _live(self) -> Path:
        live = self._generations.live()
        if live is None:
            raise Unusable("there is no search index yet: run `directory reindex`")
        return live

    def _open(self) -> _Opened:
        """Return the newest state, opened anew after a commit, a swap or midnight."""
        live, today = self._live(), self._today()
        index = open_dir(live)
        state = (live, index.latest_generation(), today)
        with self._lock:
            if self._opened is None or self._opened.state != state:
                self._opened = _Opened(index, state, today)
            return self._opened

    @staticmethod
    def _scores(opened: _Opened, text: str) -> tuple[dict[int, float] | None, bool]:
        scores = opened.scores(text)
        if scores or scores is None:
            return scores, False
        some = opened.scores(text, every_word=False) or {}
        return some, bool(some)

    @staticmethod
    def _ordered(
        snapshot: Snapshot,
        query: SearchQuery,
        numbers: Iterable[int],
        scores: dict[int, float] | None,
    ) -> list[tuple[Key, Hit]]:
        found = []
        for number in numbers:
            facts, standing = snapshot.facts[number], snapshot.standing[number]
            score = standing if scores is None else scores[number] * (0.5 + standing / 2)
            miles = snapshot.miles(number, query.near)
            key = sort_key(query.sort, facts, score, miles)
            found.append((key, Hit(facts.id, score, miles)))
        return sorted(found, key=lambda entry: (entry[0], entry[1].id))

    @staticmethod
    def _page(
        query: SearchQuery, ordered: list[tuple[Key, Hit]]
    ) -> tuple[list[tuple[Key, Hit]], str | None]:
        after = read_cursor(query)
        rest = [entry for entry in ordered if after is None or (entry[0], entry[1].id) > after]
        page = rest[: query.page_size]
        if len(rest) <= len(page) or not page:
            return page, None
        key, last = page[-1]
        return page, write_cursor(query, key, last.id)
