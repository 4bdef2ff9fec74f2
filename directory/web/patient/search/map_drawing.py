"""Drawing a map: outlines as paths, and towns that lie close together as one point."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import log10

import numpy as np
from numpy.typing import NDArray

from directory.geography.outlines import outlines
from directory.geography.towns import Towns
from directory.web.patient.search.map_views import WIDTH, View

# Half of what a thumb can hit on a screen of 320 pixels, in units of the picture.
REACH = 28.0
_LEAST_DOT = 17.0
_LETTER, _LINE, _UNDER_LINE = 11.5, 26.0, 6.0  # how wide and high a name is written
_FINEST = 1.6  # units between the corners of an outline

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Shape:
    """The outline of a state as an SVG path; `is_here` unless the map is about other states."""

    path: str
    is_here: bool


@dataclass(frozen=True, slots=True)
class Cluster:
    """Towns that are drawn as one point, the one with most people first."""

    towns: tuple[int, ...]
    count: int
    x: int
    y: int

    @property
    def radius(self) -> int:
        """How large the dot is: it grows with every tenfold."""
        return round(min(REACH, _LEAST_DOT + 5.5 * log10(self.count)))


@dataclass(frozen=True, slots=True)
class Placed:
    """Some towns by number, and where each lies on the picture."""

    towns: NDArray[np.intp]
    places: NDArray[np.float64]


@lru_cache(maxsize=128)
def shapes(view: View) -> tuple[Shape, ...]:
    """Return the outlines that a view shows."""
    ordered = sorted(view.states, key=lambda state: state in view.here)
    drawn = ((state, "".join(_paths(view, state))) for state in ordered)
    return tuple(Shape(path, not view.here or state in view.here) for state, path in drawn if path)


def _paths(view: View, state: str) -> Iterator[str]:
    for ring in outlines()[state]:
        corners = np.rint(_thinned(view.place(state, ring))).astype(np.int64)
        steps = np.diff(corners, axis=0)
        steps = steps[steps.any(axis=1)]
        if len(steps) > 1:
            x, y = corners[0].tolist()
            yield f"M{x} {y}l{' '.join(f'{across} {down}' for across, down in steps.tolist())}z"


def _thinned(corners: NDArray[np.float64]) -> NDArray[np.float64]:
    """Leave out corners that lie too close to the one before for anyone to see."""
    kept = [corners[0]]
    for corner in corners[1:]:
        away = np.abs(corner - kept[-1])
        if away[0] > _FINEST or away[1] > _FINEST:
            kept.append(corner)
    return np.array(kept)


def on_picture(view: View, known: Towns, some: NDArray[np.intp]) -> Placed:
    """Return those of some towns that lie on the picture, and where."""
    degrees = known.points[some][:, ::-1]
    states = np.array([known.states[town] for town in some.tolist()], "U2")
    places = np.full((len(some), 2), -1.0)
    for state in set(states.tolist()).intersection(view.states):
        theirs = states == state
        places[theirs] = view.place(state, degrees[theirs])
    inside = (places >= 0).all(axis=1) & (places <= (WIDTH, view.height)).all(axis=1)
    return Placed(some[inside], places[inside])


def clusters(view: View, placed: Placed, counts: NDArray[np.int64]) -> tuple[Cluster, ...]:
    """Return towns with their counts as points that do not lie over one another."""
    order = np.argsort(-counts, kind="stable")
    towns, places, counts = placed.towns[order], placed.places[order], counts[order]
    left = np.ones(len(towns), np.bool_)
    found = []
    for leader in range(len(towns)):
        if not left[leader]:
            continue
        away = places - places[leader]
        near = left & ((away**2).sum(axis=1) < (2 * REACH) ** 2)
        left &= ~near
        x, y = places[leader].tolist()
        together, people = tuple(towns[near].tolist()), int(counts[near].sum())
        found.append(Cluster(together, people, _kept(x, WIDTH), _kept(y, view.height)))
    return tuple(found)


def _kept(at: int, size: float) -> int:
    """Return a coordinate that leaves room for a dot."""
    return round(min(max(at, REACH), size - REACH))


def named(view: View, points: tuple[Cluster, ...], names: tuple[str, ...]) -> dict[int, int]:
    """Return which points have room for their name and at which height it stands.

    Those with most people come first; a name stands below its point, or else above it.
    """
    taken = [(one.x - REACH, one.y - REACH, one.x + REACH, one.y + REACH) for one in points]
    found = {}
    for number in sorted(range(len(points)), key=lambda number: -points[number].count):
        others = [other for place, other in enumerate(taken) if place != number]
        for box in _places_of_name(points[number], names[number]):
            if _fits(view, box) and not any(_overlap(box, other) for other in others):
                taken.append(box)
                found[number] = round(box[3] - _UNDER_LINE)
                break
    return found


def _places_of_name(point: Cluster, name: str) -> tuple[Box, ...]:
    """Return where a name may stand, as left, top, right and bottom."""
    half = len(name) * _LETTER / 2
    tops = (point.y + point.radius, point.y - point.radius - _LINE)
    return tuple((point.x - half, top, point.x + half, top + _LINE) for top in tops if name)


def _fits(view: View, box: Box) -> bool:
    left, top, right, bottom = box
    return min(left, top) >= 0 and right <= WIDTH and bottom <= view.height


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
