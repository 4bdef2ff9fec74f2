"""Bios of 60 to 250 words: sentences about the listing among zipfian running text."""

from collections.abc import Sequence
from functools import cache

import numpy as np

from benchmarks.words import cumulative_shares, words_by_rank
from directory.providers.conversion import offers_conversion

_SHORTEST, _LONGEST = 50, 215  # of the running text; the sentences about the listing add the rest
_SENTENCE_WORDS = 13
_PLAIN, _FIRST, _LAST = 0, 1, 2

OPENINGS = (
    "I work with people who live with {concern}.",
    "Many who come to me are tired of {concern} and want solid ground again.",
    "For ten years I have kept company with people who face {concern}.",
    "You may be here because of {concern}, and you are not alone with it.",
    "My practice is a calm place for everyone who struggles with {concern}.",
    "Together we look at {concern} at your own pace.",
    "I help people find their way through {concern} one small step at a time.",
    "Nothing about {concern} is too small to bring along.",
)
CLOSINGS = (
    "I was trained in {modality} and use it where it fits.",
    "My way of working draws on {modality} and plain good sense.",
    "Most sessions use {modality}, with room for whatever the week has brought.",
    "We start with {modality} and see after a month what has changed.",
    "I also supervise colleagues who learn {modality}.",
    "Write to me for a first talk, free of charge.",
    "The door is open in the evening and on Saturday mornings.",
    "Where medicine may help I ask a colleague down the hall.",
)
# Runs of words that only these sentences hold, for the searches by phrase.
PHRASES = (
    "solid ground again",
    "at your own pace",
    "one small step",
    "kept company with people",
    "not alone with it",
    "plain good sense",
    "room for whatever",
    "first talk",
    "free of charge",
    "saturday mornings",
    "supervise colleagues",
    "a calm place",
    "a colleague down the hall",
    "find their way",
)


@cache
def _forms() -> np.ndarray:
    """Return each word plain, at the start and at the end of a sentence."""
    forms = [form for word in words_by_rank() for form in (word, word.capitalize(), f"{word}.")]
    return np.array(forms, dtype=object)


def running_texts(chance: np.random.Generator, count: int) -> list[str]:
    """Return zipfian texts made of sentences."""
    drawn = chance.beta(1.6, 2.4, count)
    lengths = (_SHORTEST + drawn * (_LONGEST - _SHORTEST)).astype(np.int64)
    ends = np.cumsum(lengths)
    ranks = np.searchsorted(cumulative_shares(), chance.random(ends[-1]), side="right")
    stops = chance.random(ends[-1]) < 1 / _SENTENCE_WORDS
    stops[ends - 1] = True
    starts = np.roll(stops, 1) & ~stops
    form = np.where(stops, _LAST, np.where(starts, _FIRST, _PLAIN))
    words = _forms()[np.minimum(ranks, len(words_by_rank()) - 1) * 3 + form].tolist()
    bounds = [0, *ends.tolist()]
    return [_text(words[bounds[n] : bounds[n + 1]]) for n in range(count)]


def _text(words: Sequence[str]) -> str:
    """Return running words; where chance put together what no listing may offer, sorted ones."""
    text = " ".join(words)
    return " ".join(sorted(words)) if offers_conversion(text) else text


def bio(running: str, number: int, concerns: Sequence[str], modalities: Sequence[str]) -> str:
    """Put a listing's own sentences around its running text; labels may be missing."""
    opening = OPENINGS[number % 7] if concerns else ""
    closing = CLOSINGS[number % len(CLOSINGS)] if modalities else ""
    parts = (
        opening.format(concern=concerns[0]) if opening else "",
        running,
        OPENINGS[7].format(concern=concerns[-1]) if number % 3 == 0 and concerns else "",
        closing.format(modality=modalities[0]) if closing else "",
    )
    return " ".join(part for part in parts if part)
