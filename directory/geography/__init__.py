"""Places by ZIP code, and the distance between them.

ZIP data: the package `zipcodes`, whose points come from GeoNames (CC BY 4.0).
"""

from functools import lru_cache
from math import asin, cos, radians, sin, sqrt

import zipcodes

Point = tuple[float, float]
EARTH_RADIUS_MILES = 3958.8


@lru_cache(maxsize=10_000)
def point_of_zip(zip: str) -> Point | None:
    """Return the latitude and longitude of a five-digit ZIP in degrees, or None if unknown."""
    found = zipcodes.matching(zip) if len(zip) == 5 and zip.isdecimal() and zip.isascii() else []
    for place in found:
        # Latitude 0 means that the point is missing.
        if float(place["lat"] or 0):
            return float(place["lat"]), float(place["long"])
    return None


def state_of_zip(zip: str) -> str | None:
    """Return the state of a five-digit ZIP, or None if unknown."""
    found = zipcodes.matching(zip) if len(zip) == 5 and zip.isdecimal() and zip.isascii() else []
    return str(found[0]["state"]) if found else None


def miles_between(one: Point, other: Point) -> float:
    """Return the great-circle distance of two points in miles (haversine formula)."""
    lat1, lon1, lat2, lon2 = map(radians, (*one, *other))
    height = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_RADIUS_MILES * asin(sqrt(height))
