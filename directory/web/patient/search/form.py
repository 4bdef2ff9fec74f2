"""The search form: from the parameters of an address to a query, and what it could not use."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from pydantic import ValidationError
from werkzeug.datastructures import MultiDict

from directory.errors import problems_of
from directory.geography import state_of_zip
from directory.geography.towns import state_of_town
from directory.search import FILTERS, SearchQuery
from directory.sentences import say
from directory.vocabulary import STATES
from directory.web.parameters import REPEATABLE, SearchParameters
from directory.web.patient.parts import Option, Slip
from directory.web.patient.search.address import VIEW, Params
from directory.web.rendering import place_in_alphabet

_MENDS = {
    "q": say("Use fewer words"),
    "zip": say("We do not know this ZIP code. Write five numbers, such as 94110"),
    "within_miles": say("To set a distance, write your ZIP code too"),
    "sort": say("To see the nearest first, write your ZIP code too"),
    "max_fee": say("Write the price in dollars, such as 120"),
}
# The field at which each slip is told; what is no field of the form is told at the filters.
_FIELDS = {"q": "q", "zip": "zip", "within_miles": "zip", "sort": "zip", "max_fee": "max_fee"}
_FILTERS = "filters"
# An unknown name may look like a place in a list, so it goes first: only what is known is mended.
_KNOWN = frozenset({*SearchParameters.model_fields, *VIEW})
_LEFT_OUT = say("We left out a filter that we do not know")


@dataclass(frozen=True, slots=True)
class Search:
    """What a person searches for, as far as it could be read.

    `params` is what could be used, `typed` all that was sent, `slips` what was wrong, by field.
    """

    query: SearchQuery
    params: Params
    typed: Params
    slips: Mapping[str, str]

    def as_slips(self) -> tuple[Slip, ...]:
        """Return what was wrong, each with the way to its field."""
        return tuple(Slip(f"#{field}", text) for field, text in self.slips.items())


def read_search(typed: Params) -> Search:
    """Read the tidy parameters of a search; what cannot be used is left out and told."""
    params = MultiDict(pair for pair in typed.items(multi=True) if pair[0] in _KNOWN)
    slips: dict[str, str] = {} if typed.keys() <= _KNOWN else {_FILTERS: _LEFT_OUT}
    while True:
        try:
            query = SearchParameters.model_validate(dict(_values(params))).query()
        except ValidationError as error:
            for problem in problems_of(error):
                name = problem.field.partition("[")[0]
                field, mend = _slip(name, params)
                # The first slip of a field is the one to mend: others come of it.
                slips.setdefault(field, mend)
                params.poplist(name)
        else:
            return Search(replace(query, facets=FILTERS), params, typed, slips)


def state_of(search: Search) -> str:
    """Return the state that a search is about, by its name, its ZIP code or its first town."""
    if states := search.query.filters.get("state"):
        return states[0]
    if search.query.towns:
        return state_of_town(search.query.towns[0])
    return state_of_zip(search.params.get("zip", "")) or ""


def _slip(name: str, params: Params) -> tuple[str, str]:
    """Return the field of a slip, and how to mend it."""
    is_known = name in _MENDS and not (name == "within_miles" and "zip" in params)
    return (_FIELDS[name], _MENDS[name]) if is_known else (_FILTERS, _LEFT_OUT)


def _values(params: Params) -> Iterator[tuple[str, Any]]:
    for name, values in params.lists():
        if name in REPEATABLE:
            yield name, values
        elif name not in VIEW:
            yield name, values[-1].lstrip("$") if name == "max_fee" else values[-1]


def state_options(chosen: str | None, any_text: str = say("Any state")) -> tuple[Option, ...]:
    """Return every state as an option, from A to Z for the reader, after one for all."""
    states = (Option(s.code, STATES.label(s.code), s.code == chosen) for s in STATES.values())
    return (Option("", any_text), *sorted(states, key=lambda one: place_in_alphabet(one.text)))
