"""The map of the results."""

from dataclasses import dataclass

from directory.web.patient.parts import Link


@dataclass(frozen=True, slots=True)
class MapShape:
    """The outline of a state as an SVG path; `is_here` where the map is about it."""

    path: str
    is_here: bool


@dataclass(frozen=True, slots=True)
class Label:
    """The name of a town on the picture, and the height at which it stands."""

    town: str
    y: int


@dataclass(frozen=True, slots=True)
class MapPoint:
    """A dot that leads to the people of a town, or closer to a few towns."""

    x: int
    y: int
    radius: int
    count: int
    name: str
    label: Label | None
    href: str


@dataclass(frozen=True, slots=True)
class TownLine:
    """A town with the people in it, as a line of the list beside the picture."""

    town: str
    people: str
    href: str


@dataclass(frozen=True, slots=True)
class MapPart:
    """The picture, the list of towns beside it, and what is not on it.

    `home` is where the searcher's ZIP code lies; `reach` is the largest a dot may be.
    """

    title: str
    width: int
    height: int
    reach: int
    shapes: tuple[MapShape, ...]
    points: tuple[MapPoint, ...]
    home: tuple[int, int] | None
    towns: tuple[TownLine, ...]
    more_towns: tuple[TownLine, ...]
    further: str | None
    notes: tuple[str, ...]
    wider: tuple[Link, ...]
