"""What matches are ordered by: the fit in bands, or one fact that the person chose."""

from collections.abc import Callable
from dataclasses import dataclass
from math import inf
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from directory.columns.lots import draw, lot_number
from directory.matching.bands import Bands
from directory.matching.case import Case
from directory.matching.exposure import Exposure

BEST = "best"
# A waiting list has a first appointment, too.
TAKING = ("yes", "waitlist")
# What one is ordered by, upwards: the first that differs decides.
Order = tuple[float, ...]
Miles = TypeVar("Miles", float, NDArray[np.float64])


@dataclass(frozen=True, slots=True)
class Ordering:
    """How to order on a day: the bands of the scores, what was shown, and the seed of the lots."""

    bands: Bands
    exposure: Exposure
    seed: int

    def of(self, case: Case, tenths: int) -> Order:
        """Return what one case with a score is ordered by."""
        fact = _FACTS.get(case.request.order)
        fit = (self.bands.of(tenths),) if fact is None else (fact(case), -tenths)
        lot = draw(lot_number(case.provider.id), self.seed)
        return (*fit, self.exposure.of(case.provider), lot)


def whole_steps(miles: Miles) -> Miles:
    """Return miles in whole tenths, so that neighbours count as equally near."""
    steps: Miles = np.floor(miles * 10)
    return steps


def _days(case: Case) -> float:
    availability = case.provider.availability
    days = availability.next_opening_days
    return inf if days is None or availability.accepting not in TAKING else days


def _miles(case: Case) -> float:
    miles = case.meeting.miles
    return inf if miles is None else float(whole_steps(miles))


def _fee(case: Case) -> float:
    fee = case.provider.fee
    return inf if fee is None else fee.min


# What is not known comes last.
_FACTS: dict[str, Callable[[Case], float]] = {"soonest": _days, "nearest": _miles, "fee": _fee}
