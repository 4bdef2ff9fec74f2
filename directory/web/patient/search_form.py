"""The search form: from the parameters of an address to a query, and back to what it shows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import get_args
from urllib.parse import urlencode

from werkzeug.datastructures import MultiDict

from directory.geography import Point, point_of_zip
from directory.search import FILTERS, SearchQuery
from directory.search.protocol import Sort
from directory.vocabulary import STATES, VOCABULARIES
from directory.web.patient.pages.parts import Link, Option, Slip

DISTANCES = (5, 10, 25, 50, 100)
SORTS = {
    "best": "Best fit for the words",
    "nearest": "Nearest first",
    "soonest": "Soonest opening first",
    "fee": "Lowest price first",
    "name": "Name",
}
LEGENDS = {
    "license": "License",
    "service": "Kind of help",
    "concern": "Helps with",
    "modality": "Kind of therapy",
    "format": "Who is in the room",
    "age_group": "Age of the person",
    "delivery": "Way to meet",
    "language": "Language",
    "payer": "Insurance",
    "accepting": "Room for new people",
    "gender": "Gender of the provider",
}


@dataclass(frozen=True, slots=True)
class Search:
    """What a person searches for, as far as it could be read."""

    query: SearchQuery
    zip: str
    params: MultiDict[str, str]
    slips: tuple[Slip, ...]


def read_search(args: MultiDict[str, str]) -> Search:
    """Read the parameters of a search; what cannot be used is left out and reported."""
    slips: list[Slip] = []
    params = MultiDict(
        (name, value.strip()[:256])
        for name, value in args.items(multi=True)
        if name in _PARAMETERS and value.strip()
    )
    zip, near = _place(params, slips)
    query = SearchQuery(
        text=params.get("q", ""),
        filters=_filters(params, slips),
        near=near,
        within_miles=_number(params, "within_miles", slips) if near else None,
        max_fee=_number(params, "max_fee", slips),
        sliding_scale=True if params.get("sliding_scale") == "true" else None,
        sort=_sort(params, near),
        cursor=params.get("cursor"),
    )
    return Search(query, zip, params, tuple(slips))


_PARAMETERS = (
    *FILTERS,
    *("q", "zip", "within_miles", "max_fee", "sliding_scale", "sort", "cursor"),
)


def _filters(params: MultiDict[str, str], slips: list[Slip]) -> Mapping[str, tuple[str, ...]]:
    if any(code not in VOCABULARIES[name] for name in FILTERS for code in params.getlist(name)):
        slips.append(Slip("#q", "We left out a filter that we do not know"))
    chosen = {
        name: tuple(code for code in params.getlist(name) if code in VOCABULARIES[name])
        for name in FILTERS
    }
    return {name: codes for name, codes in chosen.items() if codes}


def _place(params: MultiDict[str, str], slips: list[Slip]) -> tuple[str, Point | None]:
    zip = params.get("zip", "")
    near = point_of_zip(zip) if zip else None
    if zip and near is None:
        slips.append(Slip("#zip", "We do not know this ZIP code. Write five numbers, such as 94110"))
    return zip, near


def _number(params: MultiDict[str, str], name: str, slips: list[Slip]) -> float | None:
    text = params.get(name, "").lstrip("$").replace(",", "")
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and 0 < int(text) <= 10_000):
        slips.append(Slip(f"#{name}", "Write the number in whole dollars or miles, such as 120"))
        return None
    return float(text)


def _sort(params: MultiDict[str, str], near: Point | None) -> Sort:
    wish = params.get("sort", "best")
    known = {name: name for name in get_args(Sort)}
    usable = wish in known and (wish != "nearest" or near is not None)
    return known[wish] if usable else "best"


def address_with(params: MultiDict[str, str], **changes: str | None) -> str:
    """Return the address of this search with single parameters changed or, by None, dropped."""
    kept = [(n, v) for n, v in params.items(multi=True) if n not in changes and n != "cursor"]
    added = [(name, value) for name, value in changes.items() if value is not None]
    return _address(kept + added)


def address_without(params: MultiDict[str, str], name: str, value: str) -> str:
    """Return the address of this search without one value of one filter."""
    pairs = [pair for pair in params.items(multi=True) if pair != (name, value)]
    return _address([pair for pair in pairs if pair[0] != "cursor"])


def _address(pairs: Iterable[tuple[str, str]]) -> str:
    text = urlencode(list(pairs))
    return f"/search?{text}" if text else "/search"


def chips_of(search: Search) -> tuple[Link, ...]:
    """Return each narrowing of a search as words, with the address that drops it."""
    params = search.params
    chips = [
        Link(_chip_text(name, code), address_without(params, name, code))
        for name, codes in search.query.filters.items()
        for code in codes
    ]
    if search.query.within_miles:
        text = f"Within {search.query.within_miles:.0f} miles of {search.zip}"
        chips.append(Link(text, address_with(params, within_miles=None)))
    if search.query.max_fee:
        text = f"${search.query.max_fee:.0f} or less"
        chips.append(Link(text, address_with(params, max_fee=None)))
    if search.query.sliding_scale:
        chips.append(Link("Lower price for low income", address_with(params, sliding_scale=None)))
    return tuple(chips)


def _chip_text(name: str, code: str) -> str:
    label = VOCABULARIES[name].label(code)
    return f"Can treat in {label}" if name == "state" else label


def state_options(chosen: str | None, any_text: str = "Any state") -> tuple[Option, ...]:
    """Return every state as an option, after one for all."""
    states = (Option(s.code, s.label, s.code == chosen) for s in STATES.values())
    return (Option("", any_text), *states)
