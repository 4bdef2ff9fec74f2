"""Concerns that fit a text: BM25 over their words, with whole phrases counting most."""

import math
import re
from collections import Counter
from collections.abc import Mapping
from types import MappingProxyType

from directory.triage.phrases import plain
from directory.vocabulary import CONCERNS, Concern

Words = tuple[str, ...]

# BM25's usual saturation and length correction.
SATURATION, LENGTH_CORRECTION = 1.2, 0.75
# What a phrase found word for word counts for, beside the words that it is made of.
PHRASE_WEIGHT = 4.0

_COMMON = """
a about after all also am an and any are as at be because been before being but by can could
did do does doing don for from get go got had has have having he her here hers him his how i
i'm i've if in into is it it's its just know like ll me more most my no not now of on once
one only or other our out over own re really s she should so some such t than that that's
the their them then there these they things this those through to too until up us very was
we were what when where which while who why will with would you your
"""
STOP_WORDS = frozenset(_COMMON.split())
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")
_SUFFIXES = ("ations", "ation", "ings", "ing", "edly", "ed", "ness", "ly", "es", "s", "e")


def rank_concerns(text: str) -> tuple[tuple[str, float], ...]:
    """Return the concerns that share words with a text and how well each fits, best first."""
    words = stems(text)
    used, runs = Counter(words), _runs(words)
    scores = {code: _shared_words(used, code) + _shared_phrases(runs, code) for code in CONCERNS}
    best_first = sorted(scores, key=lambda code: -scores[code])
    return tuple((code, round(scores[code], 3)) for code in best_first if scores[code] > 0)


def stems(text: str) -> Words:
    """Return the meaningful words of a text, each cut down to its stem."""
    found = _WORD.findall(plain(text))
    return tuple(stem(word) for word in found if word not in STOP_WORDS)


def stem(word: str) -> str:
    """Strip a common English ending, where at least three letters are left."""
    word = word.replace("'", "")
    if word.endswith(("ies", "ied")) and len(word) > 4:
        return word[:-2]
    ending = next((e for e in _SUFFIXES if word.endswith(e) and len(word) - len(e) >= 3), "")
    word = word.removesuffix(ending)
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "ls":
        word = word[:-1]
    return word[:-1] + "i" if len(word) > 3 and word.endswith("y") else word


def _words_of(concern: Concern) -> Words:
    texts = (concern.label, *concern.synonyms, concern.about)
    return tuple(word for text in texts for word in stems(text))


def _phrases_of(concern: Concern) -> frozenset[Words]:
    texts = (concern.label, *concern.synonyms)
    return frozenset(words for text in texts if (words := stems(text)))


def _rarity(counts: Mapping[str, Counter[str]]) -> Mapping[str, float]:
    """Return the weight of each word: the fewer concerns use it, the more it says."""
    used_by = Counter(word for words in counts.values() for word in words)
    total = len(counts)
    return MappingProxyType(
        {word: math.log(1 + (total - n + 0.5) / (n + 0.5)) for word, n in used_by.items()}
    )


_COUNTS = {code: Counter(_words_of(concern)) for code, concern in CONCERNS.items()}
_PHRASES = {code: _phrases_of(concern) for code, concern in CONCERNS.items()}
_RARITY = _rarity(_COUNTS)
_MEAN_LENGTH = sum(words.total() for words in _COUNTS.values()) / len(_COUNTS)
_LONGEST = max(len(phrase) for phrases in _PHRASES.values() for phrase in phrases)


def _runs(words: Words) -> frozenset[Words]:
    """Return every run of words that could be a phrase."""
    return frozenset(
        words[start : start + length]
        for length in range(1, _LONGEST + 1)
        for start in range(len(words) - length + 1)
    )


def _shared_words(used: Counter[str], code: str) -> float:
    counts = _COUNTS[code]
    length = counts.total() / _MEAN_LENGTH
    slack = SATURATION * (1 - LENGTH_CORRECTION + LENGTH_CORRECTION * length)
    return sum(
        _RARITY[word]
        * (1 + math.log(used[word]))
        * (counts[word] * (SATURATION + 1) / (counts[word] + slack))
        for word in used.keys() & counts.keys()
    )


def _shared_phrases(runs: frozenset[Words], code: str) -> float:
    """Add up what the concern's own phrases say that stand in the text word for word."""
    found = _PHRASES[code] & runs
    return PHRASE_WEIGHT * sum(_RARITY[word] for phrase in found for word in phrase)
