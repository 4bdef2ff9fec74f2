"""The columns of one set of listings on one day."""

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from directory.columns.bits import Bits, Documents
from directory.columns.days import day_number
from directory.columns.files import Arrays
from directory.columns.freshness import Freshness, freshness
from directory.columns.numbers import Numbers
from directory.columns.offices import Offices
from directory.columns.points import Points
from directory.columns.strings import Strings, encode
from directory.columns.values import Values
from directory.providers.freshness import FACTS, fresh_days


class Columns:
    """Every listing is a document: its number is its place in the order of ids, from 0."""

    def __init__(self, arrays: Arrays, today: date) -> None:
        self.today = day_number(today)
        self.ids = Strings(arrays, "ids")
        self.names = Strings(arrays, "names")
        self.names_order: Documents = arrays["names.order"]
        self.size = len(self.ids)
        self.values = Values(arrays, self.size, self.today)
        self.points = Points(arrays)
        self.offices = Offices(arrays)
        self.numbers = Numbers.of(arrays)
        self._freshness: dict[tuple[float, tuple[int, ...]], Freshness] = {}

    def freshness(self, fading: float) -> Freshness:
        """Return how much the facts of each document still hold, worked out at the first call."""
        asked = fading, tuple(map(fresh_days, FACTS))
        if asked not in self._freshness:
            self._freshness[asked] = freshness(self.numbers.confirmed, self.today, fading)
        return self._freshness[asked]

    def place_of_name(self, after: tuple[str, str] | None) -> int:
        """Return where in `names_order` the documents begin that come after a name and id."""
        if after is None:
            return 0
        name, id = map(encode, after)
        return bisect_right(
            self.names_order,
            (name, id),
            key=lambda document: (self.names.encoded(document), self.ids.encoded(document)),
        )

    def documents_of(self, ids: list[str]) -> Documents:
        """Return the documents of those ids that are here, in order."""
        found = (self.ids.number(id) for id in ids)
        return np.array(sorted(number for number in found if number is not None), np.uint32)


@dataclass(frozen=True, slots=True)
class Listings:
    """One set of published listings: its columns, and which of its documents still hold.

    An edit puts a listing into another, newer set and takes it out of `current` here. `relevance`
    tells how well the words of some documents fit a text, 0 to 1, the best of all sets being 1.
    """

    columns: Columns
    current: Bits
    relevance: Callable[[Documents], NDArray[np.float64]]
