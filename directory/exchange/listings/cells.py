"""The cells of the listings CSV: text for a spreadsheet to JSON values, and back."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from directory.exchange.code_words import read_codes
from directory.exchange.formulas import guarded, unguarded
from directory.exchange.license_words import license_of
from directory.exchange.listings.columns import Column
from directory.exchange.mending import Reading, read_date, read_digits, read_state, read_zip
from directory.vocabulary import ACCEPTING, GENDERS

_GUARDED_KINDS = frozenset({"text", "digits"})  # what else there is is our own codes and numbers
_WORDS = {
    "gender": {"f": "female", "m": "male", "non-binary": "nonbinary"}
    | {GENDERS[code].label.lower(): code for code in GENDERS}
    | {code: code for code in GENDERS},
    "accepting": {"y": "yes", "true": "yes", "n": "no", "false": "no"}
    | {code: code for code in ACCEPTING},
}


class Value(NamedTuple):
    """The JSON value of a cell, and a note where it was mended."""

    value: object
    note: str = ""


def read_cell(text: str, column: Column, state: str = "") -> Value:
    """Return the JSON value of a cell that is not blank; `state` helps to read a ZIP or a title."""
    text = unguarded(text)
    if column.kind == "codes":
        return Value(read_codes(text, column.place[-1]))
    if column.kind == "modalities":
        return Value([_modality(part) for part in _parts(text)])
    if words := _WORDS.get(column.kind):
        return Value(words.get(text.lower(), text))
    if column.kind == "license":
        return Value(license_of(text, state) or text)
    found = _mended(text, column.kind, state)
    return Value(text) if found.value is None else Value(*found)


def _mended(text: str, kind: str, state: str) -> Reading:
    match kind:
        case "zip":
            return read_zip(text, state)
        case "state":
            return read_state(text)
        case "date":
            return read_date(text)
        case "digits":
            return read_digits(text)
    return Reading(text)


def write_cell(value: Any, kind: str) -> str:
    """Return the cell for a JSON value; blank for null."""
    if value is None:
        return ""
    if kind == "codes":
        return "|".join(value)
    if kind == "modalities":
        return "|".join(map(_modality_text, value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    text = str(value)
    return guarded(text) if kind in _GUARDED_KINDS else text


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.split("|") if part.strip()]


def _modality(text: str) -> dict[str, str]:
    code, _, rest = text.partition(":")
    training, _, verified = rest.partition(":")
    fields = {"code": code, "training": training, "verified_at": read_date(verified.strip()).value}
    return {name: value.strip() for name, value in fields.items() if value and value.strip()}


def _modality_text(modality: Mapping[str, str | None]) -> str:
    fields = (modality["code"], modality["training"], modality["verified_at"])
    return ":".join(field for field in fields if field)
