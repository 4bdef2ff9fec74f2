"""A deletes dictionary: the words near a misspelt one, found without comparing it to them all.

Words within two edits of each other have the same letters left once up to two are deleted from
the first seven of each (SymSpell, W. Garbe 2012). So each word is filed under the hash of all
that can be left of it, and whatever shares a hash with the misspelt word is compared to it.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import combinations
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import DamerauLevenshtein
from rapidfuzz.process import extract

from directory.columns.files import Arrays
from directory.search.spelling import LONGEST, SHORTEST

_PREFIX = 7
_DELETED = 2
# A searched word has 4 letters and loses one, or 6 and loses two; so fewer are never asked for.
_SHORTEST_LEFT = SHORTEST - 1
_WORDS_AT_ONCE = 1 << 14
_MOST_UNDER_A_HASH = 1 << 14
_MOST_COMPARED = 1 << 12
# Random odd numbers; the upper half of the sum of letters times factors is the hash.
_FACTORS = np.array(
    [
        0x9E3779B97F4A7C15,
        0xD1B54A32D192ED03,
        0x8CB92BA72F3D8DD7,
        0xA0761D6478BD642F,
        0xE7037ED1A0B428DB,
        0x589965CC75374CC3,
        0x1D8E4E27C47D124F,
    ],
    dtype=np.uint64,
)


def build(words: Sequence[str]) -> dict[str, NDArray[Any]]:
    """Return the arrays of a dictionary of some words, which are known by their places.

    Words of fewer than 3 letters, which nothing is mended to, and of more than 40 are left out.
    """
    entries = np.concatenate([np.empty(0, dtype=np.uint64), *_entries(words)])
    entries.sort()
    new = np.ones(len(entries), dtype=np.bool_)
    new[1:] = entries[1:] != entries[:-1]
    entries = entries[new]
    chunks = [words[start : start + _WORDS_AT_ONCE] for start in _starts(words)]
    return {
        "deletes.hashes": (entries >> np.uint64(32)).astype(np.uint32),
        "deletes.words": entries.astype(np.uint32),
        "deletes.lengths": np.fromiter((min(len(word), 255) for word in words), np.uint8),
        "deletes.letters": np.concatenate([_letter_sets(()), *map(_letter_sets, chunks)]),
    }


class Deletes:
    """The dictionary that was built, where `word_at` returns the word at a place."""

    def __init__(self, arrays: Arrays, word_at: Callable[[int], str]) -> None:
        self._hashes = np.asarray(arrays["deletes.hashes"], dtype=np.uint32)
        self._words = np.asarray(arrays["deletes.words"], dtype=np.uint32)
        self._lengths = np.asarray(arrays["deletes.lengths"], dtype=np.uint8)
        self._letters = np.asarray(arrays["deletes.letters"], dtype=np.uint64)
        self._word_at = word_at

    def near(self, word: str, most: int) -> list[int]:
        """Return the places of the words within some edits of a word, lowest first.

        The word has 4 to 40 letters, and `most` is 1, or also 2 where it has at least 6. Where
        over 4,096 words look alike, or 16,384 begin alike, the rest of them are passed over.
        """
        places = self._looking_alike(word, most)[:_MOST_COMPARED].tolist()
        found = extract(
            word,
            [self._word_at(place) for place in places],
            scorer=DamerauLevenshtein.distance,
            score_cutoff=most,
            limit=None,
        )
        return sorted(places[number] for _, _, number in found)

    def _looking_alike(self, word: str, most: int) -> NDArray[np.uint32]:
        """Return the places of words that share what is left, the length and most letters."""
        places = self._sharing_a_hash(_hashes_of(word, most))
        lengths = self._lengths[places].astype(np.int64)
        places = places[np.abs(lengths - len(word)) <= most]
        letters, own = self._letters[places], _letter_sets((word,))
        lacking = np.bitwise_count(own & ~letters) <= most
        added = np.bitwise_count(letters & ~own) <= most
        return np.unique(places[lacking & added])

    def _sharing_a_hash(self, hashes: NDArray[np.uint32]) -> NDArray[np.uint32]:
        starts = np.searchsorted(self._hashes, hashes, "left")
        ends = np.searchsorted(self._hashes, hashes, "right")
        ends = np.minimum(ends, starts + _MOST_UNDER_A_HASH)
        spans = zip(starts.tolist(), ends.tolist(), strict=True)
        runs = [self._words[start:end] for start, end in spans if start < end]
        return np.concatenate([self._words[:0], *runs])


def _starts(words: Sequence[str]) -> range:
    return range(0, len(words), _WORDS_AT_ONCE)


def _entries(words: Sequence[str]) -> Iterator[NDArray[np.uint64]]:
    """Yield what is filed: a hash in the upper half, the place of its word in the lower."""
    for start in _starts(words):
        chunk = words[start : start + _WORDS_AT_ONCE]
        lengths = np.fromiter(map(len, chunk), np.int64)
        letters = _letters(chunk, _PREFIX)
        for length in range(_SHORTEST_LEFT, _PREFIX + 1):
            inside = (np.minimum(lengths, _PREFIX) == length) & (lengths <= LONGEST)
            places = (np.flatnonzero(inside) + start).astype(np.uint64)
            for deleted in range(_most_deleted(length, _DELETED) + 1):
                hashes = _hashes(letters[inside, :length], deleted).astype(np.uint64)
                yield (hashes << np.uint64(32) | places[:, np.newaxis]).ravel()


def _hashes_of(word: str, most: int) -> NDArray[np.uint32]:
    """Return the hashes of all that may be left of a word."""
    prefix = word[:_PREFIX]
    letters = _letters((prefix,), _PREFIX)[:, : len(prefix)]
    deletions = range(_most_deleted(len(prefix), most) + 1)
    return np.concatenate([_hashes(letters, deleted).ravel() for deleted in deletions])


def _most_deleted(length: int, most: int) -> int:
    return max(0, min(most, length - _SHORTEST_LEFT))


def _hashes(letters: NDArray[np.uint32], deleted: int) -> NDArray[np.uint32]:
    """Return the hashes of what is left when so many letters are deleted, a row for each word."""
    left = _left(letters.shape[1], deleted)
    sums = letters.astype(np.uint64)[:, left] @ _FACTORS[: left.shape[1]]
    return (sums >> np.uint64(32)).astype(np.uint32)


@cache
def _left(length: int, deleted: int) -> NDArray[np.intp]:
    """Return which letters may be left, a row for each way to delete so many."""
    ways = list(combinations(range(length), length - deleted))
    return np.array(ways, dtype=np.intp).reshape(len(ways), length - deleted)


def _letters(words: Sequence[str], width: int) -> NDArray[np.uint32]:
    """Return the code points of the first letters of words, a row for each, 0 behind its end."""
    texts = np.array(words, dtype=f"U{width}")
    return texts.view(np.uint32).reshape(len(words), width)


def _letter_sets(words: Sequence[str]) -> NDArray[np.uint64]:
    """Return which letters each word has, its end being one; an edit adds and takes one at most."""
    bits = np.uint64(1) << (_letters(words, LONGEST) & np.uint32(63)).astype(np.uint64)
    sets: NDArray[np.uint64] = np.bitwise_or.reduce(bits, axis=1)
    return sets
