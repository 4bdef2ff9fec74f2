"""Drawing the map: outlines, places on the picture, and towns that are one dot."""

import re

import numpy as np
import pytest

from directory.geography.outlines import bounds, outlines
from directory.geography.towns import towns
from directory.vocabulary import STATES
from directory.web.patient.search.map_drawing import (
    REACH,
    Cluster,
    clusters,
    named,
    on_picture,
    shapes,
)
from directory.web.patient.search.map_views import (
    WIDTH,
    View,
    view_around,
    view_of_results,
    view_of_states,
    whole_country,
)

KNOWN = towns()
SMALLEST_TARGET = 24  # CSS pixels, on a picture 288 of them wide


def numbers(*codes: str) -> np.ndarray:
    return np.array([KNOWN.numbers[code] for code in codes])


def place(view: View, code: str) -> tuple[float, float]:
    number = KNOWN.numbers[code]
    x, y = view.place(KNOWN.states[number], KNOWN.points[[number]][:, ::-1])[0]
    return float(x), float(y)


def corners(path: str) -> np.ndarray:
    """Return the corners of a path, its steps added up."""
    found = []
    for ring in re.findall(r"M([\d -]+)l([\d -]+)z", path):
        start, steps = (np.array(part.split(), int).reshape(-1, 2) for part in ring)
        found.append(np.cumsum(np.concatenate([start, steps]), axis=0))
    return np.concatenate(found)


def test_every_state_and_territory_has_an_outline() -> None:
    assert set(outlines()) == set(STATES)


def test_the_outlines_are_where_the_states_are() -> None:
    assert bounds("CO") == pytest.approx((-109.06, 36.99, -102.04, 41.0), abs=0.02)
    # The Aleutians go on beyond 180 degrees, so that Alaska is not as wide as the world.
    assert bounds("AK") == pytest.approx((-187.5, 51.4, -130.0, 71.4), abs=0.1)


@pytest.mark.parametrize("state", STATES)
def test_a_state_fills_its_picture_and_stays_on_it(state: str) -> None:
    view = view_of_states([state])
    here = [shape for shape in shapes(view) if shape.is_here]
    assert len(here) == 1
    drawn = corners(here[0].path)
    assert (drawn.min(axis=0) >= 0).all()
    assert (drawn.max(axis=0) <= (WIDTH, view.height)).all()
    size = drawn.max(axis=0) - drawn.min(axis=0)
    assert size[0] > WIDTH * 0.8 or size[1] > view.height * 0.8


def test_the_whole_country_is_on_its_picture_with_the_far_states_in_the_corners() -> None:
    view = whole_country()
    drawn = corners("".join(shape.path for shape in shapes(view)))
    assert (drawn.min(axis=0) >= 0).all()
    assert (drawn.max(axis=0) <= (WIDTH, view.height)).all()
    assert place(view, "wa-seattle")[0] < place(view, "co-denver")[0] < place(view, "ma-boston")[0]
    assert place(view, "mn-minneapolis")[1] < place(view, "tx-houston")[1]
    for far in ("ak-anchorage", "ak-adak", "hi-honolulu", "pr-san-juan"):
        x, y = place(view, far)
        assert 0 < x < WIDTH
        assert view.height * 0.7 < y < view.height


def test_towns_lie_where_they_are_in_their_state() -> None:
    view = view_of_states(["CA"])
    assert place(view, "ca-san-francisco")[0] < place(view, "ca-fresno")[0]
    assert place(view, "ca-eureka")[1] < place(view, "ca-san-diego")[1]
    some = numbers("ca-fresno", "nv-reno", "ny-new-york")
    assert on_picture(view, KNOWN, some).towns.tolist() == some[:2].tolist()


def test_places_that_are_on_no_picture_of_the_country_are_told_apart() -> None:
    some = numbers("gu-dededo", "hi-honolulu")
    assert on_picture(whole_country(), KNOWN, some).towns.tolist() == some[1:].tolist()


def test_towns_close_together_are_one_dot_at_the_one_with_most_people() -> None:
    view = view_of_states(["CA"])
    some = numbers("ca-oakland", "ca-berkeley", "ca-san-diego")
    bay, south = clusters(view, on_picture(view, KNOWN, some), np.array([2, 5, 1]))
    assert [KNOWN.codes[town] for town in bay.towns] == ["ca-berkeley", "ca-oakland"]
    assert (bay.count, south.count) == (7, 1)


def test_a_closer_look_takes_towns_apart() -> None:
    some = numbers("ca-oakland", "ca-berkeley")
    view = view_around((37.85, -122.27), 8)
    assert len(clusters(view, on_picture(view, KNOWN, some), np.array([2, 5]))) == 2


def test_every_dot_can_be_hit_with_a_thumb_on_the_smallest_screen() -> None:
    view = whole_country()
    some = np.arange(0, len(KNOWN.codes), 7)
    placed = on_picture(view, KNOWN, some)
    points = clusters(view, placed, np.ones(len(placed.towns), np.int64))
    assert 2 * REACH * 288 / WIDTH >= SMALLEST_TARGET
    assert sum(point.count for point in points) == len(placed.towns)
    assert all(REACH <= point.x <= WIDTH - REACH for point in points)
    assert all(point.radius <= REACH for point in points)


def test_names_are_written_only_where_there_is_room() -> None:
    view = view_of_states(["CA"])
    north, south = Cluster((1,), 9, 300, 300), Cluster((2,), 5, 330, 350)
    heights = named(view, (north, south), ("Anytown", "Othertown"))
    assert heights[0] < north.y - north.radius
    assert heights[1] > south.y + south.radius
    at_the_edge = Cluster((3,), 1, 40, 600)
    assert named(view, (at_the_edge,), ("A very long name of a town",)) == {}
    assert named(view, (north,), ("",)) == {}


@pytest.mark.parametrize(
    ("states", "shown"),
    [(["RI"], ("RI",)), (["NY", "NJ", "NY"], ("NJ", "NY")), (["AK"], ("AK",))],
)
def test_a_few_states_are_shown_together(states: list[str], shown: tuple[str, ...]) -> None:
    assert view_of_results(states).here == shown


@pytest.mark.parametrize("states", [[], ["CA", "HI"], ["CA", "NV", "OR", "WA", "ID"]])
def test_many_or_far_states_are_shown_on_the_whole_country(states: list[str]) -> None:
    assert view_of_results(states).is_whole
