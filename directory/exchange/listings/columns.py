"""The columns of the listings CSV, and the field of a listing that each one fills."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from directory.errors import field_path
from directory.providers.freshness import FACTS

Place = tuple[int | str, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column by name, the place of its value in a listing's JSON, and how a cell is written.

    `kind` is `text`, `code`, `license` (a code, a title or words), `gender`, `accepting`, `state`,
    `number`, `digits`, `date`, `zip`, `codes` (several, with bars between them) or `modalities`
    (`CBT:trained:2026-03-01`, with bars between them).
    """

    name: str
    place: Place
    kind: str


_LISTING = {
    "id": "code",
    "npi": "digits",
    "name": "text",
    "pronouns": "text",
    "gender": "gender",
    "license": "license",
    "service_intent": "code",
    "services": "codes",
    "accepts_suicidality": "code",
    "modalities": "modalities",
    "concerns": "codes",
    "formats": "codes",
    "age_groups": "codes",
    "delivery": "codes",
    "languages": "codes",
    "communities": "codes",
    "payers": "codes",
    "bio": "text",
    "phone": "digits",
    "email": "text",
    "website": "text",
    "claimed": "code",
    "demo": "code",
    "published": "code",
    "hidden_since": "date",
    "offers_conversion_practices": "code",
}
_ELSEWHERE = {
    "fee_min": (("fee", "min"), "number"),
    "fee_max": (("fee", "max"), "number"),
    "sliding_scale": (("fee", "sliding_scale"), "code"),
    "accepting": (("availability", "accepting"), "accepting"),
    "next_opening_days": (("availability", "next_opening_days"), "number"),
    "open_places": (("availability", "open_places"), "number"),
    "accepting_confirmed_at": (("availability", "confirmed_at"), "date"),
    "accepting_paused_until": (("availability", "paused_until"), "date"),
    "practice_id": (("practice", "id"), "code"),
    "practice_name": (("practice", "name"), "text"),
}
_NUMBERED = {
    "license": {
        "title": "text",
        "state": "state",
        "number": "text",
        "status": "code",
        "expires": "date",
        "verified_at": "date",
        "authority": "code",
        "license": "license",
    },
    "location": {
        "street": "text",
        "city": "text",
        "state": "state",
        "zip": "zip",
        "lat": "number",
        "lon": "number",
        "phone": "digits",
        "accessibility": "codes",
    },
    "group": {
        "name": "text",
        "theme": "code",
        "kind": "code",
        "seats": "number",
        "open": "number",
        "starts": "date",
        "schedule": "text",
    },
}
_NUMBERED_NAME = re.compile(r"(license|location|group)_([1-9][0-9]?)_([a-z_]+)")

SINGLE = (
    *(Column(name, (name,), kind) for name, kind in _LISTING.items()),
    *(Column(name, place, kind) for name, (place, kind) in _ELSEWHERE.items()),
    *(Column(f"confirmed_{fact}", ("confirmed", fact), "date") for fact in FACTS),
)
# A name in parts, which only files of others have: ours is written as patients see it.
NAME_PARTS = tuple(
    Column(name, (name,), "text") for name in ("first_name", "middle_name", "last_name", "suffix")
)
_BY_NAME = {column.name: column for column in (*SINGLE, *NAME_PARTS)}
NAME, LICENSE = _BY_NAME["name"], _BY_NAME["license"]


def column_named(name: str) -> Column | None:
    """Return the column of a name, also of numbered ones such as `license_2_state`."""
    if name in _BY_NAME:
        return _BY_NAME[name]
    found = _NUMBERED_NAME.fullmatch(name)
    if not found or found[3] not in _NUMBERED[found[1]]:
        return None
    return numbered(found[1], int(found[2]), found[3])


@cache
def numbered(part: str, number: int, field: str) -> Column:
    """Return a numbered column: ("license", 2, "state") is `license_2_state`."""
    place = (f"{part}s", number - 1, field)
    return Column(f"{part}_{number}_{field}", place, _NUMBERED[part][field])


def numbered_columns(part: str, count: int) -> tuple[Column, ...]:
    """Return all columns of the first `count` licences, locations or groups."""
    numbers = range(1, count + 1)
    return tuple(numbered(part, number, field) for number in numbers for field in _NUMBERED[part])


def known_names() -> tuple[str, ...]:
    """Return the names of all columns, of the numbered ones those with 1."""
    first = (column for part in _NUMBERED for column in numbered_columns(part, 1))
    return (*_BY_NAME, *(column.name for column in first))


def name_of_field(field: str, titles: Mapping[str, str]) -> str:
    """Return the column of a field such as `licenses[0].title`, or the nearest one around it.

    `titles` has the fields that the file states, with the names that it gives to their columns.
    """
    while field:
        name = titles.get(field) or _name_of_place(field)
        if name:
            return name
        field = re.sub(r"(^|\.)[^.\[]*$|\[[0-9]+\]$", "", field)
    return ""


@cache
def _name_of_place(field: str) -> str:
    """Return the usual name of the column for a field that a file leaves out."""
    part = field.removesuffix("s")
    if part in _NUMBERED:
        return numbered_columns(part, 1)[0].name
    found = re.fullmatch(r"(license|location|group)s\[([0-9]+)\]\.([a-z_]+)", field)
    if found and found[3] in _NUMBERED[found[1]]:
        return numbered(found[1], int(found[2]) + 1, found[3]).name
    return next((column.name for column in SINGLE if path_of(column.place) == field), "")


def path_of(place: Place) -> str:
    """Return a place as errors write it: `licenses[0].title`."""
    return field_path(place)


def column_at(place: Place) -> Column | None:
    """Return the column for the value at a place, None where there is none."""
    match place:
        case (str(part), int(number), str(field)) if part.removesuffix("s") in _NUMBERED:
            return column_named(f"{part.removesuffix('s')}_{number + 1}_{field}")
    return next((column for column in SINGLE if column.place == place), None)
