"""Words are what Whoosh's analysers make of a text, whatever the text is."""

from hypothesis import given, settings
from hypothesis import strategies as st
from whoosh.lang.porter import stem

from directory.search.analysis import (
    NAME_ANALYZER,
    TEXT_ANALYZER,
    WORD_ANALYZER,
    name_words,
    plain_words,
    quoted_and_loose,
    stems,
    words,
)

LIKELY = "abcd'’_ éßİıŁøÆﬁ心ا-.\"“”\0\u0301\u200d😀the"
TEXTS = st.text(LIKELY, max_size=30) | st.text(st.characters(exclude_categories=[]), max_size=30)


def by(analyzer, text):
    return tuple(token.text for token in analyzer(text))


@settings(max_examples=300)
@given(TEXTS)
def test_the_quick_way_to_words_is_that_of_the_analysers(text):
    assert plain_words(text) == by(WORD_ANALYZER, text)
    assert stems(text) == by(TEXT_ANALYZER, text)
    assert name_words(text) == by(NAME_ANALYZER, text)
    assert [word.plain for word in words(text)] == list(plain_words(text))
    assert [word.stem for word in words(text)] == [stem(word) for word in plain_words(text)]


@given(TEXTS)
def test_every_word_of_a_text_is_either_quoted_or_loose(text):
    phrases, loose = quoted_and_loose(text)
    assert all(stems(phrase) for phrase in phrases)
    assert not {'"', "“", "”"} & set("".join((*phrases, loose)))
    together = [word for part in (*phrases, loose) for word in plain_words(part)]
    assert sorted(together) == sorted(plain_words(text.replace("“", '"').replace("”", '"')))
