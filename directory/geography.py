"""Places by ZIP code, and the distance between them.

ZIP data: the package `zipcodes`, whose points come from GeoNames (CC BY 4.0).
"""

from functools import cache
from math import asin, cos, radians, sin, sqrt

import zipcodes

Point = tuple[float, float]
EARTH_RADIUS_MILES = 3958.8


@cache
def _points() -> dict[str, Point]:
    """Read every ZIP once; latitude 0 means that the point is missing."""
    points: dict[str, Point] = {}
    for place in zipcodes.list_all():
        point = (float(place["lat"] or 0), float(place["long"] or 0))
        if point[0]:
            points[place["zip_code"]] = point
    return points


def point_of_zip(zip: str) -> Point | None:
    """Return the latitude and longitude of a five-digit ZIP in degrees, or None if unknown."""
    return _points().get(zip)


def miles_between(one: Point, other: Point) -> float:
    """Return the great-circle distance of two points in miles (haversine formula)."""
    lat1, lon1, lat2, lon2 = map(radians, (*one, *other))
    height = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_RADIUS_MILES * asin(sqrt(height))
