"""Draws the outlines of the states once, from the npm package us-atlas, for the map of a search.

    npm pack us-atlas@3.0.1 && tar xzf us-atlas-3.0.1.tgz
    python -m seed_data.outlines package/states-10m.json directory/geography/state_outlines.json

Each line between two states is made simpler once, so that neighbours still fit together.
"""

import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, pairwise
from math import hypot
from pathlib import Path
from typing import Any

from directory.vocabulary import STATES

ABOUT = (
    "Outlines of the states: U.S. Census Bureau, cartographic boundaries of 2017 (public domain),"
    " from us-atlas 3.0.1 (ISC licence, copyright 2013-2019 Michael Bostock), made simpler by"
    " seed_data/outlines.py. Each ring is longitude and latitude of its first corner, then steps"
    " from corner to corner, in whole numbers of `degrees`. Longitudes beyond 180 go on below -180,"
    " so that no outline is torn."
)
DEGREES = 0.005
_CORNERS_ACROSS = 700  # how many corners the longer side of a state may show
_SMALLEST_ISLAND = 1 / 120  # of the longer side of its state
_NAMES = {
    "Commonwealth of the Northern Mariana Islands": "MP",
    "United States Virgin Islands": "VI",
    **{state.label: state.code for state in STATES.values()},
}

Corner = tuple[float, float]
Line = list[Corner]


def outlines(atlas: Mapping[str, Any]) -> dict[str, list[list[int]]]:
    """Return the rings of every state as whole numbers."""
    lines = [_decoded(line, atlas["transform"]) for line in atlas["arcs"]]
    states = {
        _NAMES[one["properties"]["name"]]: list(_rings(one))
        for one in atlas["objects"]["states"]["geometries"]
    }
    sizes = {code: _size(_corners(rings, lines)) for code, rings in states.items()}
    finest: dict[int, float] = {}
    for code, rings in states.items():
        for number in map(_line, chain(*rings)):
            finest[number] = min(finest.get(number, 360.0), sizes[code] / _CORNERS_ACROSS)
    simple = [_simpler(line, finest.get(number, 0.0)) for number, line in enumerate(lines)]
    return {
        code: _whole(states[code], simple, sizes[code] * _SMALLEST_ISLAND)
        for code in sorted(states)
    }


def _decoded(line: list[list[int]], transform: Mapping[str, list[float]]) -> Line:
    """Return the corners of a line of a TopoJSON file in degrees."""
    (wide, high), (west, south) = transform["scale"], transform["translate"]
    x = y = 0
    corners = []
    for step in line:
        x, y = x + step[0], y + step[1]
        longitude = x * wide + west
        corners.append((longitude - 360 if longitude > 0 else longitude, y * high + south))
    return corners


def _line(number: int) -> int:
    """Return the number of a line; one that is walked backwards is written as its complement."""
    return ~number if number < 0 else number


def _rings(state: Mapping[str, Any]) -> Iterator[list[int]]:
    areas = state["arcs"] if state["type"] == "MultiPolygon" else [state["arcs"]]
    for area in areas:
        yield area[0]


def _corners(rings: list[list[int]], lines: list[Line]) -> Iterator[Corner]:
    for number in chain(*rings):
        yield from lines[_line(number)]


def _size(corners: Iterable[Corner]) -> float:
    xs, ys = zip(*corners, strict=True)
    return max(max(xs) - min(xs), max(ys) - min(ys))


def _simpler(line: Line, off: float) -> Line:
    """Leave out corners that are less than some degrees off (Douglas and Peucker 1973)."""
    if len(line) < 3:
        return line
    first, last = line[0], line[-1]
    away = [_off(corner, first, last) for corner in line[1:-1]]
    furthest = max(range(len(away)), key=away.__getitem__) + 1
    if away[furthest - 1] <= off:
        return [first, last]
    return _simpler(line[: furthest + 1], off)[:-1] + _simpler(line[furthest:], off)


def _off(corner: Corner, first: Corner, last: Corner) -> float:
    """Return how far a corner lies from a stretch."""
    (x, y), (x0, y0), (x1, y1) = corner, first, last
    across, up = x1 - x0, y1 - y0
    length = across**2 + up**2
    along = 0.0 if length == 0 else min(1, max(0, ((x - x0) * across + (y - y0) * up) / length))
    return hypot(x - x0 - along * across, y - y0 - along * up)


def _whole(rings: list[list[int]], lines: list[Line], smallest: float) -> list[list[int]]:
    walked = [_walked(ring, lines) for ring in rings]
    kept = [ring for ring in walked if _size(ring) >= smallest]
    return [_steps(ring) for ring in sorted(kept, key=_size, reverse=True)]


def _walked(ring: list[int], lines: list[Line]) -> Line:
    corners: Line = []
    for number in ring:
        line = lines[_line(number)]
        corners += (line[::-1] if number < 0 else line)[:-1]
    return corners


def _steps(ring: Line) -> list[int]:
    whole = [(round(x / DEGREES), round(y / DEGREES)) for x, y in ring]
    steps = [(x1 - x0, y1 - y0) for (x0, y0), (x1, y1) in pairwise(whole)]
    return [*whole[0], *chain(*(step for step in steps if step != (0, 0)))]


def main(source: str, target: str) -> None:
    """Read us-atlas and write the outlines."""
    atlas = json.loads(Path(source).read_text(encoding="utf-8"))
    document = {"about": ABOUT, "degrees": DEGREES, "states": outlines(atlas)}
    text = json.dumps(document, separators=(",", ":"))
    Path(target).write_text(text.replace(',"', ',\n"') + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
