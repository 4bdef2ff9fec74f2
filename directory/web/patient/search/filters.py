"""The filters of a search: their values with counts, and those in use as chips."""

from collections.abc import Iterator, Mapping

from directory.geography.towns import towns
from directory.search import SearchQuery
from directory.sentences import Dollars, joined, say
from directory.vocabulary import VOCABULARIES
from directory.web.patient.search.address import address_with, address_without
from directory.web.patient.search.form import Search
from directory.web.patient.search.pages import Chip, Facet, FacetOption

Counts = Mapping[str, int]

_AT_ONCE = 4  # values of a filter, before the person opens the others
_TOO_FEW_TO_HIDE = 2
LEGENDS = {
    "concern": say("Helps with"),
    "delivery": say("Way to meet"),
    "payer": say("Insurance"),
    "accepting": say("Room for new people"),
    "license": say("License"),
    "service": say("Kind of help"),
    "format": say("Who is in the room"),
    "modality": say("Kind of therapy"),
    "age_group": say("Age of the person"),
    "language": say("Language"),
    "gender": say("Gender of the provider"),
}
_FIRST = ("concern", "delivery", "payer", "accepting")


def facets_of(
    query: SearchQuery, counts: Mapping[str, Counts]
) -> tuple[tuple[Facet, ...], tuple[Facet, ...]]:
    """Return the filters to see at once, which are the first and those in use, and the others."""
    found = [facet_of(name, counts.get(name, {}), query.filters.get(name, ())) for name in LEGENDS]
    shown = [facet for facet in found if facet.options]
    at_once = tuple(one for one in shown if one.name in _FIRST or query.filters.get(one.name))
    return at_once, tuple(one for one in shown if one not in at_once)


def facet_of(name: str, counts: Counts, chosen: tuple[str, ...]) -> Facet:
    """Return a filter with its most frequent values; what would find nobody is left out."""
    vocabulary = VOCABULARIES[name]
    offered = [code for code in vocabulary if counts.get(code) or code in chosen]
    most_first = sorted(offered, key=lambda code: -counts.get(code, 0))
    first = most_first[:_AT_ONCE]
    if len(most_first) <= _AT_ONCE + _TOO_FEW_TO_HIDE:
        first = most_first
    options = [
        FacetOption(code, vocabulary.label(code), counts.get(code, 0), code in chosen)
        for code in most_first
    ]
    return Facet(
        name,
        LEGENDS[name],
        tuple(one for one in options if one.checked or one.value in first),
        tuple(one for one in options if not one.checked and one.value not in first),
    )


def chips_of(search: Search) -> tuple[Chip, ...]:
    """Return each narrowing of a search as words, with the address that drops it."""
    return tuple(
        Chip(text, say("Remove filter: {filter}", filter=text), href)
        for text, href in _narrowings(search)
    )


def _narrowings(search: Search) -> Iterator[tuple[str, str]]:
    params, query = search.params, search.query
    for name, codes in query.filters.items():
        for code in codes:
            yield filter_words(name, code), address_without(params, name, code)
    for town in query.towns:
        yield say("In {town}", town=town_words(town)), address_without(params, "town", town)
    if query.within_miles:
        yield (
            say("Within {miles} miles of {zip}", miles=_whole(query), zip=params["zip"]),
            address_with(params, within_miles=None),
        )
    if query.max_fee is not None:
        price = say("{price} or less", price=Dollars(query.max_fee))
        yield price, address_with(params, max_fee=None)
    if query.sliding_scale:
        yield say("Less if you earn less"), address_with(params, sliding_scale=None)


def _whole(query: SearchQuery) -> int:
    return max(1, round(query.within_miles or 0))


def filter_words(name: str, code: str) -> str:
    """Return one value of a filter as words."""
    label = VOCABULARIES[name].label(code)
    return say("May treat in {state}", state=label) if name == "state" else label


def town_words(code: str) -> str:
    """Return a town as words: `Oakland, CA`."""
    known = towns()
    return known.label(known.numbers[code])


def values_words(name: str, codes: tuple[str, ...]) -> str:
    """Return the values of one filter together, as alternatives."""
    return joined((filter_words(name, code) for code in codes), "or")
