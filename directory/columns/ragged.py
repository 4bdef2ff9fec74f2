"""Rows of different lengths in one flat array, with the place where each row ends."""

import numpy as np
from numpy.typing import NDArray

from directory.columns.bits import Numbered

Ends = NDArray[np.int64]


def ends_of(lengths: NDArray[np.integer]) -> Ends:
    """Return where rows of these lengths begin and end: one number more than there are rows."""
    ends = np.zeros(len(lengths) + 1, np.int64)
    np.cumsum(lengths, out=ends[1:])
    return ends


def places(ends: Ends, rows: Numbered) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return where the entries of some rows lie in the flat array, and how many each row has."""
    starts = ends[rows]
    lengths = ends[rows + 1] - starts
    before = np.cumsum(lengths) - lengths
    return np.repeat(starts - before, lengths) + np.arange(lengths.sum()), lengths
