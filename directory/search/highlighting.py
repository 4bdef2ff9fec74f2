"""The words of a listing that a search found, with the found ones marked.

Pieces are cut as Whoosh's ContextFragmenter cuts them, but without its look at every single word.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from directory.search.analysis import MAX_CHARACTERS, TEXT_ANALYZER, WORD, stems

MARK_START, MARK_END = "\u0002", "\u0003"
_BETWEEN = " … "
_MOST_PIECES = 2
# In characters: what a piece shows around a found word, and what its words add up to at most.
_CONTEXT, _LONGEST = 50, 160

_words = re.compile(WORD).finditer
_Word = re.Match[str]


class _Term(NamedTuple):
    """A word as the index has it; stop words are not in the index, and keep their ending."""

    stem: str
    is_stop: bool


@dataclass(slots=True)
class _Piece:
    """A stretch of a text with the found words in it."""

    start: int
    end: int = 0
    found: list[_Word] = field(default_factory=list)

    def marked(self, text: str) -> str:
        """Return the stretch with marks around the found words."""
        marked, done = "", self.start
        for word in self.found:
            marked += f"{text[done : word.start()]}{MARK_START}{word[0]}{MARK_END}"
            done = word.end()
        return marked + text[done : self.end]


def snippets(texts: Iterable[str], query: str) -> tuple[str | None, ...]:
    """Return up to two pieces of each text around the words of a query, or None without any."""
    sought = frozenset(stems(query[:MAX_CHARACTERS]))
    return tuple(_snippet(text, sought) if sought else None for text in texts)


def _snippet(text: str, sought: frozenset[str]) -> str | None:
    words = list(_words(text))
    written = [word[0] for word in words]
    found = {word: term for word in set(written) if (term := _term(word)).stem in sought}
    if all(term.is_stop for term in found.values()):
        return None
    places = [place for place, word in enumerate(written) if word in found]
    best = sorted(_pieces(words, places), key=lambda piece: _worth(piece, found))[-_MOST_PIECES:]
    return _BETWEEN.join(one.marked(text) for one in sorted(best, key=lambda one: one.start))


@lru_cache(maxsize=20_000)
def _term(written: str) -> _Term:
    """Return what a word of a listing is indexed as.

    Listings share most of their words, and analysis is slow; no word of a query comes here.
    """
    token = next(TEXT_ANALYZER(written, removestops=False))
    return _Term(token.text, token.stopped)


def _worth(piece: _Piece, found: Mapping[str, _Term]) -> tuple[int, int]:
    """Return what orders pieces: many found words, and many different ones, are worth most."""
    return len(piece.found) * len({found[word[0]].stem for word in piece.found}), piece.start


def _pieces(words: Sequence[_Word], places: Sequence[int]) -> Iterator[_Piece]:
    """Yield a piece around each found word that the piece before did not reach."""
    all_places, next_place = frozenset(places), 0
    for place in places:
        if place >= next_place:
            piece, next_place = _piece(words, place, next_place, all_places)
            if piece.found:
                yield piece


def _piece(
    words: Sequence[_Word], place: int, earliest: int, places: frozenset[int]
) -> tuple[_Piece, int]:
    """Return the piece that begins around a found word, and the place where the next may begin."""
    first = place
    while first > earliest and words[place - 1].end() - words[first - 1].start() <= _CONTEXT:
        first -= 1
    piece = _Piece(words[first].start())
    left, size = _CONTEXT if first < place else 2 * _CONTEXT, 0
    for at in range(place, len(words)):
        start, end = words[at].span()
        if size + end - start > _LONGEST:
            left = 0
        elif at in places:
            left = left if at == place else _CONTEXT
            piece.found.append(words[at])
        piece.end = end
        size += end - start
        left -= end - start
        if left <= 0:
            # Whoosh leaves out the word after a piece whose context came out even.
            return piece, at + (2 if left == 0 and at + 1 not in places else 1)
    return piece, len(words)
