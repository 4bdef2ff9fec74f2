"""What many listings are ordered by at once; the twin of `matching.ordering`."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from directory.columns.bits import Numbered
from directory.columns.lots import draw
from directory.columns.numbers import ACCEPTING_NUMBERS, NO_NUMBER
from directory.matching.bands import Bands
from directory.matching.exposure import Exposure
from directory.matching.ordering import TAKING, Order, whole_steps
from directory.matching.screening.scored import Key, Places, Row, Scored

_MOST_TENTHS = 1000
_TAKING = [ACCEPTING_NUMBERS[code] for code in TAKING]
Look = Callable[[Scored, Numbered], NDArray[Any]]


@dataclass(frozen=True)
class RowOrdering:
    """How to order a row: by what, what was shown, and the seed of the lots."""

    row: Row
    order: str
    exposure: Exposure
    seed: int

    @cached_property
    def bands(self) -> Bands:
        """The bands of everybody's scores."""
        scores = np.flatnonzero(np.bincount(self.row.tenths)).tolist()
        return Bands.over(scores, self.row.table.fairness.band_tenths)

    @property
    def keys(self) -> Sequence[Key]:
        """What places are ordered by, upwards: the first that differs decides."""
        return (*self._fit, self._exposures, self._lots)

    def of(self, places: Places) -> list[Order]:
        """Return what each of some places in rising order is ordered by."""
        return list(zip(*(key(places).tolist() for key in self.keys), strict=True))

    @property
    def _fit(self) -> Sequence[Key]:
        fact = _FACTS.get(self.order)
        if fact is None:
            return (self._bands,)
        return (lambda places: self.row.read(places, fact), self._short_of_all)

    @cached_property
    def _band_of_tenths(self) -> NDArray[np.uint16]:
        """The number of the band of every score there is."""
        floors = self.bands.floors[::-1]
        above = np.searchsorted(floors, np.arange(_MOST_TENTHS + 1), side="right")
        return (len(floors) - above).astype(np.uint16)

    def _bands(self, places: Places) -> NDArray[np.uint16]:
        return self._band_of_tenths.take(self.row.tenths.take(places))

    def _short_of_all(self, places: Places) -> NDArray[np.int64]:
        return -self.row.tenths.take(places)

    def _exposures(self, places: Places) -> NDArray[np.float64]:
        return self.row.read(
            places,
            lambda one, some: self.exposure.among(one.cases.listings.columns, some),
        )

    def _lots(self, places: Places) -> NDArray[np.uint64]:
        lots = self.row.read(
            places, lambda one, some: one.cases.listings.columns.numbers.lot.take(some)
        )
        drawn: NDArray[np.uint64] = draw(lots, self.seed)
        return drawn


def _days(one: Scored, documents: Numbered) -> NDArray[np.float64]:
    numbers = one.cases.listings.columns.numbers
    days = numbers.next_opening_days.take(documents)
    known = np.isin(numbers.accepting.take(documents), _TAKING) & (days != NO_NUMBER)
    return np.where(known, days, np.inf)


def _miles(one: Scored, documents: Numbered) -> NDArray[np.float64]:
    return whole_steps(one.cases.miles(documents))


def _fees(one: Scored, documents: Numbered) -> NDArray[np.float64]:
    return np.nan_to_num(one.cases.listings.columns.numbers.fee_min.take(documents), nan=np.inf)


_FACTS: dict[str, Look] = {"soonest": _days, "nearest": _miles, "fee": _fees}
