"""What single words say about each concern, as a sentence model sees them."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from benchmarks.own_words.minilm import MiniLM
from directory.triage.words import STOP_WORDS, stem
from directory.vocabulary import CONCERNS, Concern

_COMMON_WORDS = 20_000
_SPELLINGS = 3  # of one stem, the most usual first


def meaning_of_words(model: MiniLM) -> Mapping[str, Any]:
    """Return for each stem its pull towards each concern: the more telling, the stronger."""
    words = _whole_words(model.vocabulary)
    closeness = model.vectors(words) @ _centres(model).T
    pull = (closeness - closeness.mean(0)) / closeness.std(0)
    pull -= pull.mean(1, keepdims=True)
    pull *= np.sqrt(_telling(pull))[:, None]
    return _by_stem(words, pull)


def _whole_words(vocabulary: Mapping[str, int]) -> list[str]:
    # The model's own vocabulary is in order of how often words are used.
    words = sorted(
        (w for w in vocabulary if w.isascii() and w.isalpha()), key=vocabulary.__getitem__
    )
    return [word for word in words if len(word) > 1 and word not in STOP_WORDS][:_COMMON_WORDS]


def _centres(model: MiniLM) -> Any:
    centres = np.stack([model.vectors(texts_of(concern)).mean(0) for concern in CONCERNS.values()])
    return centres / np.linalg.norm(centres, axis=1, keepdims=True)


def texts_of(concern: Concern) -> tuple[str, ...]:
    """Return the texts that a vocabulary holds about a concern."""
    return (concern.label, *concern.synonyms, concern.about)


def _telling(pull: Any) -> Any:
    """Return how far each word's spread over the concerns is from saying nothing, in nats."""
    odds = np.exp(pull)
    share = odds / odds.sum(1, keepdims=True)
    return (share * np.log(share * share.shape[1])).sum(1)


def _by_stem(words: Sequence[str], pull: Any) -> Mapping[str, Any]:
    places: dict[str, list[int]] = {}
    for place, word in enumerate(words):
        places.setdefault(stem(word), []).append(place)
    return {
        key: np.average(
            pull[found[:_SPELLINGS]], axis=0, weights=[1 / (p + 3) for p in found[:_SPELLINGS]]
        )
        for key, found in places.items()
    }
