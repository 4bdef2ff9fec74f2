"""All who may be matched, of every set, in one row: a place is a number in that row."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

import numpy as np
from numpy.typing import NDArray

from directory.columns.bits import Flags, Numbered
from directory.matching.ranking_table import RankingTable
from directory.matching.screening.cases import Cases
from directory.matching.screening.scores import Tenths

Places = NDArray[np.int64]
Key = Callable[[Places], NDArray[Any]]


@dataclass(frozen=True, slots=True)
class Scored:
    """Those of one set who may be matched, with their scores."""

    cases: Cases
    documents: Numbered
    tenths: Tenths


@dataclass(frozen=True, slots=True)
class Row:
    """The scored of all sets, one set after the other."""

    sets: Sequence[Scored]
    tenths: Tenths

    @classmethod
    def of(cls, sets: Sequence[Scored]) -> "Row":
        """Put sets in a row; at least one."""
        return cls(sets, np.concatenate([one.tenths for one in sets]))

    @property
    def table(self) -> RankingTable:
        """What the scores are made of, the same for all sets."""
        return self.sets[0].cases.table

    def at(self, place: int) -> tuple[Scored, int]:
        """Return the set and the document at a place."""
        ends = list(accumulate(len(one.documents) for one in self.sets))
        number = bisect_right(ends, place)
        one = self.sets[number]
        return one, int(one.documents[place - ends[number] + len(one.documents)])

    def places(self, among: Flags | None = None) -> Places:
        """Return all places in rising order, or some of them."""
        return np.arange(len(self.tenths)) if among is None else np.flatnonzero(among)

    def read(
        self, places: Places, look: Callable[[Scored, Numbered], NDArray[Any]]
    ) -> NDArray[Any]:
        """Look something up for the documents at places in rising order."""
        found, start = [], 0
        for one in self.sets:
            end = start + len(one.documents)
            first, last = np.searchsorted(places, (start, end))
            found.append(look(one, one.documents.take(places[first:last] - start)))
            start = end
        return np.concatenate(found)


def lowest(places: Places, count: int, keys: Sequence[Key]) -> Places:
    """Return the places that come first by some keys, in any order.

    Each key is looked up only for those between whom the keys before it did not decide.
    """
    first: list[Places] = []
    for key in keys:
        if len(places) <= count:
            break
        values = key(places)
        last = np.partition(values, count - 1)[count - 1]
        first.append(places[values < last])
        places, count = places[values == last], count - len(first[-1])
    return np.concatenate([*first, places[:count]])
