"""The plain Whoosh engine: Whoosh finds and scores the words, bitsets do the rest.

It is the reference that faster engines must agree with.
"""

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path
from typing import Any

from whoosh.filedb.filestore import FileStorage
from whoosh.index import create_in

from directory.errors import Unusable
from directory.providers import Provider
from directory.search.analysis import MAX_CHARACTERS, plain_words
from directory.search.generations import Generations, read_seq, write_seq
from directory.search.protocol import Candidates, Hit, SearchAnswer, SearchQuery
from directory.search.sorting import Key, read_cursor, write_cursor
from directory.search.spelling import did_you_mean
from directory.search.standing import best_score
from directory.search.whereabouts import Whereabouts
from directory.search.whoosh_engine.bitsets import Bitset, members
from directory.search.whoosh_engine.open_index import OpenIndex, SharedIndex, damaged
from directory.search.whoosh_engine.schema import SCHEMA, index_document
from directory.search.whoosh_engine.snapshot import Snapshot
from directory.search.whoosh_engine.sorting import sort_key

_SMALLEST_RELEVANCE = 1e-9


class WhooshEngine:
    """An index in a folder, shared by processes: one writes at a time, all others reopen."""

    def __init__(self, folder: Path, today: Callable[[], date]) -> None:
        self._generations = Generations(folder, "whoosh")
        self._today = today
        self._shared = SharedIndex()

    def search(self, query: SearchQuery) -> SearchAnswer:
        """Answer a search; text that no listing has as a whole is looked for word by word."""
        with self._reading() as opened:
            return self._answer(opened, query)

    def _answer(self, opened: OpenIndex, query: SearchQuery) -> SearchAnswer:
        snapshot = opened.snapshot
        scores, any_word = self._scores(opened, query.text)
        limited = self._limited(snapshot, query, scores)
        matching = snapshot.filtered(limited, query)
        ordered = self._ordered(snapshot, query, members(matching), scores)
        page, following = self._page(query, ordered)
        return SearchAnswer(
            total=matching.bit_count(),
            hits=tuple(hit for _, hit in page),
            facets=snapshot.facet_counts(limited, query.filters, query.facets),
            did_you_mean=did_you_mean(plain_words(query.text[:MAX_CHARACTERS]), opened.lexicon),
            next=following,
            any_word=any_word,
        )

    def whereabouts(self, query: SearchQuery) -> Whereabouts:
        """Tell in which towns all those are whom a search finds, whatever its page."""
        with self._reading() as opened:
            snapshot = opened.snapshot
            scores, _ = self._scores(opened, query.text)
            limited = self._limited(snapshot, query, scores)
            return snapshot.whereabouts(snapshot.filtered(limited, query))

    def candidates(self, state: str, text: str) -> Candidates:
        """Return who may treat in a state, and how well each fits some words, best being 1."""
        with self._reading() as opened:
            facts = opened.snapshot.facts
            here = opened.snapshot.having("state", (state,))
            scores = opened.scores(text, every_word=False) or {}
        claimed = [number for number in members(here) if facts[number].claimed]
        unclaimed = [number for number in members(here) if not facts[number].claimed]
        best = max(scores.values(), default=_SMALLEST_RELEVANCE)
        return Candidates(
            ids=tuple(sorted(facts[number].id for number in claimed)),
            elsewhere=sum(fact.claimed for fact in facts.values()) - len(claimed),
            unclaimed=tuple(sorted(facts[number].id for number in unclaimed)),
            relevance={
                facts[number].id: scores[number] / best for number in claimed if number in scores
            },
        )

    def listings(self, text: str) -> None:  # noqa: ARG002  (as every engine is asked)
        """Return nothing: this engine keeps no columns."""
        return

    def check(self) -> None:
        """Open the index, for which all of its documents are read; raise Unusable if it cannot."""
        with self._reading():
            self.seq()

    def edits(self) -> int:
        """Return 0: edits go into the index itself."""
        return 0

    def seq(self) -> int:
        """Return the newest change that the index holds, -1 where no index was built."""
        live = self._generations.live()
        return self._seq_of(live) if live else -1

    def apply(self, published: Iterable[Provider], gone: Iterable[str], seq: int) -> None:
        """Take in changes; where another is at it for long, or did it already, leave it to them."""
        live = self._live()
        with self._generations.writing() as ours:
            if not ours or self._seq_of(live) >= seq:
                return
            documents = [index_document(provider) for provider in published]
            self._commit(live, documents, {*gone, *(document["id"] for document in documents)})
            write_seq(live, seq)

    def rebuild(self, published: Iterable[Provider], seq: int) -> int:
        """Build a generation beside the live one and swap it in once it is whole."""
        with self._generations.building() as path:
            index = create_in(path, SCHEMA)
            count = 0
            with index.writer(limitmb=256) as writer:
                for provider in published:
                    writer.add_document(**index_document(provider))
                    count += 1
            if index.doc_count() != count:
                raise Unusable(f"the new index holds {index.doc_count()} of {count} listings")
            write_seq(path, seq)
            self._generations.swap_in(path)
        return count

    def close(self) -> None:
        """Close the open index."""
        self._shared.close()

    def _reading(self) -> AbstractContextManager[OpenIndex]:
        return self._shared.reading(self._live(), self._today())

    def _live(self) -> Path:
        live = self._generations.live()
        if live is None:
            raise Unusable("there is no search index yet: run `directory reindex`")
        return live

    @staticmethod
    def _seq_of(live: Path) -> int:
        try:
            return read_seq(live)
        except (OSError, ValueError) as error:
            raise damaged() from error

    @staticmethod
    def _commit(live: Path, documents: Iterable[dict[str, Any]], replaced: Iterable[str]) -> None:
        """Replace documents; a writer that maps files into memory leaves them open behind it."""
        try:
            index = FileStorage(live, supports_mmap=False).open_index()
            with index.searcher() as searcher, index.writer() as writer:
                for id in replaced:
                    writer.delete_by_term("id", id, searcher=searcher)
                for document in documents:
                    writer.add_document(**document)
        except Exception as error:
            raise damaged() from error

    @staticmethod
    def _scores(opened: OpenIndex, text: str) -> tuple[dict[int, float] | None, bool]:
        scores = opened.scores(text)
        if scores or scores is None:
            return scores, False
        some = opened.scores(text, every_word=False) or {}
        return some, bool(some)

    @staticmethod
    def _limited(snapshot: Snapshot, query: SearchQuery, scores: dict[int, float] | None) -> Bitset:
        textual = snapshot.all if scores is None else snapshot.bits(scores)
        return snapshot.within_limits(query, textual)

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
            score = standing if scores is None else best_score(scores[number], standing)
            miles = snapshot.miles(number, query.near)
            key = sort_key(query.sort, facts, score, miles)
            found.append((key, Hit(facts.id, round(score, 6), miles)))
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
