"""Which part of the country a map shows, and where on the picture a place lies."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from directory.geography import Point
from directory.geography.outlines import bounds, outlines
from directory.geography.projections import Albers, Plain, west_of_the_date_line

WIDTH = 640.0
_HEIGHTS = 240.0, 640.0
_MARGIN = 24.0
MILES_A_DEGREE = 69.0
# What is drawn in a corner of its own, or not at all, on a map of the whole country.
_FAR = frozenset({"AK", "HI", "PR", "VI", "AS", "GU", "MP"})
_FEW_STATES = 4

Flat = NDArray[np.float64]


class Projection(Protocol):
    """From longitude and latitude to x and y."""

    def __call__(self, degrees: Flat) -> Flat:
        """Return where points lie."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A projection with its place and scale on the picture."""

    projection: Projection
    scale: float
    x: float
    y: float

    def place(self, degrees: Flat) -> Flat:
        """Return where points lie on the picture."""
        flat = self.projection(west_of_the_date_line(degrees))
        return flat * self.scale + (self.x, self.y)


@dataclass(frozen=True, slots=True)
class View:
    """A picture of `WIDTH` by `height`: `states` are drawn, those in `here` stand out.

    `sheets` holds the states that lie elsewhere than on the main sheet.
    """

    height: float
    sheet: Sheet
    here: tuple[str, ...]
    states: tuple[str, ...]
    sheets: tuple[tuple[str, Sheet], ...]
    is_whole: bool = False

    def place(self, state: str, degrees: Flat) -> Flat:
        """Return where longitudes and latitudes of a state lie on the picture."""
        return dict(self.sheets).get(state, self.sheet).place(degrees)


def view_of_states(states: Iterable[str]) -> View:
    """Return a picture of a few states together."""
    here = tuple(sorted(set(states)))
    boxes = np.array([bounds(state) for state in here])
    (west, south), (east, north) = boxes[:, :2].min(axis=0), boxes[:, 2:].max(axis=0)
    return _view(float(west), float(south), float(east), float(north), here)


def view_around(point: Point, miles: float) -> View:
    """Return a picture of what lies within some miles of a latitude and longitude."""
    latitude, longitude = point
    longitude -= 360 if longitude > 0 else 0
    up = miles / MILES_A_DEGREE
    across = up / max(0.1, float(np.cos(np.radians(latitude))))
    box = longitude - across, latitude - up, longitude + across, latitude + up
    return _view(*box, here=())


def view_of_results(states: Iterable[str]) -> View:
    """Return a picture of the states where people are: a few states, or the whole country."""
    found = frozenset(states)
    is_one = len(found) == 1
    are_few = len(found) <= _FEW_STATES and not found & _FAR
    return view_of_states(found) if found and (is_one or are_few) else whole_country()


def _view(west: float, south: float, east: float, north: float, here: tuple[str, ...]) -> View:
    projection = Plain((south + north) / 2)
    corners = projection(np.array([[west, north], [east, south]]))
    (left, top), (right, bottom) = corners.tolist()
    lowest, highest = (height - 2 * _MARGIN for height in _HEIGHTS)
    scale = min((WIDTH - 2 * _MARGIN) / (right - left), highest / (bottom - top))
    height = max(lowest, (bottom - top) * scale) + 2 * _MARGIN
    x, y = (left + right) / 2 * scale, (top + bottom) / 2 * scale
    sheet = Sheet(projection, scale, WIDTH / 2 - x, height / 2 - y)
    view = View(height, sheet, here, here, ())
    return replace(view, states=tuple(state for state in outlines() if _is_seen(view, state)))


def _is_seen(view: View, state: str) -> bool:
    west, south, east, north = bounds(state)
    (left, top), (right, bottom) = view.sheet.place(np.array([[west, north], [east, south]]))
    return bool(left < WIDTH and right > 0 and top < view.height and bottom > 0)


_COUNTRY_SCALE = WIDTH / 42.4
_COUNTRY_HEIGHT = 29.2 * _COUNTRY_SCALE
# The projections of the usual maps of the country, and where their origins stand on the picture.
_MAINLAND = Albers(29.5, 45.5, 37.5, -96)
_CORNERS: dict[str, tuple[Projection, float, float, float]] = {
    "AK": (Albers(55, 65, 60, -154), 0.35, 7.2, 26.5),
    "HI": (Albers(8, 18, 20.5, -157), 1.0, 15.2, 27.1),
    "PR": (Plain(18), 1.0, 103.1, 45.6),
    "VI": (Plain(18), 1.0, 103.1, 45.6),
}


def whole_country() -> View:
    """Return a picture of all states, with the far ones in the corners."""
    scale = _COUNTRY_SCALE
    states = tuple(state for state in outlines() if state in _CORNERS or state not in _FAR)
    return View(
        height=round(_COUNTRY_HEIGHT),
        sheet=Sheet(_MAINLAND, scale, 21.6 * scale, 14.4 * scale),
        here=(),
        states=states,
        sheets=tuple(
            (state, Sheet(projection, scale * size, x * scale, y * scale))
            for state, (projection, size, x, y) in _CORNERS.items()
        ),
        is_whole=True,
    )
