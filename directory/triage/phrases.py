"""Reading a person's own words for danger and for help that this directory does not list."""

import re

from directory.triage.spoken import is_said, listen, spans_of, without
from directory.vocabulary import SAFETY_FLAGS
from directory.vocabulary.phrases import (
    HARMLESS_PHRASES,
    OURS,
    SAFETY_PHRASES,
    SCOPE_PHRASES,
    ScopePhrase,
)
from directory.vocabulary.spanish import in_english

# Quotes and dashes of every kind, and the letters whose lower case is not the plain one.
_TYPEWRITTEN = str.maketrans("‘’ʼ`´“”–—ſıİ", "'''''\"\"--sii")

_PHRASES = {
    flag: tuple(each.phrase for each in SAFETY_PHRASES if each.flag == flag)
    for flag in SAFETY_FLAGS
}


def plain(text: str) -> str:
    """Return the text in plain lower-case letters with straight quotes and single spaces."""
    return re.sub(r"\s+", " ", text.translate(_TYPEWRITTEN)).strip().lower()


def flags_in(text: str) -> tuple[str, ...]:
    """Return the safety flags that a text speaks of, harmless turns of phrase left out.

    Spanish words are heard as they are, and once more in English.
    """
    heard = frozenset().union(*map(_heard, {text, in_english(text)}))
    return tuple(flag for flag in SAFETY_FLAGS if flag in heard)


def _heard(text: str) -> frozenset[str]:
    lines = (plain(line) for line in text.splitlines())
    spoken = listen(" \n ".join(lines))
    harmless = [phrase for phrase in HARMLESS_PHRASES if is_said(phrase, spoken)]
    heard = without(spoken, [span for phrase in harmless for span in spans_of(phrase, spoken)])
    return frozenset(
        flag for flag in SAFETY_FLAGS if any(is_said(phrase, heard) for phrase in _PHRASES[flag])
    )


def out_of_scope_in(text: str) -> ScopePhrase | None:
    """Return the first phrase that asks for help which this directory does not list.

    Nobody is sent away whose words also speak of mind or mood.
    """
    words = plain(text)
    if any(pattern.search(words) for pattern in OURS):
        return None
    return next((phrase for phrase in SCOPE_PHRASES if phrase.pattern.search(words)), None)
