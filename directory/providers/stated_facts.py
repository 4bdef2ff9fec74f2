"""Telling which facts the JSON values of a listing state, be they valid or not."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from directory.providers.freshness import is_fresh

Values = Mapping[str, Any]  # a listing as JSON holds it, valid or not


def states(field: str) -> Callable[[Values, date], bool]:
    """Return what tells whether a field holds anything."""
    return lambda values, _today: values.get(field) not in (None, "", [], (), {})


def _part(values: Values, name: str) -> Values:
    part = values.get(name)
    return part if isinstance(part, Mapping) else {}


def parts(values: Values, name: str) -> list[Values]:
    """Return the parts of a list that have the shape of one."""
    return [part for part in values.get(name) or () if isinstance(part, Mapping)]


def _day(text: Any) -> date | None:
    try:
        return date.fromisoformat(text)
    except (TypeError, ValueError):
        return None


def is_licensed(values: Values) -> bool:
    """Tell whether the listing is of a licensed person."""
    return values.get("license") != "coach"


def has_active_license(values: Values, today: date) -> bool:
    """Tell whether a licence is active and has not ended."""
    return any(
        held.get("status") == "active" and (_day(held.get("expires")) or today) >= today
        for held in parts(values, "licenses")
    )


def accepting(values: Values) -> str:
    """Return whether new people are taken, as a code."""
    return str(_part(values, "availability").get("accepting") or "unknown")


def has_opening(values: Values, _today: date) -> bool:
    """Tell whether the next opening is stated."""
    return _part(values, "availability").get("next_opening_days") is not None


def is_confirmed(values: Values, today: date) -> bool:
    """Tell whether the openings were confirmed lately."""
    return is_fresh("availability", _day(_part(values, "availability").get("confirmed_at")), today)


def sees_people(values: Values) -> bool:
    """Tell whether people come to a place of the listing."""
    return "in_person" in (values.get("delivery") or ()) and bool(parts(values, "locations"))


def has_access_facts(values: Values, _today: date) -> bool:
    """Tell whether any place says who can get into it."""
    return any(place.get("accessibility") for place in parts(values, "locations"))


def can_be_reached(values: Values, _today: date) -> bool:
    """Tell whether there is any way to reach the person."""
    own = any(values.get(name) for name in ("phone", "website", "email"))
    return own or any(place.get("phone") for place in parts(values, "locations"))


def has_group_format(values: Values) -> bool:
    """Tell whether groups are offered."""
    return "group" in (values.get("formats") or ())
