"""From a search and its answer to the page of results."""

from collections.abc import Mapping
from datetime import date

from werkzeug.datastructures import MultiDict

from directory.search import SearchQuery, snippets
from directory.vocabulary import VOCABULARIES
from directory.web.patient.cards import card_of
from directory.web.patient.pages.parts import Card, Link, Option
from directory.web.patient.pages.search import (
    Facet,
    FacetOption,
    SearchForm,
    SearchResultsPage,
)
from directory.web.patient.search_form import Search, address_with, chips_of, state_options
from directory.web.patient.search_words import read_search_words
from directory.workflows.search_directory import SearchPage

Counts = Mapping[str, int]

MOST_SHOWN = 10  # values of a filter, before the person asks for all
DISTANCES = (5, 10, 25, 50, 100)
SORTS = {
    "best": "Best fit for the words",
    "nearest": "Nearest first",
    "soonest": "Soonest opening first",
    "fee": "Lowest price first",
    "name": "Name",
}
LEGENDS = {
    "concern": "Helps with",
    "license": "License",
    "service": "Kind of help",
    "delivery": "Way to meet",
    "payer": "Insurance",
    "accepting": "Room for new people",
    "age_group": "Age of the person",
    "language": "Language",
    "format": "Who is in the room",
    "modality": "Kind of therapy",
    "gender": "Gender of the provider",
}


def search_page(
    search: Search, found: SearchPage, today: date, whole: str | None = None
) -> SearchResultsPage:
    """Return the page of one search; `whole` names the filter to show with all of its values."""
    answer, params, query = found.answer, search.params, search.query
    words = read_search_words(query)
    kept = MultiDict({"q": query.text} if query.text else {})
    meant = answer.did_you_mean
    return SearchResultsPage(
        title=f"Search for “{query.text}”" if query.text else "Search",
        form=_form(search, answer.facets, whole),
        slips=search.slips,
        help_card=words.help_card,
        out_of_scope=words.out_of_scope,
        count=_count_words(answer.total, len(found.results), query),
        any_word=answer.any_word,
        did_you_mean=Link(meant, address_with(params, q=meant)) if meant else None,
        chips=chips_of(search),
        clear_href=address_with(kept),
        cards=_cards(found, query, today),
        next_href=address_with(params, cursor=answer.next) if answer.next else None,
        first_href=address_with(params) if query.cursor else None,
    )


def _cards(found: SearchPage, query: SearchQuery, today: date) -> tuple[Card, ...]:
    sought = query.filters.get("concern", ())
    pieces = snippets((result.provider.bio for result in found.results), query.text)
    return tuple(
        card_of(result.provider, today, sought, result.miles, piece)
        for result, piece in zip(found.results, pieces, strict=True)
    )


def _count_words(total: int, shown: int, query: SearchQuery) -> str:
    if total == 0:
        return "No one on this list fits all of that"
    if total == 1:
        return "1 person fits"
    part = f", {shown} on this page" if shown < total else ""
    return f"{total:,} people {'fit' if query.text or query.filters else 'are listed'}{part}"


def _form(search: Search, facets: Mapping[str, Counts], whole: str | None) -> SearchForm:
    query, params = search.query, search.params
    within = params.get("within_miles", "")
    return SearchForm(
        q=query.text,
        zip=params.get("zip", ""),
        max_fee=params.get("max_fee", ""),
        sliding_scale=bool(query.sliding_scale),
        states=state_options(query.filters.get("state", ("",))[0]),
        distances=(
            Option("", "Any distance"),
            *(Option(str(m), f"{m} miles", str(m) == within) for m in DISTANCES),
        ),
        sorts=tuple(Option(code, text, code == query.sort) for code, text in SORTS.items()),
        facets=tuple(
            facet_of(name, facets.get(name), query.filters.get(name, ()), whole == name)
            for name in LEGENDS
        ),
        is_open=bool(search.slips) or whole in LEGENDS,
    )


def facet_of(name: str, counts: Counts | None, chosen: tuple[str, ...], is_whole: bool) -> Facet:
    """Return a filter; one that the engine does not count offers every value without a number."""
    vocabulary = VOCABULARIES[name]
    known = counts if counts is not None else dict.fromkeys(vocabulary, 1)
    offered = [code for code in vocabulary if known.get(code) or code in chosen]
    most_first = sorted(offered, key=lambda code: -known.get(code, 0))
    shown = most_first if is_whole else _most_frequent(most_first, chosen)
    options = tuple(
        FacetOption(
            value=code,
            label=vocabulary.label(code),
            count=None if counts is None else f"{counts.get(code, 0):,}",
            checked=code in chosen,
        )
        for code in shown
    )
    more = f"Show all {len(offered)}" if len(shown) < len(offered) else None
    return Facet(name, LEGENDS[name], options, bool(chosen) or is_whole, more)


def _most_frequent(codes: list[str], chosen: tuple[str, ...]) -> list[str]:
    """Return the first few and those chosen; a button for one or two more would be silly."""
    few = len(codes) > MOST_SHOWN + 2
    return [code for n, code in enumerate(codes) if not few or n < MOST_SHOWN or code in chosen]
