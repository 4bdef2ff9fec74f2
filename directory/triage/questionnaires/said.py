"""What one answer says, whichever of FHIR's value types it comes in."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from directory.errors import FieldError


@dataclass(frozen=True, slots=True)
class Said:
    """An answer: the code and the words of a choice, or a number, or yes or no."""

    code: str | None = None
    label: str | None = None
    number: int | None = None
    flag: bool | None = None


def said_in(holder: Mapping[str, Any], place: str) -> Said | None:
    """Return what an answer or observation says, None where it says nothing."""
    types = [name for name in holder if name.startswith("value")]
    if not types:
        return None
    reader = _READERS.get(types[0])
    said = reader(holder[types[0]]) if reader and len(types) == 1 else None
    if said is None:
        raise FieldError(place, f"has an answer that we cannot read: send one of {_KNOWN}")
    return said


def _choice(coding: Any) -> Said | None:
    if not isinstance(coding, Mapping):
        return None
    code, label = coding.get("code"), coding.get("display")
    return Said(code=_text(code), label=_text(label)) if _text(code) or _text(label) else None


def _concept(concept: Any) -> Said | None:
    if not isinstance(concept, Mapping):
        return None
    codings = concept.get("coding")
    if isinstance(codings, list) and len(codings) == 1:
        return _choice(codings[0])
    return _words(concept.get("text")) if codings is None else None


def _whole(number: Any) -> Said | None:
    if isinstance(number, bool) or not isinstance(number, int | float) or number != number // 1:
        return None
    return Said(number=int(number))


def _quantity(quantity: Any) -> Said | None:
    return _whole(quantity.get("value")) if isinstance(quantity, Mapping) else None


def _flag(value: Any) -> Said | None:
    return Said(flag=value) if isinstance(value, bool) else None


def _words(value: Any) -> Said | None:
    return Said(label=value) if _text(value) else None


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) and value else None


_READERS: Mapping[str, Callable[[Any], Said | None]] = {
    "valueCoding": _choice,
    "valueCodeableConcept": _concept,
    "valueInteger": _whole,
    "valueDecimal": _whole,
    "valueQuantity": _quantity,
    "valueBoolean": _flag,
    "valueString": _words,
}
_KNOWN = ", ".join(_READERS)
