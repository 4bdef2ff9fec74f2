"""What an edit cannot say: facts that somebody checked or reckoned stay as they are stored."""

import json
from collections.abc import Callable, Mapping
from hashlib import sha256
from typing import Annotated

from pydantic import TypeAdapter, ValidationError

from directory.providers.facts import ProviderFacts
from directory.providers.history import Json
from directory.providers.license import License
from directory.providers.provider import Provider
from directory.providers.sections import SECTIONS

_ADAPTERS: Mapping[str, TypeAdapter[Json]] = {
    name: TypeAdapter(Annotated[field.annotation, field])  # type: ignore[arg-type]
    for name, field in ProviderFacts.model_fields.items()
}
_SAME_LICENSE = ("license", "title", "state", "number", "authority")
_SAME_TRAINING = ("code", "training")
_OF_A_PAUSE = frozenset({"no", "unknown"})
_SAME_PLACE = ("street", "city", "state", "zip")


def normal(field: str, value: Json) -> Json:
    """Return a value as a listing would hold it, or as it was given where it is not valid."""
    try:
        return _ADAPTERS[field].dump_python(_ADAPTERS[field].validate_python(value), mode="json")
    except ValidationError:
        return value


def admitted(stored: Provider, section: str, values: Mapping[str, Json]) -> dict[str, Json]:
    """Return what an edit may say of a section, each value in its normal form.

    Raises ValueError where a value is for a field of another section, or for a locked one.
    """
    if foreign := sorted(set(values) - set(SECTIONS[section].fields)):
        raise ValueError(f"{foreign[0]} is no field of the section {section}")
    return {name: _admitted(stored, name, normal(name, value)) for name, value in values.items()}


def is_locked(license: License) -> bool:
    """Tell whether somebody has checked a licence, so that only an admin may change it."""
    return license.verified_at is not None or license.status != "unverified"


def _admitted(stored: Provider, field: str, value: Json) -> Json:
    kind, keep = _KEEPING.get(field, (type(None), None))
    return normal(field, keep(stored, value)) if keep and isinstance(value, kind) else value


def _licenses(stored: Provider, value: Json) -> Json:
    """Keep the checked licences first; what speaks of a check but is not among them is dropped."""
    locked = [one.model_dump(mode="json") for one in stored.licenses if is_locked(one)]
    taken = {_told(one, _SAME_LICENSE) for one in locked}
    free = (one for one in value if not _is_checked(one) and _told(one, _SAME_LICENSE) not in taken)
    return [*locked, *(_with(one, status="unverified", verified_at=None) for one in free)]


def _is_checked(item: Json) -> bool:
    if not isinstance(item, dict):
        return False
    return item.get("status", "unverified") != "unverified" or bool(item.get("verified_at"))


def _modalities(stored: Provider, value: Json) -> Json:
    """A proof holds for the training that it was given for, and for no other."""
    dumped = [one.model_dump(mode="json") for one in stored.modalities]
    proven = {_told(one, _SAME_TRAINING): one["verified_at"] for one in dumped}
    return [_with(one, verified_at=proven.get(_told(one, _SAME_TRAINING))) for one in value]


def _locations(stored: Provider, value: Json) -> Json:
    """The point of a place that did not move stays; that of a new one is found by its ZIP code."""
    dumped = [place.model_dump(mode="json") for place in stored.locations]
    points = {_told(place, _SAME_PLACE): (place["lat"], place["lon"]) for place in dumped}
    placed = ((place, points.get(_told(place, _SAME_PLACE), (None, None))) for place in value)
    return [_with(place, lat=lat, lon=lon) for place, (lat, lon) in placed]


def _availability(stored: Provider, value: Json) -> Json:
    """The day on which openings were confirmed is not typed; who takes people ends a pause."""
    said = stored.availability.model_dump(mode="json")
    takes_nobody = value.get("accepting") in _OF_A_PAUSE
    until = said["paused_until"] if takes_nobody else None
    return _with(value, confirmed_at=said["confirmed_at"], paused_until=until)


def _practice(stored: Provider, value: Json) -> Json:
    """A practice that is merely named is nobody else's, however many bear that name."""
    name = value.get("name")
    if stored.practice and name == stored.practice.name:
        return stored.practice.model_dump(mode="json")
    own = sha256(f"{stored.id} {name}".encode()).hexdigest()[:16]
    return {"id": f"named-{own}", "name": name}


def _with(item: Json, **facts: Json) -> Json:
    return {**item, **facts} if isinstance(item, dict) else item


def _told(item: Json, names: tuple[str, ...]) -> str:
    """Return what tells one item from others, in words that compare."""
    return json.dumps([item.get(name) for name in names] if isinstance(item, dict) else item)


# How each field that holds more than an edit may say is kept; what is no list or record at all
# is refused where the listing is built.
_KEEPING: Mapping[str, tuple[type, Callable[[Provider, Json], Json]]] = {
    "licenses": (list, _licenses),
    "modalities": (list, _modalities),
    "locations": (list, _locations),
    "availability": (dict, _availability),
    "practice": (dict, _practice),
}
