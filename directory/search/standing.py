"""How far a searcher can count on a listing, the same for every engine."""

from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

Number = TypeVar("Number", float, NDArray[np.float64])
_ACCEPTING = {"yes": 0.4, "waitlist": 0.2, "unknown": 0.1}


def standing(accepting: str, fresh: bool, claimed: bool) -> float:
    """Return 0 to 1 by whether it takes new people, had that confirmed lately, and is claimed."""
    return _ACCEPTING.get(accepting, 0.0) + 0.3 * fresh + 0.3 * claimed


def best_score(words: Number, standing: Number) -> Number:
    """Return what a listing sorts by where words were asked for; stale ones sink."""
    return words * (0.5 + standing / 2)
