"""The page of search results."""

from collections.abc import Mapping
from dataclasses import dataclass

from directory.web.patient.parts import Card, HelpCard, Link, Option, Slip
from directory.web.patient.search.map_pages import MapPart


@dataclass(frozen=True, slots=True)
class FacetOption:
    """One value of a filter and how many people it would give."""

    value: str
    label: str
    count: int
    checked: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """A filter: the values to see at once, and further ones to open."""

    name: str
    legend: str
    options: tuple[FacetOption, ...]
    more: tuple[FacetOption, ...]


@dataclass(frozen=True, slots=True)
class SearchForm:
    """What the search form shows again: what was typed, and what is wrong with it by field.

    `facets` are to see at once, `more_facets` to open; `kept` goes along unseen.
    """

    q: str
    zip: str
    max_fee: str
    sliding_scale: bool
    states: tuple[Option, ...]
    distances: tuple[Option, ...]
    facets: tuple[Facet, ...]
    more_facets: tuple[Facet, ...]
    kept: tuple[tuple[str, str], ...]
    slips: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter in use; its link drops it and nothing else."""

    text: str
    remove: str
    href: str


@dataclass(frozen=True, slots=True)
class Turn:
    """One of several ways to look at the results."""

    text: str
    href: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class SearchResultsPage:
    """A page of search results: cards, or a map, or where nobody is found what else to try."""

    title: str
    form: SearchForm
    slips: tuple[Slip, ...]
    help_card: HelpCard | None
    out_of_scope: str | None
    count: str
    part: str | None
    any_word: bool
    did_you_mean: Link | None
    chips: tuple[Chip, ...]
    clear_href: str
    views: tuple[Turn, ...]
    sorts: tuple[Turn, ...]
    cards: tuple[Card, ...]
    map: MapPart | None
    wider: tuple[Link, ...]
    next_href: str | None
    first_href: str | None
