"""What a searcher may have meant to type."""

from collections.abc import Sequence
from functools import cache

from rapidfuzz.distance import DamerauLevenshtein
from rapidfuzz.process import extractOne

from directory.search.analysis import MAX_CHARACTERS, plain_words
from directory.search.concepts import searched_names

_SHORTEST = 4


@cache
def vocabulary_words() -> frozenset[str]:
    """Return every word by which the vocabularies know a code."""
    return frozenset(word for name in searched_names() for word in plain_words(name))


def did_you_mean(text: str, known: Sequence[str]) -> str | None:
    """Return the text with its unknown words mended, or None where nothing near is known.

    `known` holds words as they are written, in order.
    """
    words = plain_words(text[:MAX_CHARACTERS])
    dictionary = frozenset(known)
    mended = [word if word in dictionary else _nearest(word, known) for word in words]
    if not words or None in mended or mended == list(words):
        return None
    return " ".join(word for word in mended if word)


def _nearest(word: str, known: Sequence[str]) -> str | None:
    if len(word) < _SHORTEST:
        return word
    most = 1 if len(word) < 6 else 2
    found = extractOne(word, known, scorer=DamerauLevenshtein.distance, score_cutoff=most)
    return str(found[0]) if found else None
