"""The towns of the country: which ZIP codes each has, and where it lies.

A town is what the post calls one. Its point is the middle of its ZIP codes, so that it tells of
nobody's street. Data: the package `zipcodes`, whose points come from GeoNames (CC BY 4.0).
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
import zipcodes
from numpy.typing import NDArray

NO_TOWN = -1
NO_ZIP = 0
_ZIPS = 100_000
_ELSEWHERE = frozenset({"AA", "AE", "AP", "MH", "PW"})  # fleets, and other countries

TownNumbers = NDArray[np.int32]
ZipNumbers = NDArray[np.uint32]
Degrees = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Towns:
    """All towns by number; `points` holds latitude and longitude, `of_zip` a number or NO_TOWN."""

    codes: tuple[str, ...]
    names: tuple[str, ...]
    states: tuple[str, ...]
    points: Degrees
    of_zip: TownNumbers
    numbers: Mapping[str, int]

    def label(self, number: int) -> str:
        """Return a town as it stands in an address: `Oakland, CA`."""
        return f"{self.names[number]}, {self.states[number]}"

    def having(self, codes: Iterable[str]) -> TownNumbers:
        """Return the numbers of some towns; unknown codes have none."""
        found = (self.numbers[code] for code in codes if code in self.numbers)
        return np.fromiter(found, np.int32)


@cache
def towns() -> Towns:
    """Return all towns, read at the first call."""
    zips_of: dict[str, list[dict[str, Any]]] = {}
    for zip in zipcodes.filter_by(country="US"):
        # Latitude 0 means that the point is missing.
        if zip["state"] not in _ELSEWHERE and float(zip["lat"] or 0):
            zips_of.setdefault(_code(zip["state"], zip["city"]), []).append(zip)
    ordered = sorted(zips_of)
    of_zip = np.full(_ZIPS, NO_TOWN, np.int32)
    for number, code in enumerate(ordered):
        of_zip[[int(zip["zip_code"]) for zip in zips_of[code]]] = number
    return Towns(
        codes=tuple(ordered),
        names=tuple(str(zips_of[code][0]["city"]) for code in ordered),
        states=tuple(str(zips_of[code][0]["state"]) for code in ordered),
        points=np.array([_middle(zips_of[code]) for code in ordered]),
        of_zip=of_zip,
        numbers={code: number for number, code in enumerate(ordered)},
    )


def zip_number(zip: str | None) -> int:
    """Return a ZIP code as a number, or NO_ZIP."""
    return int(zip) if zip else NO_ZIP


def state_of_town(code: str) -> str:
    """Return the state of a town by its code."""
    known = towns()
    return known.states[known.numbers[code]]


def _code(state: str, city: str) -> str:
    return "-".join(re.findall("[a-z0-9]+", f"{state} {city}".lower()))


def _middle(zips: Sequence[Mapping[str, Any]]) -> tuple[float, float]:
    """Return the middle of the ZIP codes where people live; boxes at the post may lie elsewhere."""
    lived_in = [zip for zip in zips if zip["zip_code_type"] == "STANDARD"] or zips
    latitudes, longitudes = ([float(zip[name]) for zip in lived_in] for name in ("lat", "long"))
    return sum(latitudes) / len(lived_in), sum(longitudes) / len(lived_in)
