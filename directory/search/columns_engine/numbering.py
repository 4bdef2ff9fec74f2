"""Words as numbers: each is analysed once, however often it stands in the listings."""

import re

from directory.search.analysis import NAME_ANALYZER, WORD, plain_words, stems
from directory.search.concepts import runs_with_mentions

# The number of the mark between two texts, which no word has.
BETWEEN = 0
_NO_WORD = -1
_MOST_SURFACES = 1_000_000
_find = re.compile(WORD).findall


class Surfaces(dict[str, int]):
    """The number of each word as it was typed; a stop word has none, which is -1."""

    def __init__(self) -> None:
        super().__init__()
        self.plain: dict[str, int] = {}

    def __missing__(self, surface: str) -> int:
        if len(self) > _MOST_SURFACES:
            self.clear()
        found = plain_words(surface)
        number = self.plain.setdefault(found[0], len(self.plain)) if found else _NO_WORD
        self[surface] = number
        return number

    def numbers(self, text: str) -> list[int]:
        """Return the numbers of the words of a text, without the stop words."""
        return [number for number in map(self.__getitem__, _find(text)) if number >= 0]


class Stems(dict[str, int]):
    """The number of each stem, from 1; those that may begin a mention come first."""

    def __init__(self) -> None:
        super().__init__({"": BETWEEN})
        for run, _ in runs_with_mentions():
            for word in run:
                self.number(word)

    def number(self, word: str) -> int:
        """Return the number of a stem, the next one where it is new."""
        return self.setdefault(word, len(self))

    def of(self, plain: str) -> int:
        """Return the number of the stem of a word."""
        return self.number(stems(plain)[0])


class NameWords(dict[str, str]):
    """Each word of a name as it is searched for."""

    def __missing__(self, surface: str) -> str:
        if len(self) > _MOST_SURFACES:
            self.clear()
        word = "".join(token.text for token in NAME_ANALYZER(surface))
        self[surface] = word
        return word

    def words(self, name: str) -> set[str]:
        """Return the different words of a name."""
        return set(map(self.__getitem__, _find(name)))
