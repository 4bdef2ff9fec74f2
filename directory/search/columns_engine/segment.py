"""One set of listings with all that a search needs of it: facts, words, names and texts."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cached_property
from itertools import islice
from pathlib import Path

import numpy as np

from directory.columns import (
    Arrays,
    ArraySink,
    Bits,
    Columns,
    ColumnsBuilder,
    Documents,
    MemoryArrays,
)
from directory.columns.bits import among, from_documents, full
from directory.providers import Provider
from directory.search.columns_engine.lexicon import Words
from directory.search.columns_engine.names import Names
from directory.search.columns_engine.pairs import Pairs
from directory.search.columns_engine.postings import Postings
from directory.search.columns_engine.selection import Selection
from directory.search.columns_engine.standing import Standing
from directory.search.columns_engine.stream import Stream
from directory.search.columns_engine.words_building import WordsBuilder

WordCounts = Counter[int]
_AT_ONCE = 1 << 12  # listings


class Content:
    """What does not change of a set of listings, on one day."""

    def __init__(self, arrays: Arrays, today: date) -> None:
        self.arrays, self.today = arrays, today
        self.columns = Columns(arrays, today)
        self.size = self.columns.size
        self.postings = Postings(arrays, self.size)
        self.names = Names(arrays)
        self.stream = Stream(arrays)
        self.pairs = Pairs(arrays)
        self.words = Words(arrays, self.stream)

    @cached_property
    def standing(self) -> Standing:
        """How far a searcher can count on each listing today."""
        return Standing.of(self.columns)


class Segment:
    """A set of listings without those that are gone from it or have moved to a newer one."""

    def __init__(self, content: Content, gone: Documents, known: WordCounts | None = None) -> None:
        self.content, self.gone = content, gone
        self.size = content.size
        self.current: Bits = full(self.size)
        if len(gone):
            self.current &= ~from_documents(gone, self.size)
        self.listings = self.size - len(gone)
        self._known = known

    @cached_property
    def gone_words(self) -> WordCounts:
        """In how many of the listings that are gone each word stands."""
        return self._known if self._known is not None else self.content.words.of(self.gone)

    def only_current(self, selection: Selection) -> Selection:
        """Select those that are not gone."""
        return selection.within(self.current) if len(self.gone) else selection

    def without(self, ids: Iterable[str]) -> "Segment":
        """Return the set without some more listings."""
        found = self.content.columns.documents_of(list(ids))
        more = found[~among(found, self.gone)]
        if not len(more):
            return self
        known = self.gone_words.copy()
        known.update(self.content.words.of(more))
        return Segment(self.content, np.sort(np.concatenate([self.gone, more])), known)

    def on(self, today: date) -> "Segment":
        """Return the set as it is on another day."""
        if self.content.today == today:
            return self
        return Segment(Content(self.content.arrays, today), self.gone, self.gone_words)


def write_segment(sink: ArraySink, providers: Iterable[Provider], spill: Path | None = None) -> int:
    """Write a set of listings, which come in the order of their ids; return how many they are."""
    columns, words = ColumnsBuilder(sink), WordsBuilder(sink, spill)
    listings = iter(providers)
    while piece := list(islice(listings, _AT_ONCE)):
        columns.add(piece)
        words.add(piece)
    words.add(())
    words.write()
    return columns.write()


def segment_in_memory(providers: Sequence[Provider], today: date) -> Segment:
    """Return a set of a few listings."""
    memory = MemoryArrays()
    write_segment(memory, sorted(providers, key=lambda provider: provider.id))
    return Segment(Content(memory.arrays(), today), np.zeros(0, np.uint32))
