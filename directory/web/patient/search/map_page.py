"""From where all results are to the map of them, with a list of towns beside it."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from directory.geography.towns import Towns, towns
from directory.search import Whereabouts
from directory.sentences import Sentence, say, say_many
from directory.vocabulary import STATES
from directory.web.patient.parts import Link
from directory.web.patient.search.address import address_with
from directory.web.patient.search.form import Search
from directory.web.patient.search.map_drawing import REACH, on_picture, shapes
from directory.web.patient.search.map_pages import MapPart, MapShape
from directory.web.patient.search.map_towns import (
    CLOSEST,
    FoundTowns,
    further_words,
    points_of,
    town_lines,
)
from directory.web.patient.search.map_views import (
    WIDTH,
    View,
    view_around,
    view_of_results,
    view_of_states,
    whole_country,
)

_COUNTRY = "us"
_FARTHEST = 500.0  # miles around a ZIP code that a picture of its own shows
_LISTED = 12  # towns, before the reader opens the others


def map_part(search: Search, where: Whereabouts) -> MapPart:
    """Return the map of all whom a search finds."""
    known = towns()
    counts = where.counts(len(known.codes))
    some = np.flatnonzero(counts)
    view = _view(search, known, some)
    placed = on_picture(view, known, some)
    found = FoundTowns(known, placed, counts[placed.towns])
    lines = tuple(town_lines(search, found))
    return MapPart(
        title=_title(search, view, known),
        width=round(WIDTH),
        height=round(view.height),
        reach=round(REACH),
        shapes=tuple(MapShape(one.path, one.is_here) for one in shapes(view)),
        points=points_of(search, view, found),
        home=_home(search, view),
        towns=lines[:_LISTED],
        more_towns=lines[_LISTED:],
        further=further_words(len(placed.towns) - len(lines)),
        notes=tuple(_notes(where, found)),
        wider=tuple(_wider(search, view)),
    )


def _around(search: Search) -> str:
    return search.typed.get("around", "").lower()


def _view(search: Search, known: Towns, some: NDArray[np.intp]) -> View:
    """Return what was asked to look at, else the ZIP code, the state, or where people are."""
    query, around = search.query, _around(search)
    if around == _COUNTRY:
        return whole_country()
    if around in known.numbers:
        latitude, longitude = known.points[known.numbers[around]].tolist()
        return view_around((latitude, longitude), _miles(search))
    if query.near and query.within_miles and query.within_miles <= _FARTHEST:
        return view_around(query.near, max(CLOSEST, query.within_miles))
    if states := query.filters.get("state"):
        return view_of_states(states)
    return view_of_results({known.states[town] for town in some.tolist()})


def _miles(search: Search) -> float:
    miles = search.typed.get("miles", "")
    return min(max(float(miles), CLOSEST), _FARTHEST) if miles.isdecimal() else 50.0


def _title(search: Search, view: View, known: Towns) -> Sentence:
    if view.is_whole:
        return say("Map of the United States")
    if _around(search) in known.numbers:
        town = known.label(known.numbers[_around(search)])
        return say("Map around {place}", place=town)
    if len(view.here) == 1:
        return say("Map of {place}", place=STATES.label(view.here[0]))
    if view.here:
        return say("Map of {places}", places=tuple(map(STATES.label, view.here)))
    return say("Map around {place}", place=search.params["zip"])


def _home(search: Search, view: View) -> tuple[int, int] | None:
    """Return where the searcher's ZIP code lies, where that is on the picture."""
    if search.query.near is None or view.is_whole:
        return None
    x, y = view.sheet.place(np.array([search.query.near[::-1]]))[0].tolist()
    return (round(x), round(y)) if 0 <= x <= WIDTH and 0 <= y <= view.height else None


def _notes(where: Whereabouts, found: FoundTowns) -> Iterator[Sentence]:
    """Say who is not on the picture, and why."""
    flags = np.zeros(len(found.known.codes), np.bool_)
    flags[found.towns] = True
    seen = where.seen_in(flags)
    unknown = where.unknown
    elsewhere = where.total - where.remote - unknown - seen
    if where.remote:
        yield say_many(
            "{count} person is not on the map: they meet by video or phone only.",
            "{count} people are not on the map: they meet by video or phone only.",
            where.remote,
        )
    if elsewhere:
        yield say_many(
            "{count} person is not on this map: their office is farther away.",
            "{count} people are not on this map: their offices are farther away.",
            elsewhere,
        )
    if unknown:
        yield say_many(
            "{count} person is not on the map: we do not know the town of their office.",
            "{count} people are not on the map: we do not know the towns of their offices.",
            unknown,
        )
    if seen < int(found.counts.sum()):
        yield say("Some people work in two towns or more. They count in each.")


def _wider(search: Search, view: View) -> Iterator[Link]:
    """Return the ways back to more of the country."""
    if _around(search):
        yield Link(say("Back to the whole map"), address_with(search.params))
    if not view.is_whole:
        yield Link(
            say("See the whole country"), address_with(search.params, view="map", around=_COUNTRY)
        )
