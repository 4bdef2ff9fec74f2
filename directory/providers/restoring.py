"""Bringing back what a listing said before: of one change, or as it was at the end of a day."""

from collections.abc import Iterable, Mapping
from datetime import date

from directory.providers.drafts import fingerprint
from directory.providers.history import Change, Json
from directory.providers.locked_facts import admitted
from directory.providers.provider import Provider
from directory.providers.sections import EDITABLE, SECTIONS

Values = Mapping[str, Json]


def undone(change: Change) -> dict[str, Json]:
    """Return what the fields that an edit may say held before a change; none where it was new."""
    return {name: value for name, value in change.before.items() if name in EDITABLE}


def as_on(values: Values, changes: Iterable[Change], day: date) -> dict[str, Json] | None:
    """Return what a listing said at the end of a day, None where there was none yet.

    `changes` are all since that day, the newest first.
    """
    was = dict(values)
    for change in changes:
        if change.at.date() <= day:
            break
        if not change.before:
            return None
        was |= change.before
    return {name: value for name, value in was.items() if name in EDITABLE}


def restored_sections(
    stored: Provider, values: Values, wanted: Values
) -> dict[str, dict[str, Json]]:
    """Return the sections that change where fields are to hold what is wanted, in their order.

    `values` is what the listing says now. What is locked stays as it is stored.
    """
    found = {}
    for code, section in SECTIONS.items():
        now = {name: values[name] for name in section.fields}
        said = {name: wanted[name] for name in section.fields if name in wanted}
        then = {**now, **admitted(stored, code, said)}
        if fingerprint(then) != fingerprint(now):
            found[code] = then
    return found
