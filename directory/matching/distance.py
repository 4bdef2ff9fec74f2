"""How one person and one provider can meet, and how far apart they are."""

from dataclasses import dataclass
from functools import cached_property

from directory.geography import miles_between, point_of_zip
from directory.matching.request import MatchRequest
from directory.providers import Location, Provider

REMOTE = frozenset({"video", "phone"})


@dataclass(frozen=True)
class Meeting:
    """The ways in which both can meet, and the miles between them; each is worked out once."""

    request: MatchRequest
    provider: Provider

    @cached_property
    def ways_here(self) -> frozenset[str]:
        """How the provider meets people of this state: a coach in person only at home."""
        ways = set(self.provider.delivery)
        if self.provider.is_coach and self.request.state not in self.provider.states_of_practice():
            ways.discard("in_person")
        return frozenset(ways)

    @cached_property
    def ways(self) -> frozenset[str]:
        """The ways to meet that both accept; whoever asked for none accepts any."""
        return self.ways_here.intersection(self.request.delivery or self.ways_here)

    @property
    def needs_no_trip(self) -> bool:
        """Whether they can meet by video or phone."""
        return not REMOTE.isdisjoint(self.ways)

    @cached_property
    def miles(self) -> float | None:
        """The miles from the person's ZIP to the nearest place, or None if not known."""
        home = point_of_zip(self.request.zip) if self.request.zip else None
        if home is None:
            return None
        points = (_point(place) for place in self.provider.locations)
        return min((miles_between(home, point) for point in points if point), default=None)


def _point(place: Location) -> tuple[float, float] | None:
    if place.lat is not None and place.lon is not None:
        return place.lat, place.lon
    return point_of_zip(place.zip) if place.zip else None
