"""The words of every listing in the order of its texts, for reading them again."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from directory.columns import Arrays, Documents
from directory.columns.bits import Flags
from directory.columns.ragged import places

_AT_ONCE = 20_000  # documents, so that the texts read at a time stay small


class Stream:
    """The numbered words of every listing, text after text with a mark between them."""

    def __init__(self, arrays: Arrays) -> None:
        self._words: NDArray[np.uint32] = arrays["stream.words"]
        self._ends: NDArray[np.int64] = arrays["stream.ends"]
        self._names: NDArray[np.uint32] = arrays["stream.names"]
        self._name_ends: NDArray[np.int64] = arrays["stream.name_ends"]
        self._stem_of: NDArray[np.uint32] = arrays["stream.stem_of"]

    def words_of(self, document: int) -> NDArray[np.uint32]:
        """Return the numbers of the different words of a listing and its name, lowest first."""
        texts = self._words[self._ends[document] : self._ends[document + 1]]
        name = self._names[self._name_ends[document] : self._name_ends[document + 1]]
        words = np.unique(np.concatenate([texts, name]))
        return words[words > 0]

    def together(self, stems: Sequence[int], documents: Documents) -> Flags:
        """Tell of each document whether the stems stand one after another in one of its texts."""
        found = np.zeros(len(documents), np.bool_)
        for start in range(0, len(documents), _AT_ONCE):
            part = slice(start, start + _AT_ONCE)
            found[part] = self._together(stems, documents[part])
        return found

    def _together(self, stems: Sequence[int], documents: Documents) -> Flags:
        entries, lengths = places(self._ends, documents)
        words = self._stem_of[self._words[entries]]
        starts = np.flatnonzero(words[: max(0, len(words) - len(stems) + 1)] == stems[0])
        for ahead, stem in enumerate(stems[1:], start=1):
            starts = starts[words[starts + ahead] == stem]
        found = np.zeros(len(documents), np.bool_)
        found[np.searchsorted(np.cumsum(lengths), starts, side="right")] = True
        return found
