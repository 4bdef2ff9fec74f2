"""The page of search results."""

from dataclasses import dataclass

from directory.web.patient.pages.parts import Card, HelpCard, Link, Option, Slip


@dataclass(frozen=True, slots=True)
class FacetOption:
    """One value of a filter and how many people it would give; None where no count is known."""

    value: str
    label: str
    count: str | None
    checked: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """A filter with its values; `more` is the way to those that are not shown."""

    name: str
    legend: str
    options: tuple[FacetOption, ...]
    is_open: bool
    more: str | None


@dataclass(frozen=True, slots=True)
class SearchForm:
    """What the search form shows again."""

    q: str
    zip: str
    max_fee: str
    sliding_scale: bool
    states: tuple[Option, ...]
    distances: tuple[Option, ...]
    sorts: tuple[Option, ...]
    facets: tuple[Facet, ...]
    is_open: bool


@dataclass(frozen=True, slots=True)
class SearchResultsPage:
    """A page of search results."""

    title: str
    form: SearchForm
    slips: tuple[Slip, ...]
    help_card: HelpCard | None
    out_of_scope: str | None
    count: str
    any_word: bool
    did_you_mean: Link | None
    chips: tuple[Link, ...]
    clear_href: str
    cards: tuple[Card, ...]
    next_href: str | None
    first_href: str | None
