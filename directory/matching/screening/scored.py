"""All who may be matched, of every set, in one row: a place is a number in that row."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from directory.columns.bits import Flags, Numbered
from directory.columns.lots import LOT_BITS, draw
from directory.matching.screening.cases import Cases
from directory.matching.screening.scores import Tenths

Places = NDArray[np.int64]
Orders = NDArray[np.uint64]
_MOST_TENTHS = 1000


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
    today: date

    @classmethod
    def of(cls, sets: Sequence[Scored], today: date) -> "Row":
        """Put sets in a row; at least one."""
        return cls(sets, np.concatenate([one.tenths for one in sets]), today)

    def at(self, place: int) -> tuple[Scored, int]:
        """Return the set and the document at a place."""
        for one in self.sets:
            if place < len(one.documents):
                return one, int(one.documents[place])
            place -= len(one.documents)
        raise IndexError(place)

    def best(self, count: int, among: Flags | None = None) -> Places:
        """Return the places of the best, in any order; where scores tie, the lots decide."""
        places = np.arange(len(self.tenths)) if among is None else np.flatnonzero(among)
        if len(places) <= count:
            return places
        tenths = self.tenths.take(places)
        places = places[tenths >= np.partition(tenths, -count)[-count]]
        first: Places = places.take(np.argpartition(self.orders(places), count - 1)[:count])
        return first

    def orders(self, places: Places) -> Orders:
        """Return a number for each place, lowest for the highest score and then the first lot."""
        lots = self.read(
            places, lambda one, some: one.cases.listings.columns.numbers.lot.take(some)
        )
        short_of_all = (_MOST_TENTHS - self.tenths.take(places)).astype(np.uint64)
        orders: Orders = (short_of_all << np.uint64(LOT_BITS)) | draw(lots, self.today)
        return orders

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
