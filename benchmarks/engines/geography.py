"""The box around a circle on the globe, for engines that index boxes."""

from math import cos, degrees, radians

from directory.geography import EARTH_RADIUS_MILES, Point

_SLACK = 1.001


def box_around(centre: Point, miles: float) -> dict[str, float]:
    """Return the south, north, west and east of a box in degrees that holds a circle."""
    lat, lon = centre
    height = degrees(miles / EARTH_RADIUS_MILES) * _SLACK
    width = height / max(0.01, cos(radians(min(89.0, abs(lat) + height))))
    return {"south": lat - height, "north": lat + height, "west": lon - width, "east": lon + width}
