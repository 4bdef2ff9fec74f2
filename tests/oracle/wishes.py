"""What a person asks of a provider beyond safety: each wish keeps out whoever is known not to fit.

The contract names the wishes that may be given up; that what is not known keeps nobody out, and
that `avoid` is a `must` turned around, it leaves open: docs/matching.md says so.
"""

from functools import cache
from math import asin, cos, radians, sin, sqrt

from directory.geography import point_of_zip
from directory.vocabulary import MODALITIES
from directory.vocabulary.approaches import APPROACHES, approaches
from tests.oracle.rules import Listing, has_place_in, is_coach

FAR = frozenset({"video", "phone"})
_EARTH_RADIUS_MILES = 3958.8
_LISTED_UNDER = {
    "language": "languages",
    "community": "communities",
    "delivery": "delivery",
    "gender": "gender",
    "license": "license",
}


def formats_of(provider: Listing, acute: bool) -> frozenset[str]:
    """The formats offered; that a group is no help in acute need is in docs/matching.md alone."""
    return frozenset(provider["formats"]) - ({"group"} if acute else set())


def gives_format(provider: Listing, formats: tuple[str, ...], acute: bool) -> bool:
    """The formats asked for: any of them."""
    offered = formats_of(provider, acute)
    return not offered.isdisjoint(formats) if formats else bool(offered)


def does_more_than_couples(provider: Listing, acute: bool) -> bool:
    """Under `partner_violence` nobody who offers couples work alone is shown."""
    return formats_of(provider, acute) != {"couples"}


def ways_to_meet(provider: Listing, state: str) -> frozenset[str]:
    """A coach works in person in the states of its locations alone."""
    given = frozenset(provider["delivery"])
    barred = is_coach(provider) and not has_place_in(provider, state)
    return given - {"in_person"} if barred else given


def sees_by(provider: Listing, delivery: tuple[str, ...], state: str) -> bool:
    """The delivery asked for: any of it; whoever names none may see people that way."""
    return not provider["delivery"] or not ways_to_meet(provider, state).isdisjoint(delivery)


def is_near(
    provider: Listing, zip: str, miles: float, delivery: tuple[str, ...], state: str
) -> bool:
    """Within so many miles; it binds only those who would be met in person."""
    ways = ways_to_meet(provider, state) & (set(delivery) or {"in_person", *FAR})
    if ways & FAR:
        return True
    distances = [_miles(zip, point) for point in map(_point, provider["locations"]) if point]
    return not distances or min(distances) <= miles


def _point(place: Listing) -> tuple[float, float] | None:
    if place.get("lat") is not None:
        return place["lat"], place["lon"]
    return point_of_zip(place["zip"]) if place.get("zip") else None


@cache
def _miles(zip: str, point: tuple[float, float]) -> float:
    """Great-circle distance by the law of haversines."""
    home = point_of_zip(zip)
    assert home is not None
    lat1, lon1, lat2, lon2 = map(radians, (*home, *point))
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * _EARTH_RADIUS_MILES * asin(sqrt(half))


def takes_payer(provider: Listing, payer: str) -> bool:
    """The payer asked for; whoever lists none may take it."""
    return not provider["payers"] or payer in provider["payers"]


def costs_at_most(provider: Listing, max_fee: float, sliding_scale: bool) -> bool:
    """Against `fee.min`; a fee that is unknown or slides may be low enough."""
    fee = provider["fee"]
    return fee is None or fee["min"] <= max_fee or (sliding_scale and fee["sliding_scale"])


def grants(
    provider: Listing, factor: str, value: str, strength: str, fears_partner: bool, state: str
) -> bool:
    """Whether a `must` or an `avoid` leaves the provider in."""
    if fears_partner and strength == "must" and factor == "modality" and is_for_couples(value):
        return True  # nobody is asked for couples work here, and nobody is told why
    has = stated(provider, factor, state)
    if factor in APPROACHES and strength == "must" and fears_partner:
        has = approaches_of(provider, factor, without_couples=True)
    return not has or (value in has) == (strength == "must")


def stated(provider: Listing, factor: str, state: str) -> frozenset[str]:
    """What a listing says about one factor of a preference; nothing where it is not known."""
    if factor == "accessibility":
        return frozenset(code for place in provider["locations"] for code in place[factor])
    if factor == "delivery":
        return ways_to_meet(provider, state)
    if factor in _LISTED_UNDER:
        said = provider[_LISTED_UNDER[factor]]
        return frozenset([said] if isinstance(said, str) else said or ())
    if factor == "modality":
        return frozenset(one["code"] for one in provider["modalities"])
    return approaches_of(provider, factor)


def approaches_of(provider: Listing, factor: str, without_couples: bool = False) -> frozenset[str]:
    """How the modalities held are known to go about their work."""
    held = [one["code"] for one in provider["modalities"]]
    counted = [code for code in held if not (without_couples and is_for_couples(code))]
    return frozenset(value for code in counted for value in approaches(code, factor))


def is_for_couples(modality: str) -> bool:
    """A couples modality: one that works with couples and never with one person alone."""
    formats = MODALITIES[modality].formats
    return "couples" in formats and "individual" not in formats
