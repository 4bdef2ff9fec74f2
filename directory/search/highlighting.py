"""The words of a listing that a search found, with the found ones marked."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from whoosh.analysis import Token
from whoosh.highlight import (
    FIRST,
    BasicFragmentScorer,
    ContextFragmenter,
    Formatter,
    get_text,
    top_fragments,
)

from directory.search.analysis import MAX_CHARACTERS, TEXT_ANALYZER, WORD, stems

MARK_START, MARK_END = "\u0002", "\u0003"
_MOST_PIECES = 2
_WORD = re.compile(WORD)
_SCORER = BasicFragmentScorer()
_FRAGMENTS = ContextFragmenter(maxchars=160, surround=50)


class _Marks(Formatter):  # type: ignore[misc]
    """Puts two control characters around a word, which the page turns into <mark>."""

    between = " … "

    def format_token(self, text: str, token: object, replace: bool = False) -> str:
        return f"{MARK_START}{get_text(text, token, replace)}{MARK_END}"


_MARKS = _Marks()


def snippets(texts: Iterable[str], query: str) -> tuple[str | None, ...]:
    """Return up to two pieces of each text around the words of a query, or None without any."""
    words = frozenset(stems(query[:MAX_CHARACTERS]))
    return tuple(_snippet(text, words) if words else None for text in texts)


def _snippet(text: str, words: frozenset[str]) -> str | None:
    terms = {written: _term(written) for written in set(_WORD.findall(text))}
    if not any(stem in words and not is_stop for stem, is_stop in terms.values()):
        return None
    found = {written: stem for written, (stem, _) in terms.items() if stem in words}
    fragments = _FRAGMENTS.fragment_tokens(text, _tokens(text, found))
    return str(_MARKS(text, top_fragments(fragments, _MOST_PIECES, _SCORER, FIRST)))


@lru_cache(maxsize=20_000)
def _term(written: str) -> tuple[str, bool]:
    """Return what a word of a listing is indexed as, and whether it is a stop word.

    Listings share most of their words, and analysis is slow; no word of a query comes here.
    """
    token = next(TEXT_ANALYZER(written, removestops=False))
    return token.text, token.stopped


def _tokens(text: str, found: dict[str, str]) -> Iterator[Token]:
    """Yield one token over and over, as Whoosh's own tokenisers do."""
    token = Token(chars=True)
    for match in _WORD.finditer(text):
        token.text = found.get(match.group())
        token.matched = token.text is not None
        token.startchar, token.endchar = match.span()
        yield token
