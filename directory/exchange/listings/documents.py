"""One listing as a JSON document: checked, and made a Provider."""

from collections.abc import Callable, Mapping
from copy import deepcopy
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from directory.errors import field_path, problems_of
from directory.exchange.identity import id_of_npi
from directory.exchange.listings.columns import SINGLE, Place
from directory.exchange.outcomes import Record, RowRefused, RowWarning, shown
from directory.providers import Provider

NameOf = Callable[[str], str]

# Damage here costs the value alone; elsewhere it costs the row.
_CODE_LISTS = frozenset(c.name for c in SINGLE if c.kind in {"codes", "modalities"})
_DETAILS = frozenset(
    {
        ("gender",),
        ("phone",),
        ("locations", "phone"),
        ("locations", "zip"),
        ("locations", "accessibility"),
        ("availability", "accepting"),
    }
)


def read_document(document: object, line: int, name_of: NameOf = str) -> Record:
    """Make a listing of a document; raise RowRefused at the first fault that costs the row.

    Accepts the JSON of a Provider and the PROVIDER objects of our own API. `name_of` gives the
    name of a field in the file that it came from.
    """
    if not isinstance(document, dict):
        raise RowRefused("", document, "a listing is a JSON object: { … }")
    document = _with_id(_without_labels(document))
    try:
        return Record(line, Provider.model_validate(document))
    except ValidationError as error:
        warnings = _detail_warnings(document, error, line, name_of)
        document = _without_details(document, error)
    try:
        return Record(line, Provider.model_validate(document), warnings)
    except ValidationError as error:
        raise _refused(document, error, name_of) from error


def _without_labels(document: dict[str, Any]) -> dict[str, Any]:
    """Take away what our API adds to a listing: its address, and the labels of codes."""
    plain = {name: value for name, value in document.items() if name != "url"}
    if isinstance(found := plain.get("concerns"), list):
        plain["concerns"] = [_code(concern) for concern in found]
    if isinstance(found := plain.get("modalities"), list):
        plain["modalities"] = [_unlabelled(modality) for modality in found]
    return plain


def _code(concern: object) -> object:
    is_labelled = isinstance(concern, dict) and concern.keys() <= {"code", "label"}
    return concern.get("code") if is_labelled and isinstance(concern, dict) else concern


def _unlabelled(modality: object) -> object:
    if isinstance(modality, dict):
        return {name: value for name, value in modality.items() if name != "label"}
    return modality


def _with_id(document: dict[str, Any]) -> dict[str, Any]:
    if document.get("id"):
        return document
    if isinstance(npi := document.get("npi"), str) and npi:
        return {**document, "id": id_of_npi(npi)}
    raise RowRefused("id", "", "a listing needs an `id` or an `npi`, to be found again by")


def _detail_warnings(
    document: dict[str, Any], error: ValidationError, line: int, name_of: NameOf
) -> tuple[RowWarning, ...]:
    """Return a warning for each damaged detail; raise RowRefused at damage of another kind."""
    faults = error.errors(include_url=False)
    if not all(map(_is_detail, faults)):
        raise _refused(document, error, name_of) from error
    return tuple(
        RowWarning(line, name_of(problem.field), _note(fault["input"], problem.message))
        for fault, problem in zip(faults, problems_of(error), strict=True)
    )


def _without_details(document: dict[str, Any], error: ValidationError) -> dict[str, Any]:
    whole = deepcopy(document)
    for fault in reversed(error.errors(include_url=False)):
        *way, last = _value_place(fault["loc"])
        parent: Any = whole
        for part in way:
            parent = parent[part]
        del parent[last]
    return whole


def _note(value: object, message: str) -> str:
    return f"{shown(value)!r} was left out: {message}"


def _is_detail(fault: ErrorDetails) -> bool:
    names = tuple(part for part in fault["loc"] if isinstance(part, str))
    if names in _DETAILS:
        return True
    is_code = fault["type"] == "value_error" and isinstance(fault["input"], str)
    return is_code and len(fault["loc"]) > 1 and names[0] in _CODE_LISTS


def _value_place(place: Place) -> Place:
    """Return what to remove: a whole modality whose code is unknown, else the value itself."""
    return place[:2] if place[0] == "modalities" and place[-1] == "code" else place


def _refused(document: object, error: ValidationError, name_of: NameOf) -> RowRefused:
    """Return the first fault, with the value that stands in its place."""
    faults = zip(error.errors(include_url=False), problems_of(error), strict=True)
    fault, problem = next(
        (pair for pair in faults if not _is_detail(pair[0])),
        (error.errors(include_url=False)[0], problems_of(error)[0]),
    )
    value = _value_at(document, problem.field, fault)
    return RowRefused(name_of(problem.field), value, problem.message)


def _value_at(document: object, field: str, fault: ErrorDetails) -> object:
    """Return the value of the field that a rule names, else what was refused."""
    if field == field_path(fault["loc"]):
        return "" if fault["type"] == "missing" else fault["input"]
    value: Any = fault["input"] if fault["loc"] else document
    return value.get(field.rpartition(".")[2], "") if isinstance(value, Mapping) else value
