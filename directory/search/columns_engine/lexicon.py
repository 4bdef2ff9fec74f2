"""The words of a set of listings as they are written, for mending misspelt ones."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from directory.columns import Arrays, ArraySink, Documents
from directory.columns.strings import Strings, write_strings
from directory.columns.values import Counts
from directory.search.columns_engine.deletes import Deletes, build
from directory.search.columns_engine.stream import Stream
from directory.search.spelling import vocabulary_words
from directory.vocabulary.edition import per_edition


def write_lexicon(sink: ArraySink, numbers: Mapping[str, int], listings: Counts) -> None:
    """Write words with their numbers, and with how many listings have the word of each number."""
    words = sorted(numbers)
    write_strings(sink, "lexicon.words", words)
    in_order = np.array([numbers[word] for word in words], np.uint32)
    sink.append("lexicon.as_streamed", in_order + np.uint32(1))
    sink.append("lexicon.listings", listings[in_order].astype(np.uint32))


def write_deletes(sink: ArraySink, numbers: Mapping[str, int]) -> None:
    """Write what makes misspelt words quick to mend; a few words do without until one is asked."""
    for name, array in build(sorted(numbers)).items():
        sink.append(name, array)


class Words:
    """The words of one set of listings; those of the listings that are gone do not count."""

    def __init__(self, arrays: Arrays, stream: Stream) -> None:
        self._words = Strings(arrays, "lexicon.words")
        self._numbers: NDArray[np.uint32] = arrays["lexicon.as_streamed"]
        self._listings: NDArray[np.uint32] = arrays["lexicon.listings"]
        self._arrays, self._stream = arrays, stream

    @cached_property
    def _deletes(self) -> Deletes:
        written = "deletes.hashes" in self._arrays
        return Deletes(self._arrays if written else build(self._words), self._words.__getitem__)

    def of(self, documents: Documents) -> Counter[int]:
        """Return in how many of some listings each numbered word stands."""
        found: Counter[int] = Counter()
        for document in documents.tolist():
            found.update(self._stream.words_of(document).tolist())
        return found

    def listings(self, word: str, gone: Mapping[int, int]) -> int:
        """Return how many listings have a word, but for those counted as gone."""
        place = self._words.number(word)
        if place is None:
            return 0
        return int(self._listings[place]) - gone.get(int(self._numbers[place]), 0)

    def near(self, word: str, most: int) -> Iterable[str]:
        """Return every word within some edits of a word."""
        return map(self._words.__getitem__, self._deletes.near(word, most))


class SharedLexicon:
    """The words of several sets of listings, each with what is gone from it."""

    def __init__(self, sets: Sequence[tuple[Words, Mapping[int, int]]]) -> None:
        self._sets = sets

    def listings(self, word: str) -> int:
        """Return how many listings have a word."""
        return sum(words.listings(word, gone) for words, gone in self._sets)

    def near(self, word: str, most: int) -> Iterable[str]:
        """Return every word within some edits of a word, those of the vocabularies included."""
        yield from _vocabulary().near(word, most)
        for words, _ in self._sets:
            yield from words.near(word, most)


class _Vocabulary:
    """The words by which the vocabularies know a code."""

    def __init__(self) -> None:
        self._words = sorted(vocabulary_words())
        self._deletes = Deletes(build(self._words), self._words.__getitem__)

    def near(self, word: str, most: int) -> Iterable[str]:
        return map(self._words.__getitem__, self._deletes.near(word, most))


@per_edition
def _vocabulary() -> _Vocabulary:
    return _Vocabulary()
