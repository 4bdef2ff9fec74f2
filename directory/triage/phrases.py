"""Reading a person's own words for danger and for help that this directory does not list."""

import re

from directory.triage.spoken import is_said, listen, spans_of, without
from directory.vocabulary import SAFETY_FLAGS
from directory.vocabulary.phrases import (
    HARMLESS_PHRASES,
    SAFETY_PHRASES,
    SCOPE_PHRASES,
    ScopePhrase,
)

# Quotes and dashes of every kind, and the letters whose lower case is not the plain one.
_TYPEWRITTEN = str.maketrans("‘’ʼ`´“”–—ſıİ", "'''''\"\"--sii")


def plain(text: str) -> str:
    """Return the text in plain lower-case letters with straight quotes and single spaces."""
    return re.sub(r"\s+", " ", text.translate(_TYPEWRITTEN)).strip().lower()


def flags_in(text: str) -> tuple[str, ...]:
    """Return the safety flags that a text speaks of, harmless turns of phrase left out."""
    lines = (plain(line) for line in text.splitlines())
    spoken = listen(" \n ".join(lines))
    harmless = [span for phrase in HARMLESS_PHRASES for span in spans_of(phrase, spoken)]
    heard = without(spoken, harmless) if harmless else spoken
    found = {each.flag for each in SAFETY_PHRASES if is_said(each.phrase, heard)}
    return tuple(flag for flag in SAFETY_FLAGS if flag in found)


def out_of_scope_in(text: str) -> ScopePhrase | None:
    """Return the first phrase that asks for help which this directory does not list."""
    words = plain(text)
    return next((phrase for phrase in SCOPE_PHRASES if phrase.pattern.search(words)), None)
