"""Making the outlines of the states simpler, once, for the map."""

import json

from directory.geography.outlines import FILE
from directory.geography.outlines import outlines as shipped
from seed_data.outlines import ABOUT, outlines

# Two neighbours, a square each, whose common border bends a little in its middle.
ATLAS = {
    "transform": {"scale": [0.001, 0.001], "translate": [-105.0, 40.0]},
    "arcs": [
        [[1000, 0], [1, 500], [-1, 500]],
        [[1000, 1000], [-1000, 0], [0, -1000], [1000, 0]],
        [[1000, 0], [1000, 0], [0, 1000], [-1000, 0]],
    ],
    "objects": {
        "states": {
            "geometries": [
                {"type": "Polygon", "arcs": [[0, 1]], "properties": {"name": "Utah"}},
                {"type": "MultiPolygon", "arcs": [[[2, -1]]], "properties": {"name": "Colorado"}},
            ]
        }
    },
}


def corners(ring: list[int]) -> set[tuple[int, int]]:
    """Return the corners of a ring, its steps added up."""
    x = y = 0
    found = set()
    for across, up in zip(ring[::2], ring[1::2], strict=True):
        x, y = x + across, y + up
        found.add((x, y))
    return found


def test_a_border_is_made_simpler_once_for_both_neighbours() -> None:
    made = outlines(ATLAS)
    assert list(made) == ["CO", "UT"]
    ((colorado,), (utah,)) = made.values()
    assert corners(utah) == {(-21000, 8000), (-20800, 8000), (-20800, 8200), (-21000, 8200)}
    assert corners(colorado) & corners(utah) == {(-20800, 8000), (-20800, 8200)}


def test_what_ships_says_where_it_comes_from_and_is_small() -> None:
    document = json.loads(FILE.read_text(encoding="utf-8"))
    assert document["about"] == ABOUT
    assert "public domain" in ABOUT
    assert set(document["states"]) == set(shipped())
    assert FILE.stat().st_size < 60_000
