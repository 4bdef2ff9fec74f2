"""What a peer indexes of a listing: the same stemmed words, facets and places as ours."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from time import perf_counter
from typing import Any

from directory.providers import Provider
from directory.search.analysis import NAME_ANALYZER, stems
from directory.search.facts import IndexedFacts
from directory.search.protocol import FILTERS, WORDED_FACETS
from directory.search.schema import facts_of, index_document

FIELDS = ("labels", "groups", "place", "bio")
_WORD = re.compile(r"\w+(?:['’]\w+)*")
_NOT_A_LETTER = re.compile(r"[^a-z0-9]")


@dataclass(frozen=True, slots=True)
class Document:
    """One listing as words and values; `texts` holds each field's stems with spaces between."""

    number: int
    id: str
    name: str
    sort_name: str
    texts: dict[str, str]
    values: dict[str, tuple[str, ...]]
    points: tuple[tuple[float, float], ...]
    standing: int

    @property
    def codes(self) -> str:
        """Return its codes as words that no text holds."""
        worded = ((facet, code) for facet in WORDED_FACETS for code in self.values[facet])
        return " ".join(code_word(facet, code) for facet, code in worded)


@lru_cache(maxsize=100_000)
def code_word(facet: str, code: str) -> str:
    """Return the word under which peers that know only words find a code."""
    return "zq" + _NOT_A_LETTER.sub("", f"{facet}{code}".lower())


class Documents:
    """Turns listings into documents, and notes the time that this took beside the analysis."""

    def __init__(self, today: date) -> None:
        self._today = today
        self.seconds_analysing = 0.0

    def of(self, listings: Iterable[Provider]) -> Iterator[Document]:
        """Yield the documents of listings, numbered from 1."""
        for number, provider in enumerate(listings, start=1):
            yield self._document(number, provider)

    def _document(self, number: int, provider: Provider) -> Document:
        fields = index_document(provider)
        began = perf_counter()
        texts = {name: stemmed(fields[name]) for name in FIELDS}
        name = " ".join(token.text for token in NAME_ANALYZER(provider.name))
        self.seconds_analysing += perf_counter() - began
        return self._with_facts(number, facts_of(fields), name, texts)

    def _with_facts(
        self, number: int, facts: IndexedFacts, name: str, texts: dict[str, str]
    ) -> Document:
        return Document(
            number=number,
            id=facts.id,
            name=name,
            sort_name=facts.name,
            texts=texts,
            values={name: facts.facet_values(name, self._today) for name in FILTERS},
            points=facts.points,
            standing=round(facts.standing(self._today) * 1_000_000),
        )


def stemmed(text: str) -> str:
    """Return the stems of a text with spaces between, as the analyser gives them, but faster."""
    return " ".join(filter(None, map(_stem, _WORD.findall(text))))


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


def unfiltered(facets: Iterable[str], filters: Iterable[str]) -> tuple[str, ...]:
    """Return the facets that no filter is set on, which can all be counted over one set."""
    return tuple(facet for facet in facets if facet not in set(filters))
