"""How many of a listing's facts were confirmed, and how much these confirmations still count."""

from functools import lru_cache
from math import ceil
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from directory.columns.days import NO_DAY
from directory.providers.freshness import FACTS, fresh_days, percent_held

_AT_ONCE = 1 << 14  # documents
_ALL_DAYS = 1 << 16


class Freshness(NamedTuple):
    """For each document, how many facts were ever confirmed, and how much these hold in percent."""

    confirmed: NDArray[np.uint8]
    percent: NDArray[np.uint16]


def freshness(days: NDArray[np.uint16], today: int, fading: float) -> Freshness:
    """Look at the facts of all documents; `days` has a column for each of FACTS, 0 for never."""
    found = Freshness(np.zeros(len(days), np.uint8), np.zeros(len(days), np.uint16))
    for start in range(0, len(days), _AT_ONCE):
        some = slice(start, start + _AT_ONCE)
        for fact, column in zip(FACTS, np.ascontiguousarray(days[some].T), strict=True):
            found.confirmed[some] += column != NO_DAY
            found.percent[some] += held_since(fact, today, fading).take(column)
    return found


def held_since(fact: str, today: int, fading: float) -> NDArray[np.uint8]:
    """Return how much a confirmation of each day still counts, in percent; days are since 1970."""
    return _held(fresh_days(fact), today, fading)


@lru_cache(maxsize=16)
def _held(fresh: int, today: int, fading: float) -> NDArray[np.uint8]:
    percents = np.zeros(_ALL_DAYS, np.uint8)
    percents[today:] = 100
    for age in range(min(today, ceil(fresh * (1 + fading)))):
        percents[today - age] = percent_held(age, fresh, fading)
    return percents
