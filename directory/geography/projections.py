"""From degrees to a flat picture: x grows to the right, y downwards."""

from dataclasses import dataclass
from math import cos, radians, sin, sqrt

import numpy as np
from numpy.typing import NDArray

Degrees = NDArray[np.float64]  # longitude and latitude
Flat = NDArray[np.float64]  # x and y


def west_of_the_date_line(degrees: Degrees) -> Degrees:
    """Return points with longitudes that run on below -180, so that the Aleutians stay together."""
    turned = degrees.copy()
    turned[turned[:, 0] > 0, 0] -= 360
    return turned


@dataclass(frozen=True, slots=True)
class Plain:
    """Degrees as they are, with longitudes as short as they are at one latitude; for one state."""

    latitude: float

    def __call__(self, degrees: Degrees) -> Flat:
        """Return where points lie, in degrees of latitude."""
        return degrees * (cos(radians(self.latitude)), -1.0)


@dataclass(frozen=True, slots=True)
class Albers:
    """The conic projection of equal areas that maps of the whole country use.

    `south` and `north` are the parallels of true length. Source: Snyder, Map Projections: A
    Working Manual (USGS 1987), page 100.
    """

    south: float
    north: float
    latitude: float
    longitude: float

    def __call__(self, degrees: Degrees) -> Flat:
        """Return where points lie, in degrees of latitude from the origin."""
        south, north = radians(self.south), radians(self.north)
        cone = (sin(south) + sin(north)) / 2
        constant = cos(south) ** 2 + 2 * cone * sin(south)
        radius = np.sqrt(constant - 2 * cone * np.sin(np.radians(degrees[:, 1]))) / cone
        origin = sqrt(constant - 2 * cone * sin(radians(self.latitude))) / cone
        angle = cone * np.radians(degrees[:, 0] - self.longitude)
        flat = np.column_stack([radius * np.sin(angle), radius * np.cos(angle) - origin])
        return np.degrees(flat)
