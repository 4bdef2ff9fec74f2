"""What differs between two states of a listing, cell by cell."""

import json
from collections.abc import Iterator, Mapping

from directory.web.admin.imports.pages import Cell

_NOTHING = "nothing"
# A document leaves these out where they hold.
_UNLESS_SAID = {"published": "yes", "claimed": "yes"}
_MARKS = {"true": "yes", "false": "no", "null": "", "[]": "", "{}": ""}


def differences(before: str, after: str) -> tuple[Cell, ...]:
    """Return each cell that differs between two stored documents, in the order of the newer one."""
    was, now = dict(_cells(json.loads(before))), dict(_cells(json.loads(after)))
    names = dict.fromkeys([*now, *was])
    return tuple(
        Cell(_words(name), _shown(was, name), _shown(now, name))
        for name in names
        if was.get(name, "") != now.get(name, "")
    )


def _shown(cells: Mapping[str, str], name: str) -> str:
    return cells.get(name) or _UNLESS_SAID.get(name, _NOTHING)


def _cells(value: object, name: str = "") -> Iterator[tuple[str, str]]:
    """Yield the plain values of a document with their place; a list of plain ones is one value."""
    if isinstance(value, dict):
        for key, part in value.items():
            yield from _cells(part, f"{name} {key}".strip())
    elif isinstance(value, list) and any(isinstance(part, dict) for part in value):
        for place, part in enumerate(value, start=1):
            yield from _cells(part, f"{name} {place}")
    elif isinstance(value, list):
        yield name, ", ".join(map(str, value))
    else:
        text = value if isinstance(value, str) else json.dumps(value)
        yield name, text if isinstance(value, str) else _MARKS.get(text, text)


def _words(name: str) -> str:
    words = name.replace("_", " ").replace("licenses", "license").replace("locations", "location")
    return words[:1].upper() + words[1:]
