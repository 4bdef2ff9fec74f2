"""The outlines of the states, for drawing.

Source: U.S. Census Bureau, cartographic boundaries of 2017 (public domain), by us-atlas (ISC);
`seed_data/outlines.py` made them simpler.
"""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

# Longitude and latitude of each corner, in degrees; beyond 180 longitudes go on below -180.
Ring = NDArray[np.float64]
FILE = Path(__file__).with_name("state_outlines.json")


@cache
def outlines() -> Mapping[str, tuple[Ring, ...]]:
    """Return the rings of each state by its code, the largest first."""
    document = json.loads(FILE.read_text(encoding="utf-8"))
    size = document["degrees"]
    return MappingProxyType(
        {
            code: tuple(np.cumsum(np.reshape(ring, (-1, 2)), axis=0) * size for ring in rings)
            for code, rings in document["states"].items()
        }
    )


@cache
def bounds(state: str) -> tuple[float, float, float, float]:
    """Return how far a state reaches to the west, south, east and north, in degrees."""
    corners = np.concatenate(outlines()[state])
    west, south = corners.min(axis=0).tolist()
    east, north = corners.max(axis=0).tolist()
    return west, south, east, north
