"""Finding where the texts of listings name a code, many listings at once."""

import numpy as np
from numpy.typing import NDArray

from directory.search.columns_engine.numbering import number_of
from directory.search.concepts import runs_with_mentions
from directory.vocabulary.edition import per_edition

Numbers = NDArray[np.int64]


class _RunsOfSize:
    """The runs of one length as rows of numbers, in the order of a key for looking them up."""

    def __init__(self, runs: list[tuple[tuple[int, ...], int]]) -> None:
        rows = np.array([run for run, _ in runs], np.int64)
        keys = _keys(rows)
        order = np.argsort(keys)
        self._rows, self._keys = rows[order], keys[order]
        self._told = np.array([told for _, told in runs], np.int64)[order]
        self._size = rows.shape[1]

    def find(self, stream: NDArray[np.uint32], starts: Numbers) -> tuple[Numbers, Numbers]:
        starts = starts[starts + self._size <= len(stream)]
        windows = stream[starts[:, np.newaxis] + np.arange(self._size)].astype(np.int64)
        keys = _keys(windows)
        first = np.searchsorted(self._keys, keys)
        last = np.searchsorted(self._keys, keys, side="right")
        hits = np.flatnonzero(last > first)
        found, numbers = [starts[:0]], [self._told[:0]]
        for ahead in range(int((last - first).max(initial=0))):
            some = hits[(first + ahead)[hits] < last[hits]]
            rows = first[some] + ahead
            same = (self._rows[rows] == windows[some]).all(axis=1)
            found.append(starts[some[same]])
            numbers.append(self._told[rows[same]])
        return np.concatenate(found), np.concatenate(numbers)


def _keys(rows: Numbers) -> NDArray[np.uint64]:
    """Return one number for each row; rows that differ seldom have the same."""
    keys = np.zeros(len(rows), np.uint64)
    for column in rows.T:
        keys = keys * np.uint64(0x9E3779B97F4A7C15) + column.astype(np.uint64)
    return keys


class Mentions:
    """Every run of stems that names a code, by length."""

    def __init__(self) -> None:
        by_size: dict[int, list[tuple[tuple[int, ...], int]]] = {}
        for words, told in runs_with_mentions():
            run = tuple(map(number_of, words))
            by_size.setdefault(len(run), []).extend((run, number_of(each)) for each in told)
        self._by_size = [_RunsOfSize(runs) for runs in by_size.values()]
        firsts = {run[0] for runs in by_size.values() for run, _ in runs}
        self._firsts = np.array(sorted(firsts), np.int64)
        self._is_first = np.zeros(int(self._firsts.max()) + 1, np.bool_)
        self._is_first[self._firsts] = True

    def find(self, stream: NDArray[np.uint32], starts: Numbers) -> tuple[Numbers, Numbers]:
        """Return where mentions begin, among some places of a stream of stems, and which they are.

        A run never reaches over the mark between two texts.
        """
        words = stream[starts]
        known = words < len(self._is_first)
        starts = starts[known][self._is_first[words[known]]]
        found = [runs.find(stream, starts) for runs in self._by_size]
        return (
            np.concatenate([places for places, _ in found]),
            np.concatenate([numbers for _, numbers in found]),
        )


@per_edition
def all_mentions() -> Mentions:
    """Return the mentions of all vocabularies, worked out once."""
    return Mentions()
