"""How many of a listing's facts were confirmed, and how many of these still hold on a day."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from directory.columns.days import NO_DAY
from directory.providers.freshness import DAYS, DEFAULT_DAYS, FACTS

_AT_ONCE = 1 << 14  # documents


class Freshness(NamedTuple):
    """For each document, how many facts were ever confirmed, and how many lately enough."""

    confirmed: NDArray[np.uint8]
    fresh: NDArray[np.uint8]


def freshness(days: NDArray[np.uint16], today: int) -> Freshness:
    """Count the facts of all documents; `days` has a column for each of FACTS, 0 for never."""
    found = Freshness(np.zeros(len(days), np.uint8), np.zeros(len(days), np.uint8))
    for start in range(0, len(days), _AT_ONCE):
        some = slice(start, start + _AT_ONCE)
        for fact, column in zip(FACTS, np.ascontiguousarray(days[some].T), strict=True):
            found.confirmed[some] += column != NO_DAY
            found.fresh[some] += column >= since(fact, today)
    return found


def since(fact: str, today: int) -> int:
    """Return the first day of which a confirmation still holds; days are since 1970."""
    return max(NO_DAY + 1, today - DAYS.get(fact, DEFAULT_DAYS))
