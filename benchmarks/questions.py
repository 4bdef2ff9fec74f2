"""A question of the fixed mix: our search query, and its logic for peers that know no synonyms."""

from dataclasses import dataclass, field
from typing import Literal

from directory.matching import MatchRequest
from directory.search import SearchQuery
from directory.search.asked import Clause, Run

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
        return not any(isinstance(clause, Run) and clause.codes for clause in self.clauses)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a contestant answers; the total is None where it was not counted."""

    total: int | None
    ids: tuple[str, ...]
    facets: dict[str, dict[str, int]] = field(default_factory=dict)
