"""The marked pieces of a listing; Whoosh's own highlighting is the judge."""

from hypothesis import given
from hypothesis import strategies as st
from whoosh.highlight import ContextFragmenter, Formatter, get_text, highlight

from directory.search import MARK_END, MARK_START, snippets
from directory.search.analysis import TEXT_ANALYZER, stems

_WORDS = (
    *("grief", "Grief", "griefs", "grieving", "anxious", "anxiety", "ANXIETY", "panic", "panics"),
    *("I", "a", "us", "use", "using", "be", "being", "the", "will", "willing", "help", "people"),
    *("naïve", "don’t", "O'Brien’s", "co-op", "__x__", "İstanbul", "ß", "e\u0301", "42", "…", "."),
    *("\n\n", "---" * 20, "x" * 49, "y" * 51, "z" * 170, "somebody", "therapy", "together"),
)
_texts = st.lists(st.sampled_from(_WORDS), max_size=80).map(" ".join)
_queries = st.lists(st.sampled_from(_WORDS), max_size=4).map(" ".join)


class _Marks(Formatter):  # type: ignore[misc]
    between = " … "

    def format_token(self, text: str, token: object, replace: bool = False) -> str:
        return f"{MARK_START}{get_text(text, token, replace)}{MARK_END}"


def as_whoosh_has_it(text: str, query: str) -> str | None:
    words = frozenset(stems(query))
    if not words or words.isdisjoint(stems(text)):
        return None
    cut = ContextFragmenter(maxchars=160, surround=50)
    return str(highlight(text, words, TEXT_ANALYZER, cut, _Marks(), top=2))


@given(_texts, _queries)
def test_pieces_are_cut_as_whoosh_cuts_them(text: str, query: str) -> None:
    assert snippets([text], query) == (as_whoosh_has_it(text, query),)


def test_found_words_are_marked_in_each_text():
    bios = ["I help with grief. Grief takes time.", "I help."]
    found, none = snippets(bios, "grief")
    assert found == (
        f"I help with {MARK_START}grief{MARK_END}. {MARK_START}Grief{MARK_END} takes time"
    )
    assert none is None


def test_without_words_nothing_is_marked():
    assert snippets(["I help."], "") == (None,)
    assert snippets(["I help."], "the") == (None,)
