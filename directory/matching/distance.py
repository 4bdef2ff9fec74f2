"""How far a provider is from a person, and whether distance matters between them."""

from directory.geography import miles_between, point_of_zip
from directory.matching.request import MatchRequest
from directory.providers import Location, Provider

REMOTE = frozenset({"video", "phone"})


def miles_to(request: MatchRequest, provider: Provider) -> float | None:
    """Return the miles from the person's ZIP to the nearest place, or None if not known."""
    home = point_of_zip(request.zip) if request.zip else None
    if home is None:
        return None
    points = [point for place in provider.locations if (point := _point(place))]
    return min((miles_between(home, point) for point in points), default=None)


def _point(place: Location) -> tuple[float, float] | None:
    if place.lat is not None and place.lon is not None:
        return place.lat, place.lon
    return point_of_zip(place.zip) if place.zip else None


def ways_to_meet(request: MatchRequest, provider: Provider) -> frozenset[str]:
    """Return the ways to meet that both accept; a coach is met in person only in their state."""
    ways = set(provider.delivery)
    if provider.is_coach and request.state not in provider.states_of_practice():
        ways.discard("in_person")
    return frozenset(ways.intersection(request.delivery) if request.delivery else ways)
