"""What a peer indexes of a listing: the same stemmed words, facets and places as ours."""

import pickle
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from directory.columns.codes import WORDED_FACETS
from directory.providers import Provider
from directory.search.analysis import NAME_ANALYZER, WORD, stems
from directory.search.concepts import Code, mentions
from directory.search.protocol import FILTERS
from directory.search.texts import texts_of
from directory.search.whoosh_engine.facts import IndexedFacts

_find = re.compile(WORD).findall
_DOCUMENTS_AT_ONCE = 200
_NOT_A_LETTER = re.compile(r"[^a-z0-9]")


@dataclass(frozen=True, slots=True)
class Document:
    """One listing as words and values; `texts` holds each field's stems with spaces between.

    `codes` holds its codes, and those that its texts mention, as words that no text holds.
    """

    number: int
    id: str
    name: str
    sort_name: str
    texts: dict[str, str]
    codes: str
    values: dict[str, tuple[str, ...]]
    points: tuple[tuple[float, float], ...]
    standing: int


@lru_cache(maxsize=100_000)
def code_words(code: Code) -> tuple[str, str]:
    """Return the words for a code that a listing has, and for one that its texts mention."""
    word = "zq" + _NOT_A_LETTER.sub("", "".join(code).lower())
    return word, f"{word}said"


@lru_cache(maxsize=100_000)
def _mention_word(mention: str) -> str:
    facet, _, code = mention.partition(":")
    return code_words((facet, code))[1]


def prepare(listings: Iterable[Provider], today: date, path: Path) -> None:
    """Analyse listings once for all peers, and keep their documents in a file."""
    documents = (_document(number, each, today) for number, each in enumerate(listings, start=1))
    with path.open("wb") as file:
        for some in batches(documents, _DOCUMENTS_AT_ONCE):
            pickle.dump(some, file, pickle.HIGHEST_PROTOCOL)


def prepared(path: Path) -> Iterator[Document]:
    """Yield the documents that were kept."""
    with path.open("rb") as file:
        while file.peek(1):
            yield from pickle.load(file)


def unanalysed(listings: Iterable[Provider], today: date) -> Iterator[Document]:
    """Yield documents whose words an engine analyses itself, without the codes they mention."""
    for number, provider in enumerate(listings, start=1):
        yield _facts_of(number, provider, today)


def _document(number: int, provider: Provider, today: date) -> Document:
    document = _facts_of(number, provider, today)
    texts = {name: stemmed(text) for name, text in document.texts.items()}
    told = mentions(texts["groups"].split()) | mentions(texts["bio"].split())
    return replace(
        document,
        name=" ".join(token.text for token in NAME_ANALYZER(provider.name)),
        texts=texts,
        codes=" ".join((document.codes, *map(_mention_word, told))),
    )


def _facts_of(number: int, provider: Provider, today: date) -> Document:
    facts = IndexedFacts.of(provider)
    worded = ((facet, code) for facet in WORDED_FACETS for code in facts.values[facet])
    return Document(
        number=number,
        id=facts.id,
        name=provider.name,
        sort_name=facts.name,
        texts=texts_of(provider),
        codes=" ".join(code_words(code)[0] for code in worded),
        values={name: facts.facet_values(name, today) for name in FILTERS},
        points=facts.points,
        standing=round(facts.standing(today) * 1_000_000),
    )


def stemmed(text: str) -> str:
    """Return the stems of a text with spaces between, as the analyser gives them, but faster."""
    return " ".join(filter(None, map(_stem, _find(text))))


@lru_cache(maxsize=500_000)
def _stem(word: str) -> str:
    return " ".join(stems(word))


def batches(items: Iterable[Any], size: int) -> Iterator[Sequence[Any]]:
    """Cut items into lists of a size."""
    batch: list[Any] = []
    for item in items:
        batch.append(item)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch
