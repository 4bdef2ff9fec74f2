"""The words of names, as they are written: found whole, or by how they begin."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from directory.columns import Arrays, ArraySink, Documents
from directory.columns.bits import each_once
from directory.columns.ragged import ends_of
from directory.columns.strings import Strings, write_strings
from directory.search.columns_engine.numbering import NameWords


class NamesBuilder:
    """Takes names, and writes for each of their words the listings that have it."""

    def __init__(self) -> None:
        self._words = NameWords()
        self._numbers: dict[str, int] = {}
        self._found: list[NDArray[np.uint32]] = []
        self._size = 0

    def add(self, names: Sequence[str]) -> None:
        """Take in the names of the next listings."""
        found = [
            (self._numbers.setdefault(word, len(self._numbers)), document)
            for document, name in enumerate(names, self._size)
            for word in self._words.words(name)
        ]
        self._found.append(np.array(found, np.uint32).reshape(-1, 2))
        self._size += len(names)

    def write(self, sink: ArraySink) -> None:
        """Write what was taken in, in the order of the words."""
        words = sorted(self._numbers)
        place_of = np.zeros(len(words), np.int64)
        place_of[[self._numbers[word] for word in words]] = np.arange(len(words))
        found = np.concatenate(self._found)
        places = place_of[found[:, 0]]
        order = np.argsort(places, kind="stable")
        write_strings(sink, "name_words", words)
        sink.append("name_words.listings", found[order, 1])
        counts = np.bincount(places, minlength=len(words))
        sink.append("name_words.listing_ends", ends_of(counts))


class Names:
    """The listings by the words of their names."""

    def __init__(self, arrays: Arrays) -> None:
        self._words = Strings(arrays, "name_words")
        self._listings: Documents = arrays["name_words.listings"]
        self._ends: NDArray[np.int64] = arrays["name_words.listing_ends"]

    def having(self, word: str) -> Documents:
        """Return the documents whose name has a word."""
        number = self._words.number(word)
        return self._between(0, 0) if number is None else self._between(number, number + 1)

    def beginning(self, start: str) -> Documents:
        """Return the documents with a word in their name that begins so, each once."""
        return each_once(self._between(*self._words.beginning(start)))

    def _between(self, first: int, last: int) -> Documents:
        return self._listings[self._ends[first] : self._ends[last]]
