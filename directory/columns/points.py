"""Where listings have their places, and how far they are from a point."""

from collections.abc import Sequence
from itertools import chain
from math import cos, degrees, radians

import numpy as np
from numpy.typing import NDArray

from directory.columns.bits import Documents, Numbered, each_once
from directory.columns.facts import points_of
from directory.columns.files import Arrays, ArraySink
from directory.columns.ragged import ends_of, places
from directory.geography import EARTH_RADIUS_MILES, Point
from directory.providers import Provider

Miles = NDArray[np.float64]


class PointsBuilder:
    """Takes the places of listings and writes them by listing, and from south to north."""

    def __init__(self) -> None:
        self._points: list[NDArray[np.float64]] = []
        self._counts: list[NDArray[np.uint8]] = []

    def add(self, providers: Sequence[Provider]) -> None:
        """Take in the next listings."""
        points = [points_of(provider) for provider in providers]
        flat = list(chain.from_iterable(points))
        self._points.append(np.array(flat, np.float64).reshape(-1, 2))
        self._counts.append(np.fromiter(map(len, points), np.uint32, len(points)))

    def write(self, sink: ArraySink) -> None:
        """Write what was taken in."""
        points, counts = np.concatenate(self._points), np.concatenate(self._counts)
        order = np.argsort(points[:, 0], kind="stable")
        documents = np.repeat(np.arange(len(counts), dtype=np.uint32), counts)
        sink.append("points.degrees", points)
        sink.append("points.ends", ends_of(counts))
        sink.append("points.northward", points[order])
        sink.append("points.documents", documents[order])


class Points:
    """The places of the documents; one may have several, or none."""

    def __init__(self, arrays: Arrays) -> None:
        self._degrees: NDArray[np.float64] = arrays["points.degrees"]
        self._ends: NDArray[np.int64] = arrays["points.ends"]
        self._northward: NDArray[np.float64] = arrays["points.northward"]
        self._documents: Documents = arrays["points.documents"]

    def within(self, near: Point, miles: float) -> Documents:
        """Return the documents with a place within some miles of a point, in any order.

        A box of latitudes and longitudes leaves few whose distance has to be worked out.
        """
        reach = degrees(miles / EARTH_RADIUS_MILES) + 1e-9
        south, north = np.searchsorted(self._northward[:, 0], (near[0] - reach, near[0] + reach))
        points, documents = self._northward[south:north], self._documents[south:north]
        east_west = _longitude_reach(near[0], reach)
        if east_west < 180:
            away = np.abs(points[:, 1] - near[1])
            inside = np.minimum(away, 360 - away) <= east_west
            points, documents = points[inside], documents[inside]
        return each_once(documents[_miles(near, points) <= miles])

    def miles(self, near: Point, documents: Numbered) -> Miles:
        """Return the miles from a point to the nearest place of each document; inf without one."""
        entries, lengths = places(self._ends, documents)
        found = np.full(len(documents), np.inf)
        if len(entries):
            some = lengths > 0
            starts = (np.cumsum(lengths) - lengths)[some]
            found[some] = np.minimum.reduceat(_miles(near, self._degrees[entries]), starts)
        return found


def _longitude_reach(latitude: float, reach: float) -> float:
    """Return how many degrees of longitude a reach in degrees of latitude may span."""
    nearest_pole = abs(latitude) + reach
    if nearest_pole >= 90:
        return 180.0
    return reach / cos(radians(nearest_pole)) + 1e-9


def _miles(near: Point, points: NDArray[np.float64]) -> Miles:
    """Return the great-circle distances in miles (haversine formula)."""
    lat, lon = np.radians(points[:, 0]), np.radians(points[:, 1])
    lat0, lon0 = np.radians(near)
    height = np.sin((lat - lat0) / 2) ** 2
    height += np.cos(lat) * cos(lat0) * np.sin((lon - lon0) / 2) ** 2
    found: Miles = 2 * EARTH_RADIUS_MILES * np.arcsin(np.sqrt(height))
    return found
