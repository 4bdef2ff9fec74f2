"""Ways to suggest concerns for a text: ours, BM25 over the synonyms, and sentence embeddings."""

import math
from collections import Counter
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import numpy as np

from directory.triage.suggestions import rank_concerns
from directory.triage.words import stems
from directory.vocabulary import CONCERNS

Ranker = Callable[[str], list[str]]
CODES = tuple(CONCERNS)
_K1, _B = 1.2, 0.75


def ours(text: str) -> list[str]:
    """Return the codes that the product suggests, best first."""
    return [code for code, _ in rank_concerns(text)]


def bm25() -> Ranker:
    """Return plain BM25 over the label and synonyms of each concern."""
    texts = [" ".join((concern.label, *concern.synonyms)) for concern in CONCERNS.values()]
    counts = [Counter(stems(text)) for text in texts]
    mean = sum(words.total() for words in counts) / len(counts)
    used_by = Counter(word for words in counts for word in words)

    def score(words: Counter[str], asked: Counter[str]) -> float:
        slack = _K1 * (1 - _B + _B * words.total() / mean)
        return sum(
            math.log(1 + (len(counts) - used_by[w] + 0.5) / (used_by[w] + 0.5))
            * (words[w] * (_K1 + 1) / (words[w] + slack))
            * asked[w]
            for w in asked.keys() & words.keys()
        )

    def rank(text: str) -> list[str]:
        asked = Counter(stems(text))
        return _best_first([score(words, asked) for words in counts])

    return rank


def wordllama() -> Ranker | None:
    """Return static sentence embeddings over each concern's whole text, where installed."""
    spec = find_spec("wordllama")
    if spec is None or spec.origin is None:
        return None
    # Its tokenizer is in the wheel, but only found when its own folder is named as the cache.
    model = import_module("wordllama").WordLlama.load(
        cache_dir=Path(spec.origin).parent, disable_download=True
    )
    texts = [f"{c.label}. {'. '.join(c.synonyms)}. {c.about}" for c in CONCERNS.values()]
    centres = model.embed(texts, norm=True)
    return lambda text: _best_first((model.embed([text], norm=True) @ centres.T)[0].tolist())


def _best_first(scores: list[float]) -> list[str]:
    return [CODES[place] for place in np.argsort(-np.array(scores), kind="stable")]
