"""An index that is open for reading, and how readers share it while it changes."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path
from threading import Lock

from whoosh.index import open_dir
from whoosh.reading import IndexReader
from whoosh.searching import Searcher

from directory.errors import Unusable
from directory.search.spelling import ListedWords
from directory.search.whoosh_engine.query import text_query
from directory.search.whoosh_engine.schema import facts_of
from directory.search.whoosh_engine.snapshot import Snapshot
from directory.search.whoosh_engine.weighting import Weighting

# A commit may delete a file between our reading its name and our opening it.
_ATTEMPTS = 3


class OpenIndex:
    """A searcher with the snapshot of the same state; it is never refreshed, only replaced."""

    def __init__(self, folder: Path, today: date) -> None:
        self._folder, self._today = folder, today
        self._index = open_dir(folder)
        self._generation = self._index.latest_generation()
        self._searcher: Searcher = self._index.searcher(weighting=Weighting())
        try:
            reader = self._searcher.reader()
            facts = {number: facts_of(stored) for number, stored in reader.iter_docs()}
            self.snapshot = Snapshot(facts, today)
            words = (word.decode() for word in reader.lexicon("spelling"))
            self.lexicon = ListedWords(words, partial(_listings, reader))
        except BaseException:
            self.close()
            raise

    def is_newest(self, folder: Path, today: date) -> bool:
        """Tell whether nothing changed since: no commit, no other folder, no midnight."""
        same_place_and_day = self._folder == folder and self._today == today
        return same_place_and_day and self._index.latest_generation() == self._generation

    def scores(self, text: str, every_word: bool = True) -> dict[int, float] | None:
        """Return the score of each document that has the words; None where there are no words."""
        query = text_query(text, every_word)
        if query is None:
            return None
        results = self._searcher.search(query, limit=None)
        return {number: score for score, number in results.top_n}

    def close(self) -> None:
        """Close the files."""
        self._searcher.close()


class SharedIndex:
    """The newest state, shared by threads; an older one is closed when its last reader is done."""

    def __init__(self) -> None:
        self._newest: OpenIndex | None = None
        self._readers: Counter[OpenIndex] = Counter()
        self._lock = Lock()

    @contextmanager
    def reading(self, folder: Path, today: date) -> Iterator[OpenIndex]:
        """Open the newest state; raise Unusable where the index is damaged."""
        with self._lock:
            opened = self._newest
            if opened is None or not opened.is_newest(folder, today):
                opened = _open(folder, today)
                self._replace(opened)
            self._readers[opened] += 1
        try:
            yield opened
        finally:
            with self._lock:
                self._readers[opened] -= 1
                self._close_if_done(opened)

    def close(self) -> None:
        """Let go of the newest state; a reader who is still at it may finish."""
        with self._lock:
            self._replace(None)

    def _replace(self, newest: OpenIndex | None) -> None:
        before, self._newest = self._newest, newest
        if before:
            self._close_if_done(before)

    def _close_if_done(self, opened: OpenIndex) -> None:
        if opened is not self._newest and not self._readers[opened]:
            del self._readers[opened]
            opened.close()


def _listings(reader: IndexReader, word: str) -> int:
    """Return how many listings have a word as it is written; deleted ones do not count."""
    if not reader.has_deletions():
        return int(reader.doc_frequency("spelling", word))
    if ("spelling", word) not in reader:
        return 0
    return sum(1 for _ in reader.postings("spelling", word).all_ids())


def _open(folder: Path, today: date) -> OpenIndex:
    for _ in range(_ATTEMPTS):
        try:
            return OpenIndex(folder, today)
        except FileNotFoundError:
            continue
        except Exception as error:
            raise damaged() from error
    raise damaged()


def damaged() -> Unusable:
    """Return what is to be raised where the index cannot be read."""
    return Unusable("the search index is damaged: run `directory reindex`")
