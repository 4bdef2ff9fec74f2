"""The coded facts of one listing, as the columns keep them."""

from collections.abc import Iterable, Iterator
from datetime import date

from directory.columns.codes import NUMBERS, STATED, group_code, held_code
from directory.geography import Point, point_of_zip
from directory.geography.towns import zip_number
from directory.providers import License, Provider
from directory.vocabulary import STATES
from directory.vocabulary.approaches import APPROACHES, approaches

_TREATING_STATUSES = ("active", "unverified")
_REMOTE = frozenset({"video", "phone"})

# A code with the day on which it ends, None for one that has no end.
Ending = tuple[int, date | None]


def code_numbers(provider: Provider) -> list[int]:
    """Return the numbers of every coded fact but those that end on a day."""
    found = [
        NUMBERS["license"][provider.license],
        NUMBERS["accepting"][provider.availability.accepting],
    ]
    for field, codes in _lists(provider):
        numbers = [NUMBERS[field][code] for code in codes]
        found += numbers
        if numbers and field in STATED:
            found.append(NUMBERS["stated"][field])
    flags = {
        ("claimed", "yes"): provider.claimed,
        ("sliding_scale", "yes"): provider.fee is not None and provider.fee.sliding_scale,
        ("accepts_suicidality", "yes"): provider.accepts_suicidality is True,
        ("stated", "fee"): provider.fee is not None,
    }
    return found + [NUMBERS[field][code] for (field, code), holds in flags.items() if holds]


def _lists(provider: Provider) -> Iterator[tuple[str, Iterable[str]]]:
    yield "service", provider.services
    modalities = {held.code for held in provider.modalities}
    yield "modality", modalities
    for factor in APPROACHES:
        yield factor, {way for code in modalities for way in approaches(code, factor)}
    yield "format", provider.formats
    yield "concern", provider.concerns
    yield "age_group", provider.age_groups
    yield "delivery", provider.delivery
    yield "language", provider.languages
    yield "payer", provider.payers
    yield "gender", (provider.gender,) if provider.gender else ()
    yield "community", provider.communities
    yield "accessibility", {code for place in provider.locations for code in place.accessibility}
    yield "office", provider.states_of_practice()
    yield "group", {group_code(one.theme, one.kind, one.open > 0) for one in provider.groups}


def ending_codes(provider: Provider) -> dict[int, date | None]:
    """Return where a listing may treat, and by which licence, each with the day it runs out.

    A coach works by video or phone in every state, and in person in those of its places.
    """
    if provider.is_coach:
        remote = _REMOTE.intersection(provider.delivery)
        states = STATES if remote else provider.states_of_practice()
        return {NUMBERS["state"][state]: None for state in states}
    latest: dict[int, date | None] = {}
    for held in provider.licenses:
        for code, end in _held(held):
            latest[code] = _later(latest.get(code, end), end)
    return latest


def _later(one: date | None, other: date | None) -> date | None:
    return None if one is None or other is None else max(one, other)


def _held(held: License) -> Iterator[Ending]:
    if held.status in _TREATING_STATUSES:
        yield NUMBERS["state"][held.state], held.expires
    if held.status == "unverified":
        yield NUMBERS["unverified"][held_code(held.license, held.state)], held.expires
    if held.status == "active":
        yield NUMBERS["held"][held_code(held.license, held.state)], held.expires
        if held.verified_at:
            yield NUMBERS["checked"][held.state], held.expires


def points_of(provider: Provider) -> list[Point]:
    """Return the points of a listing's places, as far as they are known."""
    points = []
    for place in provider.locations:
        if place.lat is not None and place.lon is not None:
            points.append((place.lat, place.lon))
        elif place.zip and (point := point_of_zip(place.zip)):
            points.append(point)
    return points


def zips_of(provider: Provider) -> list[int]:
    """Return the ZIP codes of a listing's places as numbers, each once."""
    return list(dict.fromkeys(zip_number(place.zip) for place in provider.locations))


def sees_people(provider: Provider) -> bool:
    """Tell whether people come to a listing's places; who meets from afar alone sees none there."""
    return not provider.delivery or "in_person" in provider.delivery
