"""What speaks for and against one person behind two listings, in points that add up."""

from collections.abc import Callable, Iterator

from directory.likeness.likeness import CERTAINTIES, Certainty, Likeness, Reason
from directory.likeness.names import (
    Agreement,
    NameParts,
    family_agreement,
    given_agreement,
    is_slip,
    middle_agreement,
    swapped,
)
from directory.likeness.traits import Number, Traits

# How many listings hold a value of one kind, `phone`, `street` or `name`: what many share, such as
# the phone of a practice, says little of a person.
Shared = Callable[[str, str], int]

_GIVEN: dict[Agreement, int] = {
    "same": 22, "form": 17, "part": 14, "typo": 14, "initial": 10, "unknown": 0,
}  # fmt: skip
_FAMILY: dict[Agreement, int] = {"same": 22, "typo": 16, "part": 15, "unknown": 0}
_MIDDLE: dict[Agreement, int] = {"same": 8, "form": 6, "initial": 4, "differs": -14}
_SWAPPED = 34
_RARE, _RARE_NAME = 2, 9
_COMMON, _COMMON_NAME = 6, -9
# By how many share it at most: points for an equal phone, website or street.
_PHONE = ((2, 30), (5, 16), (12, 9))
_STREET = ((2, 22), (5, 13), (12, 8))
_FEW = 4
_WITHOUT_NUMBER = "differs"
# What no likeness outweighs, unless it says itself who the person is.
_PROOFS = frozenset({"npi", "license_number"})
_WAYS_OF_AN_ASSOCIATE = frozenset({"associate"})


def nobody_shares(_kind: str, _value: str) -> int:
    """Count for two listings that are looked at alone."""
    return 2


def liken(a: Traits, b: Traits, shared: Shared = nobody_shares) -> Likeness | None:
    """Return how alike two listings are, None where nothing much speaks for one person."""
    reasons = tuple(reason for reason in _reasons(a, b, shared) if reason.points)
    points = max(0, min(100, sum(reason.points for reason in reasons)))
    certainty = _certainty(points, reasons)
    return Likeness(points, certainty, reasons) if certainty else None


def _certainty(points: int, reasons: tuple[Reason, ...]) -> Certainty | None:
    """Return how sure that is: certain by a proof alone, and never against a telling fact."""
    codes = {reason.code for reason in reasons}
    against = {"npi_differs", "license_number_differs", "name_differs", "suffix_differs"} & codes
    if points < CERTAINTIES["possible"]:
        return None
    if against:
        return "possible" if codes & _PROOFS else None
    if points >= CERTAINTIES["certain"] and codes & _PROOFS:
        return "certain"
    return "likely" if points >= CERTAINTIES["likely"] else "possible"


def _reasons(a: Traits, b: Traits, shared: Shared) -> Iterator[Reason]:
    yield from _npi(a, b)
    yield from _name(a.name, b.name, shared)
    yield from _license_number(a, b)
    yield from _license(a, b)
    yield from _contacts(a, b, shared)
    yield from _places(a, b, shared)
    if a.gender and b.gender and a.gender != b.gender:
        yield Reason("gender_differs", -18)


def _npi(a: Traits, b: Traits) -> Iterator[Reason]:
    if a.npis & b.npis:
        yield Reason("npi", 70)
    elif a.npi and b.npi:
        yield Reason("npi_differs", -70)


def _name(a: NameParts, b: NameParts, shared: Shared) -> Iterator[Reason]:
    given, family = given_agreement(a, b), family_agreement(a.family, b.family)
    if "differs" in (given, family):
        yield from _turned_or_married(a, b, given)
    else:
        yield Reason(_name_code(given, family), _GIVEN[given] + _FAMILY[family])
        if (given, family) == ("same", "same"):
            yield from _frequency(a, b, shared)
    yield Reason("middle_" + middle_agreement(a, b), _MIDDLE.get(middle_agreement(a, b), 0))
    if a.suffix != b.suffix:
        yield Reason(*(("suffix_differs", -45) if a.suffix and b.suffix else ("suffix_once", -12)))


def _name_code(given: Agreement, family: Agreement) -> str:
    if family != "same":
        return f"family_{family}"
    return "name" if given == "same" else f"given_{given}"


def _turned_or_married(a: NameParts, b: NameParts, given: Agreement) -> Iterator[Reason]:
    turned = swapped(b)
    if given_agreement(a, turned) == "same" and family_agreement(a.family, turned.family) == "same":
        yield Reason("name_swapped", _SWAPPED)
    elif given in {"same", "form"} and len(a.given) > 1:
        yield Reason("family_differs", 0 if middle_agreement(a, b) in {"same", "initial"} else -6)
    else:
        yield Reason("name_differs", -60)


def _frequency(a: NameParts, b: NameParts, shared: Shared) -> Iterator[Reason]:
    namesakes = max(shared("name", name_key(one)) for one in (a, b))
    if namesakes <= _RARE:
        yield Reason("name_rare", _RARE_NAME)
    elif namesakes > _COMMON:
        yield Reason("name_common", _COMMON_NAME)


def name_key(name: NameParts) -> str:
    """Return what namesakes share."""
    return f"{name.given} {name.family}"


def _license_number(a: Traits, b: Traits) -> Iterator[Reason]:
    alike = [_numbers(one, other) for one in a.numbers for other in b.numbers]
    if "same" in alike:
        yield Reason("license_number", 60)
    elif "kind" in alike:
        yield Reason("license_number_kind", 30)
    elif "typo" in alike:
        yield Reason("license_number_typo", 14)
    elif _WITHOUT_NUMBER in alike:
        yield Reason("license_number_differs", -50)


def _numbers(a: Number, b: Number) -> str:
    """Tell how two license numbers relate; those of two states say nothing of one another."""
    if a.state != b.state:
        return ""
    if a.number == b.number:
        return "same" if a.license == b.license else "kind"
    if a.license != b.license:
        return ""
    return "typo" if is_slip(a.number, b.number) else _WITHOUT_NUMBER


def _license(a: Traits, b: Traits) -> Iterator[Reason]:
    if a.license == b.license:
        yield Reason("license", 5)
    elif _WAYS_OF_AN_ASSOCIATE.isdisjoint((a.license, b.license)):
        yield Reason("license_differs", -12)


def _contacts(a: Traits, b: Traits, shared: Shared) -> Iterator[Reason]:
    if a.email and a.email == b.email:
        yield Reason("email", 30)
    if both := a.phones & b.phones:
        fewest = min(shared("phone", phone) for phone in both)
        yield Reason("phone" if fewest <= _FEW else "phone_shared", _by_share(fewest, _PHONE, 5))
    if a.website and a.website == b.website:
        yield Reason("website", 8)


def _places(a: Traits, b: Traits, shared: Shared) -> Iterator[Reason]:
    streets = {(one.street, one.zip) for one in a.places if one.street}
    streets &= {(one.street, one.zip) for one in b.places if one.street}
    if streets:
        fewest = min(shared("street", street_key(*one)) for one in streets)
        code = "street" if fewest <= _FEW else "street_shared"
        yield Reason(code, _by_share(fewest, _STREET, 5))
    elif {one.zip for one in a.places if one.zip} & {one.zip for one in b.places}:
        yield Reason("zip", 7)
    elif {(one.city, one.state) for one in a.places} & {(one.city, one.state) for one in b.places}:
        yield Reason("city", 5)
    if a.states and b.states and not a.states & b.states:
        yield Reason("states_differ", -20)


def street_key(street: str, zip: str) -> str:
    """Return what neighbours at one address share."""
    return f"{street}|{zip}"


def _by_share(count: int, steps: tuple[tuple[int, int], ...], least: int) -> int:
    return next((points for most, points in steps if count <= most), least)
