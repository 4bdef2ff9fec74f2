"""Towns as dots of a map and as lines of the list beside it, each with a way to its people."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import cos, radians

import numpy as np
from numpy.typing import NDArray

from directory.geography.towns import Towns
from directory.sentences import Sentence, say, say_many
from directory.web.patient.search.address import address_in_towns, address_with
from directory.web.patient.search.form import Search
from directory.web.patient.search.map_drawing import Cluster, Placed, clusters, named
from directory.web.patient.search.map_pages import Label, MapPoint, TownLine
from directory.web.patient.search.map_views import MILES_A_DEGREE, View

CLOSEST = 4.0  # miles around a town that a picture shows at least
_ONE_PAGE = 20  # people
_FEW_TOWNS, _MOST_TOWNS = 8, 20
_LISTED_AT_MOST = 200


@dataclass(frozen=True, slots=True)
class FoundTowns:
    """The towns on the picture with their people, most first."""

    known: Towns
    placed: Placed
    counts: NDArray[np.int64]

    @property
    def towns(self) -> NDArray[np.intp]:
        """The towns by number."""
        return self.placed.towns

    def miles_across(self, cluster: Cluster) -> float:
        """Return how far the towns of a dot are from its first one, roughly."""
        away = self.known.points[list(cluster.towns)] - self.known.points[cluster.towns[0]]
        latitude = radians(float(self.known.points[cluster.towns[0], 0]))
        return float(np.hypot(away[:, 0], away[:, 1] * cos(latitude)).max()) * MILES_A_DEGREE

    def name_of_most(self, cluster: Cluster) -> str:
        """Return the town where at least half of the people of a dot are, or nothing."""
        first = cluster.towns[0]
        people = int(self.counts[self.towns == first][0])
        return self.known.names[first] if people * 2 >= cluster.count else ""


def points_of(search: Search, view: View, found: FoundTowns) -> tuple[MapPoint, ...]:
    """Return the dots of a map."""
    points = clusters(view, found.placed, found.counts)
    towns = tuple(map(found.name_of_most, points))
    heights = named(view, points, towns)
    labels = (
        Label(towns[number], heights[number]) if number in heights else None
        for number in range(len(points))
    )
    return tuple(
        _point(search, found, one, label) for one, label in zip(points, labels, strict=True)
    )


def _point(search: Search, found: FoundTowns, cluster: Cluster, label: Label | None) -> MapPoint:
    """Return a dot: it leads to people while they fill a page, else closer to their towns."""
    codes = [found.known.codes[town] for town in cluster.towns]
    miles = found.miles_across(cluster)
    is_many = cluster.count > _ONE_PAGE or len(codes) > _FEW_TOWNS
    is_closer = len(codes) > 1 and is_many and miles > CLOSEST / 4
    name = _name(found, cluster)
    reach = str(round(max(CLOSEST, miles * 1.15)))
    return MapPoint(
        x=cluster.x,
        y=cluster.y,
        radius=cluster.radius,
        count=cluster.count,
        name=say("Look closer: {name}", name=name) if is_closer else name,
        label=label,
        href=(
            address_with(search.params, around=codes[0], miles=reach)
            if is_closer
            else address_in_towns(search.params, codes[:_MOST_TOWNS])
        ),
    )


def _name(found: FoundTowns, cluster: Cluster) -> Sentence:
    first, others = found.known.label(cluster.towns[0]), len(cluster.towns) - 1
    people = say_many("{count} person", "{count} people", cluster.count)
    if not others:
        return say("{town}: {people}", town=first, people=people)
    return say_many(
        "{town} and {count} more town: {people}",
        "{town} and {count} more towns: {people}",
        others,
        town=first,
        people=people,
    )


def town_lines(search: Search, found: FoundTowns) -> Iterator[TownLine]:
    """Yield the towns with most people, each with the way to them."""
    most_first = np.argsort(-found.counts, kind="stable")[:_LISTED_AT_MOST]
    listed = zip(found.towns[most_first].tolist(), found.counts[most_first].tolist(), strict=True)
    for town, count in listed:
        yield TownLine(
            town=found.known.label(town),
            people=say_many("{count} person", "{count} people", count),
            href=address_in_towns(search.params, [found.known.codes[town]]),
        )


def further_words(left: int) -> Sentence | None:
    """Say how many towns the list leaves out."""
    if left <= 0:
        return None
    return say_many(
        "There is {count} more town with fewer people. Look closer on the map to see it.",
        "There are {count} more towns with fewer people. Look closer on the map to see them.",
        left,
    )
