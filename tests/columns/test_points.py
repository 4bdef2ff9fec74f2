"""Where listings have their places: near a point, over the poles and across the date line."""

from math import inf, isinf

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.columns import MemoryArrays
from directory.columns.points import Points, PointsBuilder
from directory.geography import EARTH_RADIUS_MILES, miles_between, point_of_zip
from tests.factories import make_provider

FAR = EARTH_RADIUS_MILES * 3.2


def at(*points):
    """Return the points of listings with places at these points, one tuple for each listing."""
    builder, memory = PointsBuilder(), MemoryArrays()
    listings = [
        make_provider(id=f"p{number:03d}", locations=[place(*point) for point in some])
        for number, some in enumerate(points)
    ]
    builder.add(listings[:1])
    builder.add(listings[1:])
    builder.write(memory)
    return Points(memory.arrays())


def place(lat, lon):
    return {"city": "Somewhere", "state": "CA", "lat": lat, "lon": lon}


def everybody(points):
    return np.arange(len(points), dtype=np.uint32)


def test_the_nearest_of_several_places_counts():
    points = at([(40.7, -74.0), (37.8, -122.3)], [(37.8, -122.3)], [])
    miles = points.miles((37.8, -122.3), np.array([0, 1, 2], np.uint32))
    assert miles.tolist() == pytest.approx([0, 0, inf], abs=1e-6)
    assert points.within((37.8, -122.3), 1).tolist() == [0, 1]
    assert points.within((40.7, -74.0), 1).tolist() == [0]


def test_without_any_place_nobody_is_near():
    points = at([], [])
    assert points.within((0.0, 0.0), FAR).tolist() == []
    assert all(map(isinf, points.miles((0.0, 0.0), np.array([0, 1], np.uint32))))
    assert at().within((0.0, 0.0), FAR).tolist() == []


def test_the_date_line_is_no_border():
    points = at([(52.0, 179.9)], [(52.0, -179.9)], [(52.0, 0.0)])
    for near in ((52.0, 179.95), (52.0, -179.95)):
        assert points.within(near, 20).tolist() == [0, 1]


def test_around_a_pole_every_longitude_is_near():
    for pole in (90.0, -90.0):
        points = at([(pole * 0.999, 10.0)], [(pole * 0.999, -170.0)], [(0.0, 10.0)])
        assert points.within((pole, 0.0), 20).tolist() == [0, 1]
        assert points.within((pole * 0.999, 100.0), 20).tolist() == [0, 1]


def test_a_place_is_within_no_miles_of_itself():
    near = point_of_zip("94110")
    points = at([near], [(near[0] + 0.001, near[1])])
    assert points.within(near, 0).tolist() == [0]


def test_a_listing_with_many_places_near_is_found_once():
    points = at([(37.8, -122.3)] * 3 + [(37.81, -122.3)], [(37.8, -122.31)])
    assert points.within((37.8, -122.3), 5).tolist() == [0, 1]


spots = st.tuples(
    st.floats(-90, 90) | st.sampled_from([90.0, -90.0, 89.9, 0.0]),
    st.floats(-180, 180) | st.sampled_from([180.0, -180.0, 179.9, 0.0]),
)


@given(
    st.lists(st.lists(spots, max_size=3), min_size=1, max_size=8),
    spots,
    st.floats(0, 300) | st.floats(0, FAR),
)
def test_distances_are_those_of_geography(places, near, reach):
    points = at(*places)
    wanted = [min((miles_between(near, spot) for spot in some), default=inf) for some in places]
    miles = points.miles(near, everybody(places))
    assert miles.tolist() == pytest.approx(wanted, abs=1e-3)
    found = points.within(near, reach)
    assert found.tolist() == np.flatnonzero(miles <= reach).tolist()
