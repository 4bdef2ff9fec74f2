"""The cells of the listings CSV: text for a spreadsheet to JSON values, and back."""

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from directory.exchange.mending import read_date, read_digits, read_zip

# A spreadsheet runs what begins so; an apostrophe in front keeps it a text.
_FORMULA = re.compile(r"'*[=+\-@\t]")
_GUARDED = re.compile(r"'+[=+\-@\t]")


class Value(NamedTuple):
    """The JSON value of a cell, and a note where it was mended."""

    value: object
    note: str = ""


def read_cell(text: str, kind: str, state: str = "") -> Value:
    """Return the JSON value of a cell that is not blank; `state` helps to mend a ZIP."""
    if kind == "codes":
        return Value(_parts(text))
    if kind == "modalities":
        return Value([_modality(part) for part in _parts(text)])
    if kind == "text":
        return Value(text[1:] if _GUARDED.match(text) else text)
    if kind == "zip":
        found = read_zip(text, state)
        return Value(found.value or text, found.note if found.value else "")
    if kind == "date":
        return Value(*read_date(text))
    return Value(*read_digits(text)) if kind == "digits" else Value(text)


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
    return f"'{text}" if kind == "text" and _FORMULA.match(text) else text


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
