"""What differs between two values of a field, in plain words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from directory.providers.history import Json
from directory.web.field_words import title_of, told_values

_ORDERED = frozenset({"concerns"})  # the first three are what a provider does most


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field that changed: of a list what was added, taken away or moved, else both states."""

    title: str
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    is_reordered: bool = False
    is_list: bool = False


def field_changes(before: Mapping[str, Json], after: Mapping[str, Json]) -> tuple[FieldChange, ...]:
    """Return what differs between two states, field by field; both in words, side by side."""
    return tuple(_changes(before, after))


def _changes(before: Mapping[str, Json], after: Mapping[str, Json]) -> Iterator[FieldChange]:
    for field in after:
        was, now = told_values(field, before.get(field)), told_values(field, after[field])
        is_list = _is_list(before.get(field)) or _is_list(after[field])
        if was != now and (field in _ORDERED or not is_list or set(was) != set(now)):
            yield _change(field, was, now, is_list)


def _change(field: str, was: tuple[str, ...], now: tuple[str, ...], is_list: bool) -> FieldChange:
    added = tuple(text for text in now if text not in was)
    removed = tuple(text for text in was if text not in now)
    is_reordered = is_list and not added and not removed
    return FieldChange(title_of(field), was, now, added, removed, is_reordered, is_list)


def _is_list(value: Json) -> bool:
    return isinstance(value, list | tuple)
