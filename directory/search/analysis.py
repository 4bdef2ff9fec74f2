"""How text becomes words, by Whoosh's analysers; the same for listings, queries and synonyms."""

import re
from dataclasses import dataclass

from whoosh.analysis import (
    STOP_WORDS,
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
_find = re.compile(WORD).findall
_LETTERS = {**accent_map, **dict.fromkeys(map(ord, "'’_"))}
NAME_ANALYZER = _PLAIN
WORD_ANALYZER = _PLAIN | StopFilter(minsize=1)
TEXT_ANALYZER = _PLAIN | StopFilter(minsize=1) | StemFilter()


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it is written, which is how names have it, and its stem, as texts have it."""

    plain: str
    stem: str


def words(text: str) -> tuple[Word, ...]:
    """Return the words of a text, without the stop words.

    These are the steps of the analysers above without the tokens that they pass along, which cost
    ten times as much as the steps.
    """
    return tuple(Word(plain, stem(plain)) for plain in plain_words(text))


def stems(text: str) -> tuple[str, ...]:
    """Return the stemmed words of a text, without the stop words."""
    return tuple(map(stem, plain_words(text)))


def plain_words(text: str) -> tuple[str, ...]:
    """Return the words of a text as they are written, without the stop words."""
    found = (surface.lower().translate(_LETTERS) for surface in _find(text))
    return tuple(word for word in found if word and word not in STOP_WORDS)


def name_words(text: str) -> tuple[str, ...]:
    """Return the words of a name as they are written, stop words and all."""
    return tuple(surface.lower().translate(_LETTERS) for surface in _find(text))


def quoted_and_loose(text: str) -> tuple[tuple[str, ...], str]:
    """Split what a user typed into its quoted phrases and the rest, cut to the limits."""
    text = text[:MAX_CHARACTERS].replace("“", '"').replace("”", '"')
    if '"' not in text:
        return (), text
    parts = text.split('"')
    closed = (len(parts) - 1) // 2 * 2  # a last quote that is never closed is only a mark
    phrases = tuple(phrase for phrase in parts[1:closed:2] if stems(phrase))
    return phrases, " ".join((*parts[:closed:2], *parts[closed:]))
