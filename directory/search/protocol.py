"""What a search engine is asked, and what it answers: ids, counts and scores, never records."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, Protocol

from directory.columns import Listings
from directory.columns.codes import COUNTED, FACETS
from directory.geography import Point
from directory.providers import Provider
from directory.search.whereabouts import Whereabouts

FILTERS = COUNTED
Sort = Literal["best", "nearest", "soonest", "fee", "name"]


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """One search. Values of one filter are OR-ed, filters AND-ed; fees in dollars.

    `near` is the point that distances are measured from; `towns` are codes of towns where people
    are seen; `cursor` is an earlier answer's `next`.
    Only the facets named in `facets` are counted.
    """

    text: str = ""
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    near: Point | None = None
    within_miles: float | None = None
    towns: tuple[str, ...] = ()
    max_fee: float | None = None
    sliding_scale: bool | None = None
    sort: Sort = "best"
    page_size: int = 20
    cursor: str | None = None
    facets: tuple[str, ...] = FACETS


@dataclass(frozen=True, slots=True)
class Hit:
    """One listing found, with its text score and its distance in miles where one was asked."""

    id: str
    score: float
    miles: float | None


@dataclass(frozen=True, slots=True)
class SearchAnswer:
    """One page of hits, the total, and for each facet value what choosing it would give.

    `any_word` tells that no listing had all the words, so that those with any are given.
    """

    total: int
    hits: tuple[Hit, ...]
    facets: Mapping[str, Mapping[str, int]]
    did_you_mean: str | None = None
    next: str | None = None
    any_word: bool = False


@dataclass(frozen=True, slots=True)
class Candidates:
    """The claimed listings that may treat in a state, and how many may not."""

    ids: tuple[str, ...]
    elsewhere: int
    unclaimed: tuple[str, ...] = ()
    relevance: Mapping[str, float] = field(default_factory=dict)


class SearchEngine(Protocol):
    """An index of the published listings that can be rebuilt from the database at any time."""

    def search(self, query: SearchQuery) -> SearchAnswer:
        """Answer a search."""

    def whereabouts(self, query: SearchQuery) -> Whereabouts:
        """Tell in which towns all those are whom a search finds, whatever its page."""

    def candidates(self, state: str, text: str) -> Candidates:
        """Return who may be matched in a state, with how well (0 to 1) each fits some words."""

    def listings(self, text: str) -> Sequence[Listings] | None:
        """Return the columns of all listings with how well each fits some words; None without."""

    def check(self) -> None:
        """Read the whole index; raise Unusable where it is missing or not as it was built."""

    def edits(self) -> int:
        """Return how many listings this process holds beside what was built."""

    def seq(self) -> int:
        """Return the number of the newest change that the index holds; -1 where there is none."""

    def apply(self, published: Iterable[Provider], gone: Iterable[str], seq: int) -> None:
        """Take in changed listings and drop others, up to a number of the search log."""

    def rebuild(self, published: Iterable[Provider], seq: int) -> int:
        """Build the index anew beside the live one, swap it in, and return its count.

        The listings come in the order of their ids.
        """

    def close(self) -> None:
        """Let go of open files."""
