"""Spanish words of people who look for help, as the English words that we know how to read.

A gloss and not a translation: enough that a search finds, a concern is suggested and danger is
heard. Source: our own; a clinician who speaks Spanish has not read it yet.
"""

import re
import unicodedata
from dataclasses import dataclass

from directory.vocabulary.terms import read_table


@dataclass(frozen=True, slots=True)
class Gloss:
    """A pattern of Spanish words without accents, its English words, and an example of it."""

    pattern: str
    english: str
    example: str


GLOSSES = tuple(Gloss(**row) for row in read_table("spanish_phrases.csv"))
# One group for each gloss: the first that fits where a word begins is taken.
_ANY = re.compile("|".join(rf"\b({gloss.pattern})(?!\w)" for gloss in GLOSSES))
# Small words that say nothing to a search, once it is known that a text is Spanish.
_SMALL = re.compile(
    r"\b(?:al|ayuda|busco|con|cuando|de|del|desde|el|ella|en|es|espanol|estoy|hace|la|las|los|mi|mis|mucha|"
    r"mucho|muy|necesito|para|pero|por|porque|que|quiero|siento|su|sufro|tengo|todo|un|una|y|yo)\b"
)


def without_accents(text: str) -> str:
    """Return a text in small letters without accents."""
    parts = unicodedata.normalize("NFKD", text.lower())
    return "".join(part for part in parts if not unicodedata.combining(part))


def in_english(text: str) -> str:
    """Return a text with the Spanish words that we know in English.

    Words that we do not know stay as they are; a text without Spanish is returned as it is.
    """
    bare = without_accents(text)
    if not _ANY.search(bare):
        return text
    glossed = _ANY.sub(lambda found: f" {GLOSSES[(found.lastindex or 1) - 1].english} ", bare)
    lines = _SMALL.sub(" ", glossed).splitlines()
    return "\n".join(" ".join(line.split()) for line in lines)
