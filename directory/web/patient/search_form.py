"""The search form: from the parameters of an address to a query, and back to what it shows."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from pydantic import ValidationError
from werkzeug.datastructures import MultiDict

from directory.errors import problems_of
from directory.search import SearchQuery
from directory.vocabulary import STATES, VOCABULARIES
from directory.web.parameters import REPEATABLE, SearchParameters
from directory.web.patient.pages.parts import Link, Option, Slip
from directory.web.patient.plain_words import dollars

Params = MultiDict[str, str]

_MENDS = {
    "q": "Use fewer words",
    "zip": "We do not know this ZIP code. Write five numbers, such as 94110",
    "within_miles": "To set a distance, write your ZIP code too",
    "sort": "To see the nearest first, write your ZIP code too",
    "max_fee": "Write the price in dollars, such as 120",
}
_AT = {"within_miles": "zip", "sort": "zip", "max_fee": "max_fee", "zip": "zip"}
_LEFT_OUT = "We left out a filter that we do not know"


@dataclass(frozen=True, slots=True)
class Search:
    """What a person searches for, as far as it could be read."""

    query: SearchQuery
    params: Params
    slips: tuple[Slip, ...]


def read_search(args: Params) -> Search:
    """Read the parameters of a search; what cannot be used is left out and told."""
    params = MultiDict(
        (name, value.strip()) for name, value in args.items(multi=True) if value.strip()
    )
    slips: dict[str, Slip] = {}
    while True:
        try:
            query = SearchParameters.model_validate(_values(params)).query()
        except ValidationError as error:
            for problem in problems_of(error):
                name = problem.field.partition("[")[0]
                slips[name] = Slip(f"#{_AT.get(name, 'q')}", _MENDS.get(name, _LEFT_OUT))
                params.poplist(name)
        else:
            return Search(query, params, tuple(slips.values()))


def _values(params: Params) -> dict[str, Any]:
    return {
        name: values
        if name in REPEATABLE
        else values[-1].lstrip("$")
        if name == "max_fee"
        else values[-1]
        for name, values in params.lists()
    }


def address_with(params: Params, **changes: str | None) -> str:
    """Return the address of this search with single parameters changed or, by None, dropped."""
    kept = [(n, v) for n, v in params.items(multi=True) if n not in changes and n != "cursor"]
    added = [(name, value) for name, value in changes.items() if value is not None]
    return _address(kept + added)


def address_without(params: Params, name: str, value: str) -> str:
    """Return the address of this search without one value of one filter."""
    pairs = [pair for pair in params.items(multi=True) if pair != (name, value)]
    return _address(pair for pair in pairs if pair[0] != "cursor")


def _address(pairs: Iterable[tuple[str, str]]) -> str:
    text = urlencode(list(pairs))
    return f"/search?{text}" if text else "/search"


def chips_of(search: Search) -> tuple[Link, ...]:
    """Return each narrowing of a search as words, with the address that drops it."""
    params, query = search.params, search.query
    chips = [
        Link(_chip_text(name, code), address_without(params, name, code))
        for name, codes in query.filters.items()
        for code in codes
    ]
    if query.within_miles:
        text = f"Within {query.within_miles:.0f} miles of {params['zip']}"
        chips.append(Link(text, address_with(params, within_miles=None)))
    if query.max_fee is not None:
        chips.append(Link(f"{dollars(query.max_fee)} or less", address_with(params, max_fee=None)))
    if query.sliding_scale:
        chips.append(Link("Less if you earn less", address_with(params, sliding_scale=None)))
    return tuple(chips)


def _chip_text(name: str, code: str) -> str:
    label = VOCABULARIES[name].label(code)
    return f"May treat in {label}" if name == "state" else label


def state_options(chosen: str | None, any_text: str = "Any state") -> tuple[Option, ...]:
    """Return every state as an option, after one for all."""
    states = (Option(s.code, s.label, s.code == chosen) for s in STATES.values())
    return (Option("", any_text), *states)
