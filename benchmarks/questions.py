"""A question of the fixed mix: our search query, and its logic for peers that know no synonyms."""

from dataclasses import dataclass, field
from typing import Literal

from directory.matching import MatchRequest
from directory.search import SearchQuery
from directory.search.analysis import NAME_ANALYZER, quoted_and_loose, stems
from directory.search.concepts import Code, segments

SIX_FACETS = ("license", "modality", "concern", "format", "payer", "state")
PAGE_SIZE = 20

Kind = Literal[
    "text_common",
    "text_rare",
    "text_misspelt",
    "text_facets",
    "filters",
    "text_filters",
    "any_word",
    "phrase",
    "deep_page",
    "radius",
    "nearest",
    "match",
]


@dataclass(frozen=True, slots=True)
class Word:
    """A stemmed word, and how it is written where names are looked for."""

    stem: str
    name: str


@dataclass(frozen=True, slots=True)
class Clause:
    """What must be found together: a phrase, or words for which any of some codes may stand."""

    words: tuple[Word, ...]
    codes: tuple[Code, ...] = ()
    phrase: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """One question. `clauses` are prepared beforehand: peers do not pay for our analysis.

    `any_word` asks at once for listings with any of the words, the top ones alone, no total.
    """

    kind: Kind
    search: SearchQuery = field(default_factory=SearchQuery)
    page: int = 1
    any_word: bool = False
    clauses: tuple[Clause, ...] = ()
    request: MatchRequest | None = None

    @property
    def offset(self) -> int:
        """How many results come before the page."""
        return (self.page - 1) * PAGE_SIZE

    @property
    def plain(self) -> bool:
        """Whether no vocabulary knows its words, so that everybody must find the same."""
        return not any(clause.codes for clause in self.clauses)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a contestant answers; the total is None where it was not counted."""

    total: int | None
    ids: tuple[str, ...]
    facets: dict[str, dict[str, int]] = field(default_factory=dict)


def clauses_of(text: str) -> tuple[Clause, ...]:
    """Return the logic of a text: every clause must be found, or any of them as a fall-back."""
    phrases, loose = quoted_and_loose(text)
    names = {stem: token.text for token in NAME_ANALYZER(loose) for stem in stems(token.text)}
    quoted = (
        Clause(tuple(Word(stem, stem) for stem in stems(phrase)), phrase=True) for phrase in phrases
    )
    loosely = (
        Clause(tuple(Word(word, names.get(word, word)) for word in part.words), part.codes)
        for part in segments(stems(loose))
    )
    return (*quoted, *loosely)
