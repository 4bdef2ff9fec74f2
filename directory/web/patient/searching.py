"""The search page."""

from collections.abc import Mapping

from flask import Blueprint, render_template, request
from werkzeug.datastructures import MultiDict

from directory.errors import Invalid
from directory.search import SearchQuery
from directory.vocabulary import VOCABULARIES
from directory.web.patient.cards import card_of
from directory.web.patient.pages.parts import Link, Option
from directory.web.patient.pages.search import (
    Facet,
    FacetOption,
    SearchForm,
    SearchResultsPage,
)
from directory.web.patient.search_form import (
    DISTANCES,
    LEGENDS,
    SORTS,
    Search,
    address_with,
    chips_of,
    read_search,
    state_options,
)
from directory.web.patient.surroundings import the_directory
from directory.workflows.search_directory import SearchPage, search_directory

pages = Blueprint("search", __name__)


@pages.get("/search")
def search() -> str:
    """Search the directory; an address with a stale cursor starts at the first page."""
    wish = read_search(MultiDict(request.args))
    try:
        found = search_directory(the_directory(), wish.query)
    except Invalid:
        wish = read_search(MultiDict(p for p in request.args.items(multi=True) if p[0] != "cursor"))
        found = search_directory(the_directory(), wish.query)
    return render_template("search.html", page=_page(wish, found))


def _page(wish: Search, found: SearchPage) -> SearchResultsPage:
    answer, today = found.answer, the_directory().today()
    return SearchResultsPage(
        title=_title(wish.query),
        form=_form(wish, answer.facets),
        slips=wish.slips,
        count=_count_words(answer.total, len(found.results), wish.query),
        any_word=answer.any_word,
        did_you_mean=_did_you_mean(wish, answer.did_you_mean),
        chips=chips_of(wish),
        clear_href=address_with(MultiDict({"q": wish.query.text} if wish.query.text else {})),
        cards=tuple(card_of(r.provider, today, r.miles, r.snippet) for r in found.results),
        next_href=address_with(wish.params, cursor=answer.next) if answer.next else None,
        first_href=address_with(wish.params) if wish.query.cursor else None,
    )


def _title(query: SearchQuery) -> str:
    return f"Search for “{query.text}”" if query.text else "Search"


def _count_words(total: int, shown: int, query: SearchQuery) -> str:
    if total == 0:
        return "No one fits all of this"
    if total == 1:
        return "1 person fits"
    part = f", {shown} on this page" if shown < total else ""
    return f"{total:,} people {'fit' if query.text or query.filters else 'are listed'}{part}"


def _did_you_mean(wish: Search, text: str | None) -> Link | None:
    return Link(text, address_with(wish.params, q=text)) if text else None


def _form(wish: Search, facets: Mapping[str, Mapping[str, int]]) -> SearchForm:
    query, params = wish.query, wish.params
    chosen_state = query.filters.get("state", ("",))[0]
    within = params.get("within_miles", "")
    return SearchForm(
        q=query.text,
        zip=wish.zip,
        max_fee=params.get("max_fee", ""),
        sliding_scale=bool(query.sliding_scale),
        states=state_options(chosen_state),
        distances=(
            Option("", "Any distance"),
            *(Option(str(m), f"{m} miles", str(m) == within) for m in DISTANCES),
        ),
        sorts=tuple(Option(code, text, code == query.sort) for code, text in SORTS.items()),
        facets=tuple(
            _facet(name, facets.get(name, {}), query.filters.get(name, ())) for name in LEGENDS
        ),
    )


def _facet(name: str, counts: Mapping[str, int], chosen: tuple[str, ...]) -> Facet:
    vocabulary = VOCABULARIES[name]
    has_counts = bool(counts) or name != "gender"
    shown = [c for c in vocabulary if counts.get(c) or c in chosen or not has_counts]
    options = tuple(
        FacetOption(
            value=code,
            label=vocabulary.label(code),
            count=f"{counts.get(code, 0):,}" if has_counts else None,
            checked=code in chosen,
        )
        for code in shown
    )
    return Facet(name, LEGENDS[name], options, bool(chosen))
