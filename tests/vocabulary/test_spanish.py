"""Spanish words of people who look for help, as English words that we know how to read."""

import pytest

from directory.vocabulary import VOCABULARIES
from directory.vocabulary.spanish import GLOSSES, in_english, without_accents


@pytest.mark.parametrize("gloss", GLOSSES, ids=lambda gloss: gloss.example)
def test_every_gloss_reads_its_example(gloss):
    assert gloss.english.lower() in in_english(gloss.example).lower()


def test_words_that_we_do_not_know_stay():
    assert in_english("Siento pánico con las palomas") == "panic palomas"


def test_lines_stay_lines():
    assert in_english("estoy triste\nno puedo dormir") == "sad\ninsomnia"


@pytest.mark.parametrize("vocabulary", VOCABULARIES.values(), ids=VOCABULARIES)
def test_english_words_are_left_alone(vocabulary):
    for term in vocabulary.values():
        for words in (term.label, *term.synonyms, term.about):
            assert in_english(words) == words


def test_accents_and_capitals_do_not_matter():
    assert without_accents("ATAQUES de Pánico, año") == "ataques de panico, ano"
