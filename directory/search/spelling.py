"""What a searcher may have meant to type: one rule, whatever holds the words.

A word is known where a vocabulary or a listing has it. An unknown word of 4 to 40 letters becomes
the known word within 1 edit (2 from 6 letters on) that has the fewest edits, then the most
listings, then comes first in the alphabet; words of more than 40 letters are never offered. An
edit inserts, deletes or replaces a letter, or swaps two neighbours.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

from rapidfuzz.distance import DamerauLevenshtein
from rapidfuzz.process import extract

from directory.search.analysis import plain_words
from directory.search.concepts import searched_names
from directory.vocabulary.edition import per_edition

SHORTEST = 4
LONGEST = 40


class Lexicon(Protocol):
    """The words of all listings and of the vocabularies, as they are written."""

    def listings(self, word: str) -> int:
        """Return how many listings have a word."""
        ...

    def near(self, word: str, most: int) -> Iterable[str]:
        """Return at least every word of up to 40 letters that is within some edits of a word."""
        ...


class ListedWords:
    """A lexicon that compares each of its words: as plain as can be, for few words."""

    def __init__(self, words: Iterable[str], listings: Callable[[str], int]) -> None:
        self._words = tuple(vocabulary_words().union(words))
        self.listings = listings

    def near(self, word: str, most: int) -> Iterable[str]:
        """Return every word that is within some edits of a word."""
        found = extract(
            word,
            self._words,
            scorer=DamerauLevenshtein.distance,
            score_cutoff=most,
            limit=None,
        )
        return (other for other, _, _ in found)


@per_edition
def vocabulary_words() -> frozenset[str]:
    """Return every word by which the vocabularies know a code."""
    return frozenset(word for name in searched_names() for word in plain_words(name))


def did_you_mean(words: Sequence[str], lexicon: Lexicon) -> str | None:
    """Return plain words with the unknown ones mended; None where one cannot be, or all are known.

    Words of fewer than 4 letters stay as they are.
    """
    meant = []
    for word in words:
        mended = word if len(word) < SHORTEST or _is_known(word, lexicon) else _mend(word, lexicon)
        if mended is None:
            return None
        meant.append(mended)
    return " ".join(meant) if meant != list(words) else None


def most_edits(word: str) -> int:
    """Return how many edits may lie between a word and what was meant by it."""
    return 1 if len(word) < 6 else 2


def _is_known(word: str, lexicon: Lexicon) -> bool:
    return word in vocabulary_words() or lexicon.listings(word) > 0


def _mend(word: str, lexicon: Lexicon) -> str | None:
    if len(word) > LONGEST:
        return None
    most = most_edits(word)
    edits = {other: DamerauLevenshtein.distance(word, other) for other in lexicon.near(word, most)}
    offered = [
        (edits[other], -lexicon.listings(other), other)
        for other in edits
        if edits[other] <= most and len(other) <= LONGEST and _is_known(other, lexicon)
    ]
    return min(offered)[2] if offered else None
