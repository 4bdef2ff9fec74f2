"""Values of a JSON listing that were mended by hand, put in their places."""

import json
import re
from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from directory.exchange.listings.cells import read_cell
from directory.exchange.listings.columns import Place, column_at
from directory.exchange.outcomes import RowRefused
from directory.exchange.read_as import WHOLE_ROW

_STEP = re.compile(r"\.?([a-z_]+)|\[([0-9]{1,4})\]")


def mended(document: object, mends: Mapping[str, str]) -> object:
    """Return a listing with values by path, `licenses[0].title`; a path to nowhere is no mend.

    A blank value takes the field out. A mend of the whole row is the listing itself, as JSON.
    """
    if WHOLE_ROW in mends:
        document = _parsed(mends[WHOLE_ROW])
    if not isinstance(document, dict):
        return document
    whole = deepcopy(document) if mends else document
    for path, text in mends.items():
        if path != WHOLE_ROW:
            _put(whole, place_of(path), text.strip())
    return whole


def place_of(path: str) -> Place:
    """Return the place that a path writes: `licenses[0].title` is ("licenses", 0, "title")."""
    return tuple(int(found[2]) if found[2] else found[1] for found in _STEP.finditer(path))


def _put(document: dict[str, Any], place: Place, text: str) -> None:
    *way, last = place or ("",)
    parent: Any = document
    for step in way:
        parent = _within(parent, step)
    if isinstance(parent, dict) and not text:
        parent.pop(last, None)
    elif isinstance(parent, dict) or _within(parent, last) is not None:
        parent[last] = _value(text, place)


def _within(parent: Any, step: int | str) -> Any:
    """Return what stands at a step; an object that is not there yet is made."""
    if isinstance(parent, dict) and isinstance(step, str):
        return parent.setdefault(step, {})
    if isinstance(parent, list) and isinstance(step, int) and step < len(parent):
        return parent[step]
    return None


def _parsed(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise RowRefused(WHOLE_ROW, text, "no JSON that can be read") from error


def _value(text: str, place: Place) -> object:
    """Read a value as a cell is read where we know its field, else as JSON, else as a text."""
    if column := column_at(place):
        return read_cell(text, column).value
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return text
