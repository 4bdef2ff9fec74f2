"""The Spanish catalog: complete, in step with the texts, with every blank and mark-up kept."""

import io
import re
from collections import Counter

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from directory.vocabulary import VOCABULARIES
from directory.web.languages import LANGUAGES
from translations.__main__ import catalog_path
from translations.sources import messages

TRANSLATED = [language for language in LANGUAGES if language != "en"]
_BLANK = re.compile(r"\{\w+\}|%\(\w+\)s")
_MARK_UP = re.compile(r"</?\w+[^>]*>")


def _catalog(language: str) -> Catalog:
    return read_po(io.BytesIO(catalog_path(language).read_bytes()), locale=language)


def _forms(words: str | tuple[str, ...] | list[str]) -> list[str]:
    return [words] if isinstance(words, str) else list(words)


def _key(message: Message) -> str:
    return _forms(message.id)[0]


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_catalog_holds_exactly_the_texts_that_patients_read(language):
    texts = {str(message.id) for message in messages() if message.id}
    held = {str(message.id) for message in _catalog(language) if message.id}
    assert held == texts, "run `make messages`, and translate what is new"


def test_every_label_and_description_of_the_vocabularies_is_among_the_texts():
    texts = {message.id for message in messages()}
    terms = [term for vocabulary in VOCABULARIES.values() for term in vocabulary.values()]
    assert {text for term in terms for text in (term.label, term.about) if text} <= texts


@pytest.mark.parametrize("language", TRANSLATED)
def test_nothing_waits_for_a_translation(language):
    waiting = [m.id for m in _catalog(language) if m.id and not all(_forms(m.string))]
    assert waiting == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_translation_keeps_blanks_and_mark_up(language):
    for message in _catalog(language):
        if not message.id:
            continue
        english = _forms(message.id)[-1]
        for words in _forms(message.string):
            assert set(_BLANK.findall(words)) <= set(_BLANK.findall(english)), words
            assert Counter(_MARK_UP.findall(words)) == Counter(_MARK_UP.findall(english)), words
        last = _forms(message.string)[-1]
        assert set(_BLANK.findall(last)) == set(_BLANK.findall(english)), last


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_compiled_catalog_is_of_the_same_words(language):
    path = catalog_path(language).with_suffix(".mo")
    compiled = read_mo(io.BytesIO(path.read_bytes()))
    written = {_key(m): _forms(m.string) for m in _catalog(language) if m.id}
    assert {_key(m): _forms(m.string) for m in compiled if m.id} == written
