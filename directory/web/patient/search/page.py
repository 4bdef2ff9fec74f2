"""From a search and its answer to the page of results."""

from dataclasses import dataclass
from datetime import date

from werkzeug.datastructures import MultiDict

from directory.search import SearchAnswer, SearchQuery, snippets
from directory.sentences import say, say_many
from directory.triage import read_own_words
from directory.vocabulary import STATES
from directory.web.patient.listing.cards import card_of
from directory.web.patient.parts import Card, Link, Option
from directory.web.patient.search.address import address_with
from directory.web.patient.search.filters import chips_of, facets_of
from directory.web.patient.search.form import Search, state_options
from directory.web.patient.search.map_pages import MapPart
from directory.web.patient.search.pages import SearchForm, SearchResultsPage, Turn
from directory.web.patient.search.widening import wider_links
from directory.web.patient.search.words import read_search_words
from directory.workflows.matching.search_directory import SearchPage
from directory.workflows.matching.widen_search import WiderSearch

DISTANCES = (5, 10, 25, 50, 100)
SORTS = {
    "best": say("Best fit"),
    "nearest": say("Nearest"),
    "soonest": say("Soonest opening"),
    "fee": say("Lowest price"),
    "name": say("Name"),
}
# What the form sends along without a field of its own.
_KEPT = ("sort", "view", "town")


@dataclass(frozen=True, slots=True)
class Beside:
    """What a page of results may show instead of cards."""

    map: MapPart | None = None
    wider: tuple[WiderSearch, ...] = ()


def search_page(
    search: Search, found: SearchPage, today: date, beside: Beside
) -> SearchResultsPage:
    """Return the page of one search."""
    answer, params, query = found.answer, search.params, search.query
    words = read_search_words(query)
    kept = MultiDict((name, params[name]) for name in ("q", "view") if name in params)
    meant = answer.did_you_mean
    return SearchResultsPage(
        title=_title(search),
        form=_form(search, answer),
        slips=search.as_slips(),
        help_card=words.help_card,
        out_of_scope=words.out_of_scope,
        count=count_words(answer, query),
        part=_part_words(answer.total, len(found.results)) if beside.map is None else None,
        any_word=answer.any_word,
        did_you_mean=Link(meant, address_with(params, q=meant)) if meant else None,
        chips=chips_of(search),
        clear_href=address_with(kept),
        views=_views(search) if answer.total else (),
        sorts=_sorts(search) if answer.total > 1 and beside.map is None else (),
        cards=_cards(found, query, today) if beside.map is None else (),
        map=beside.map,
        wider=wider_links(search, beside.wider),
        next_href=address_with(params, cursor=answer.next) if answer.next else None,
        first_href=address_with(params) if query.cursor else None,
    )


def _title(search: Search) -> str:
    text = search.query.text
    title = say("Search for “{words}”", words=text) if text else say("Search")
    return say("Error: {title}", title=title) if search.slips else title


def _cards(found: SearchPage, query: SearchQuery, today: date) -> tuple[Card, ...]:
    read = read_own_words(query.text).suggestions
    sought = (*query.filters.get("concern", ()), *(one.code for one in read))
    pieces = snippets((result.provider.bio for result in found.results), found.asked.text)
    return tuple(
        card_of(result.provider, today, sought, result.miles, piece, result.photo)
        for result, piece in zip(found.results, pieces, strict=True)
    )


def count_words(answer: SearchAnswer, query: SearchQuery) -> str:
    """Say how many people were found; who may not treat is not said to."""
    total = answer.total
    if total == 0:
        return say("No one on this list fits all of that")
    if states := query.filters.get("state"):
        state = STATES.label(states[0])
        if _are_coaches_among(answer, query):
            return say_many(
                "{count} person may work with you in {state}",
                "{count} people may work with you in {state}",
                total,
                state=state,
            )
        return say_many(
            "{count} person may treat you in {state}",
            "{count} people may treat you in {state}",
            total,
            state=state,
        )
    if query.text or query.filters or query.within_miles or query.towns:
        return say_many("{count} person fits", "{count} people fit", total)
    return say_many("{count} person is listed", "{count} people are listed", total)


def _are_coaches_among(answer: SearchAnswer, query: SearchQuery) -> bool:
    asked = query.filters.get("license")
    return bool(answer.facets["license"].get("coach")) and (asked is None or "coach" in asked)


def _part_words(total: int, shown: int) -> str | None:
    if shown >= total:
        return None
    return say_many("{count} of them on this page", "{count} of them on this page", shown)


def _views(search: Search) -> tuple[Turn, ...]:
    is_map = search.params.get("view") == "map"
    return (
        Turn(say("List"), address_with(search.params, view=None), not is_map),
        Turn(say("Map"), address_with(search.params, view="map"), is_map),
    )


def _sorts(search: Search) -> tuple[Turn, ...]:
    """Return the orders to choose from; the nearest needs to know from where."""
    sort = search.query.sort
    return tuple(
        Turn(text, address_with(search.params, sort=None if code == "best" else code), code == sort)
        for code, text in SORTS.items()
        if code != "nearest" or search.query.near
    )


def _form(search: Search, answer: SearchAnswer) -> SearchForm:
    query, typed = search.query, search.typed
    facets, more_facets = facets_of(query, answer.facets)
    return SearchForm(
        q=typed.get("q", ""),
        zip=typed.get("zip", ""),
        max_fee=typed.get("max_fee", ""),
        sliding_scale=bool(query.sliding_scale),
        states=state_options(query.filters.get("state", ("",))[0]),
        distances=_distances(query.within_miles),
        facets=facets,
        more_facets=more_facets,
        kept=tuple(pair for pair in search.params.items(multi=True) if pair[0] in _KEPT),
        slips=search.slips,
    )


def _distances(within: float | None) -> tuple[Option, ...]:
    """Return the distances to choose from, with the one in use wherever it comes from."""
    offered = {float(miles) for miles in DISTANCES} | ({within} if within else set())
    return (
        Option("", say("Any distance")),
        *(
            Option(f"{miles:g}", say("{miles} miles", miles=_whole(miles)), miles == within)
            for miles in sorted(offered)
        ),
    )


def _whole(miles: float) -> float:
    return int(miles) if miles.is_integer() else miles
