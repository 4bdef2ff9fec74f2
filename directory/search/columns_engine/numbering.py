"""Words as numbers: each is analysed once, however often it stands in the listings."""

import re
from functools import lru_cache

from directory.search.analysis import WORD, Word, name_words, words
from directory.search.concepts import runs_with_mentions
from directory.vocabulary.edition import per_edition

# The number of the mark between two texts, which no word has.
BETWEEN = 0
_NO_WORD = -1
_MOST_SURFACES = 1_000_000
_find = re.compile(WORD).findall


@lru_cache(1 << 16)
def _analysed(surface: str) -> Word | None:
    """Return what a word of a listing is once analysed, or None for a stop word."""
    found = words(surface)
    return found[0] if found else None


class Surfaces(dict[str, int]):
    """The number of each word as it was typed; a stop word has none, which is -1."""

    def __init__(self) -> None:
        super().__init__()
        self.plain: dict[str, int] = {}
        self.stem_of: list[int] = []
        self.stems = Stems(_first_stems())

    def __missing__(self, surface: str) -> int:
        if len(self) > _MOST_SURFACES:
            self.clear()
        word = _analysed(surface)
        number = self[surface] = self._number(word) if word else _NO_WORD
        return number

    def _number(self, word: Word) -> int:
        number = self.plain.setdefault(word.plain, len(self.plain))
        if number == len(self.stem_of):
            self.stem_of.append(self.stems.number(word.stem))
        return number

    def numbers(self, text: str) -> list[int]:
        """Return the numbers of the words of a text."""
        return list(map(self.__getitem__, _find(text)))


class Stems(dict[str, int]):
    """The number of each stem and mention; those of the vocabularies are the same everywhere."""

    def number(self, word: str) -> int:
        """Return the number of a stem, the next one where it is new."""
        return self.setdefault(word, len(self))


@per_edition
def _first_stems() -> Stems:
    stems = Stems({"": BETWEEN})
    for run, told in runs_with_mentions():
        for word in (*run, *told):
            stems.number(word)
    return stems


def number_of(word: str) -> int:
    """Return the number of a stem of the vocabularies, or of a mention."""
    return _first_stems()[word]


class NameWords(dict[str, str]):
    """Each word of a name as it is searched for."""

    def __missing__(self, surface: str) -> str:
        if len(self) > _MOST_SURFACES:
            self.clear()
        word = self[surface] = "".join(name_words(surface))
        return word

    def words(self, name: str) -> set[str]:
        """Return the different words of a name."""
        return set(map(self.__getitem__, _find(name)))
