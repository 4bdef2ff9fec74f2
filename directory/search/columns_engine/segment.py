"""One set of listings with all that a search needs of it: facts, words, names and texts."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
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
from directory.columns.bits import among, full, taken_out
from directory.providers import Provider
from directory.providers.freshness import fresh_days
from directory.search.columns_engine.lexicon import Words
from directory.search.columns_engine.names import Names
from directory.search.columns_engine.pairs import Pairs
from directory.search.columns_engine.postings import Postings
from directory.search.columns_engine.selection import Selection
from directory.search.columns_engine.standing import Standing
from directory.search.columns_engine.stream import Stream
from directory.search.columns_engine.words_building import WordsBuilder

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
        self._standing: dict[int, Standing] = {}

    @property
    def standing(self) -> Standing:
        """How far a searcher can count on each listing today, by the clock in force."""
        clock = fresh_days("availability")
        if clock not in self._standing:
            self._standing[clock] = Standing.of(self.columns)
        return self._standing[clock]


@dataclass(frozen=True, slots=True)
class Segment:
    """A set of listings of which some may be gone, or have moved to a newer set.

    `current` holds the others; `gone_words` counts in how many that are gone each word stands.
    """

    content: Content
    current: Bits
    gone: Documents
    gone_words: Counter[int]

    @classmethod
    def whole(cls, content: Content) -> "Segment":
        """Return a set of which none is gone."""
        return cls(content, full(content.size), np.zeros(0, np.uint32), Counter())

    @property
    def size(self) -> int:
        """How many documents there are, gone or not."""
        return self.content.size

    @property
    def listings(self) -> int:
        """How many listings are current."""
        return self.size - len(self.gone)

    def only_current(self, selection: Selection) -> Selection:
        """Select those that are not gone."""
        return selection.within(self.current) if len(self.gone) else selection

    def without(self, ids: Iterable[str]) -> "Segment":
        """Return the set without some more listings."""
        found = self.content.columns.documents_of(list(ids))
        more = found[~among(found, self.gone)]
        if not len(more):
            return self
        words = self.gone_words.copy()
        words.update(self.content.words.of(more))
        gone = np.sort(np.concatenate([self.gone, more]))
        return Segment(self.content, taken_out(self.current, more), gone, words)

    def on(self, today: date) -> "Segment":
        """Return the set as it is on another day."""
        if self.content.today == today:
            return self
        return replace(self, content=Content(self.content.arrays, today))


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
    return Segment.whole(Content(memory.arrays(), today))
