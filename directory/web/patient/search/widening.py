"""Ways on from a search that finds nobody: each limit that keeps people out, with its count."""

from collections.abc import Iterable

from directory.sentences import Sentence, joined, say_many
from directory.vocabulary import STATES
from directory.web.patient.parts import Link
from directory.web.patient.search.address import address_of, address_with
from directory.web.patient.search.filters import town_words, values_words
from directory.web.patient.search.form import Search
from directory.workflows.matching.widen_search import KEPT, NEEDED, WiderSearch

# What is left of a search where nearly all is dropped.
_LEFT = {*KEPT, "view", "zip"}
_KEPT = {"all": _LEFT, "filters": {*_LEFT, *NEEDED}}


def wider_links(search: Search, wider: Iterable[WiderSearch]) -> tuple[Link, ...]:
    """Return each wider search as a sentence with its count, and the address that asks it."""
    return tuple(Link(_words(search, one), _address(search, one)) for one in wider)


def _address(search: Search, wider: WiderSearch) -> str:
    params = search.params
    if wider.drop in _KEPT:
        kept = _KEPT[wider.drop]
        return address_of((n, v) for n, v in params.items(multi=True) if n in kept)
    if wider.drop == "video":
        return address_with(params, delivery="video", within_miles=None, town=None)
    miles = wider.query.within_miles if wider.drop == "within_miles" else None
    return address_with(params, **{wider.drop: None if miles is None else f"{miles:g}"})


def _words(search: Search, wider: WiderSearch) -> Sentence:
    query, total = search.query, wider.total
    if wider.drop == "q":
        return say_many(
            "Without the words “{words}”: {count} person",
            "Without the words “{words}”: {count} people",
            total,
            words=query.text,
        )
    if wider.drop in query.filters:
        return _without(values_words(wider.drop, query.filters[wider.drop]), total)
    if wider.drop == "town":
        return _without(joined(map(town_words, query.towns), "or"), total)
    if wider.drop == "within_miles":
        return _further(wider)
    return _other(search, wider)


def _without(filter_: str, total: int) -> Sentence:
    return say_many(
        "Without the filter “{filter}”: {count} person",
        "Without the filter “{filter}”: {count} people",
        total,
        filter=filter_,
    )


def _further(wider: WiderSearch) -> Sentence:
    if wider.query.within_miles is None:
        return say_many(
            "At any distance: {count} person", "At any distance: {count} people", wider.total
        )
    return say_many(
        "Within {miles} miles: {count} person",
        "Within {miles} miles: {count} people",
        wider.total,
        miles=round(wider.query.within_miles),
    )


def _other(search: Search, wider: WiderSearch) -> Sentence:
    total = wider.total
    if wider.drop == "max_fee":
        return say_many("At any price: {count} person", "At any price: {count} people", total)
    if wider.drop == "sliding_scale":
        return say_many(
            "Whether or not you pay less if you earn less: {count} person",
            "Whether or not you pay less if you earn less: {count} people",
            total,
        )
    if wider.drop == "video":
        return say_many("By video: {count} person", "By video: {count} people", total)
    if wider.drop == "filters":
        return say_many(
            "Only what you want help with: {count} person",
            "Only what you want help with: {count} people",
            total,
        )
    return _everybody(search, total)


def _everybody(search: Search, total: int) -> Sentence:
    if state := search.query.filters.get("state"):
        return say_many(
            "Everyone on this list for {state}: {count} person",
            "Everyone on this list for {state}: {count} people",
            total,
            state=STATES.label(state[0]),
        )
    return say_many(
        "Everyone on this list: {count} person", "Everyone on this list: {count} people", total
    )
