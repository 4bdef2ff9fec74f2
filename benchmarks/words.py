"""The words of the synthetic bios: real ones first, then a long tail of invented ones."""

import re
from collections import Counter
from functools import cache
from itertools import islice
from random import Random

import numpy as np

from directory.search.analysis import stems
from directory.vocabulary import VOCABULARIES
from seed_data.draws import HERE as SEED_DATA

DISTINCT_WORDS = 45_000
_FLATTENING = 2.7  # of Zipf's law by Mandelbrot, as in English text
_ONSETS = "b br c cl d dr f fl g gr h j k l m n p pl pr qu r s sh sl st t tr th v w z"
_VOWELS = "a e i o u ai ea ee ie oa ou"
_CODAS = "b d g l ll m n nd ng nt p r rd rn s sk st t th x"
_ENDINGS = ("", "", "", "ing", "ed", "ness", "al", "ity", "ment", "er", "ly", "ion", "ive")


def _real_texts() -> list[str]:
    files = sorted((SEED_DATA / "texts").glob("*.txt"))
    texts = [re.sub(r"[{<].*?[}>]", " ", path.read_text(encoding="utf-8")) for path in files]
    for vocabulary in VOCABULARIES.values():
        for term in vocabulary.values():
            texts += [term.label, *term.synonyms, term.about]
    return texts


def _real_words() -> list[str]:
    """Return the words of the demo bios and the vocabularies, the most frequent first."""
    counts = Counter(
        word for text in _real_texts() for word in re.findall(r"[a-z]{2,}", text.lower())
    )
    return sorted(counts, key=lambda word: (-counts[word], word))


def _invented(chance: Random) -> str:
    onsets, vowels, codas = _ONSETS.split(), _VOWELS.split(), _CODAS.split()
    syllables = (
        chance.choice(onsets) + chance.choice(vowels) + (chance.choice(codas) if last else "")
        for last in ((False, True), (True,), (False, False, True))[chance.randrange(3)]
    )
    return "".join(syllables) + chance.choice(_ENDINGS)


@cache
def words_by_rank() -> tuple[str, ...]:
    """Return all words of the bios, the most frequent first."""
    words = dict.fromkeys(_real_words())
    chance = Random("words-1")
    while len(words) < DISTINCT_WORDS:
        words.setdefault(_invented(chance))
    return tuple(islice(words, DISTINCT_WORDS))


@cache
def content_words() -> tuple[str, ...]:
    """Return the words that are no stop words, the most frequent first."""
    return tuple(word for word in words_by_rank() if stems(word))


@cache
def cumulative_shares() -> np.ndarray:
    """Return the cumulative share of each rank in the running text (Zipf's law)."""
    shares = 1 / (np.arange(DISTINCT_WORDS) + 1 + _FLATTENING)
    return np.cumsum(shares / shares.sum())
