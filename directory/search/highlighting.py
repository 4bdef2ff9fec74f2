"""The words of a listing that a search found, with the found ones marked."""

from whoosh.highlight import ContextFragmenter, Formatter, get_text, highlight

from directory.search.analysis import MAX_CHARACTERS, TEXT_ANALYZER, stems

MARK_START, MARK_END = "\u0002", "\u0003"


class _Marks(Formatter):  # type: ignore[misc]
    """Puts two control characters around a word, which the page turns into <mark>."""

    between = " … "

    def format_token(self, text: str, token: object, replace: bool = False) -> str:
        return f"{MARK_START}{get_text(text, token, replace)}{MARK_END}"


def snippet(text: str, query: str) -> str | None:
    """Return up to two pieces of a text around the words of a query, or None without any."""
    words = frozenset(stems(query[:MAX_CHARACTERS]))
    if not words or words.isdisjoint(stems(text)):
        return None
    fragments = ContextFragmenter(maxchars=160, surround=50)
    return str(highlight(text, words, TEXT_ANALYZER, fragments, _Marks(), top=2))
