"""How text becomes words, by Whoosh's analysers; the same for listings, queries and synonyms."""

import re
from dataclasses import dataclass

from whoosh.analysis import (
    CharsetFilter,
    LowercaseFilter,
    RegexTokenizer,
    StemFilter,
    StopFilter,
    SubstitutionFilter,
)
from whoosh.lang.porter import stem
from whoosh.support.charset import accent_map

MAX_CHARACTERS = 256
MAX_TERMS = 12
WORD = r"\w+(?:['’]\w+)*"

_PLAIN = (
    RegexTokenizer(WORD)
    | LowercaseFilter()
    | SubstitutionFilter(r"['’_]", "")
    | CharsetFilter(accent_map)
)
NAME_ANALYZER = _PLAIN
WORD_ANALYZER = _PLAIN | StopFilter(minsize=1)
TEXT_ANALYZER = _PLAIN | StopFilter(minsize=1) | StemFilter()


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it is written, which is how names have it, and its stem, as texts have it."""

    plain: str
    stem: str


def words(text: str) -> tuple[Word, ...]:
    """Return the words of a text, without the stop words."""
    return tuple(Word(plain, stem(plain)) for plain in plain_words(text))


def stems(text: str) -> tuple[str, ...]:
    """Return the stemmed words of a text, without the stop words."""
    return tuple(token.text for token in TEXT_ANALYZER(text))


def plain_words(text: str) -> tuple[str, ...]:
    """Return the words of a text as they are written, without the stop words."""
    return tuple(token.text for token in WORD_ANALYZER(text))


def quoted_and_loose(text: str) -> tuple[tuple[str, ...], str]:
    """Split what a user typed into its quoted phrases and the rest, cut to the limits."""
    text = text[:MAX_CHARACTERS].replace("“", '"').replace("”", '"')
    if '"' not in text:
        return (), text
    phrases = tuple(phrase for phrase in re.findall(r'"([^"]+)"', text) if stems(phrase))
    return phrases, re.sub(r'"[^"]*"', " ", text).replace('"', " ")
