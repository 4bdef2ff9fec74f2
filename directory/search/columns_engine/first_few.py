"""The first few of many, without putting the many in order."""

import numpy as np
from numpy.typing import NDArray

from directory.columns import Documents
from directory.columns.bits import holds
from directory.search.columns_engine.selection import Selection

_AT_ONCE = 4096
_SAMPLE, _SAMPLE_PAYS = 4096, 4


def greatest(scores: NDArray[np.floating], most: int) -> float:
    """Return the score of the last of the best; a sample tells which need not be looked at."""
    step = len(scores) // _SAMPLE
    if step > _SAMPLE_PAYS:
        sample = scores[::step]
        rank = 2 * most * len(sample) // len(scores) + 16
        likely = scores[scores >= np.partition(sample, -rank)[-rank]]
        scores = likely if len(likely) >= most else scores
    return float(np.partition(scores, -most)[-most])


def lowest(keys: NDArray[np.float64], most: int) -> NDArray[np.intp]:
    """Return the places of the lowest keys in order; of equal ones those that come first."""
    if len(keys) <= most:
        return np.argsort(keys, kind="stable")
    limit = np.partition(keys, most - 1)[most - 1]
    below = np.flatnonzero(keys < limit)
    level = np.flatnonzero(keys == limit)[: most - len(below)]
    return np.concatenate([below[np.argsort(keys[below], kind="stable")], level])


def first_in(order: Documents, selection: Selection, most: int) -> Documents:
    """Return the first documents of an order that are selected, looking at no more than needed."""
    found, missing, start, step = [order[:0]], most, 0, _AT_ONCE
    while missing and start < len(order):
        part = order[start : start + step]
        some = part[holds(selection.bits, part)][:missing]
        found.append(some)
        missing -= len(some)
        start, step = start + step, step * 2
    return np.concatenate(found)
