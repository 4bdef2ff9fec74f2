"""Our own steps from text to words are those of Whoosh's analysers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.search.analysis import (
    NAME_ANALYZER,
    TEXT_ANALYZER,
    WORD_ANALYZER,
    Word,
    name_words,
    plain_words,
    stems,
    words,
)

TEXTS = st.text(max_size=60) | st.text(alphabet="aàÉsSßİı'’_- the&of.ing", max_size=60)


def told(analyzer, text):
    return tuple(token.text for token in analyzer(text))


@given(TEXTS)
def test_words_are_as_whoosh_has_them(text):
    assert plain_words(text) == told(WORD_ANALYZER, text)
    assert stems(text) == told(TEXT_ANALYZER, text)
    assert name_words(text) == told(NAME_ANALYZER, text)
    assert words(text) == tuple(map(Word, plain_words(text), stems(text)))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The José’s O'Brien", ("joses", "obrien")),
        ("_snake_case_", ("snakecase",)),
        ("___ '' ’", ()),
        ("Über Ångström", ("uber", "angstrom")),
    ],
)
def test_accents_and_apostrophes_do_not_matter(text, found):
    assert plain_words(text) == told(WORD_ANALYZER, text)
    assert plain_words(text) == found
