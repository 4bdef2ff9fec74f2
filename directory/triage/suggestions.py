"""Concerns that fit a text: the learnt weights of its words, and how common each concern is."""

import re
from collections import Counter

import numpy as np

from directory.triage.phrases import plain
from directory.triage.word_weights import word_weights
from directory.triage.words import stems, terms
from directory.vocabulary import CONCERNS

# How boldly evidence is turned into shares: so flat that the second and third of a text that is
# not plain stay in sight where those below a quarter of the best are hidden.
SHARPNESS = 0.4
# What a concern of the young is set back by where a text speaks of nobody young.
NOBODY_YOUNG = 3.0
# The least that words have to say together for any concern. Most texts about none of them stay
# below it, and no development question does that is read rightly.
TELLING = 9.5

# Words that alone ask for nothing.
_PRONOUNS = frozenset(stems("he she him her his we our us they not no never"))
_YOUNG = frozenset(
    stems("""
    child children kid kids son daughter teen teenager teenage adolescent toddler baby boy girl
    stepson stepdaughter stepchild stepkids grandson granddaughter grandchild grandchildren nephew
    niece school grade student preschool kindergarten mutism
    """)
)
_AGE = re.compile(
    r"\b(?:i'?m|i am|he'?s|she'?s|aged?) (?:[3-9]|1[0-7])\b(?! (?:day|week|month)s)"
    r"|\b(?:[3-9]|1[0-7])[- ]years?[- ]old\b"
)
_OF_THE_YOUNG = frozenset(
    code for code, concern in CONCERNS.items() if set(concern.population) <= {"child", "teen"}
)


def rank_concerns(text: str) -> tuple[tuple[str, float], ...]:
    """Return every concern with how well it fits a text, best first; nothing for a vague one.

    The scores are shares: they add up to 1.
    """
    table, counts = word_weights(), Counter(terms(text))
    if not (set(stems(text)) - _PRONOUNS) & table.place.keys():
        return ()
    evidence = table.evidence(counts)
    if evidence.max() * np.sqrt(table.length(counts)) < TELLING:
        return ()
    fit = evidence + table.commonness
    if not _speaks_of_the_young(text, counts):
        fit = fit - NOBODY_YOUNG * np.array([code in _OF_THE_YOUNG for code in table.codes])
    shares = np.exp(SHARPNESS * (fit - fit.max()))
    shares = shares / shares.sum()
    best_first = np.argsort(-shares, kind="stable")
    return tuple((table.codes[place], round(float(shares[place]), 4)) for place in best_first)


def _speaks_of_the_young(text: str, counts: Counter[str]) -> bool:
    """Return whether a text names a child, a teenager, a school or an age below 18."""
    return bool(counts.keys() & _YOUNG) or _AGE.search(plain(text)) is not None
