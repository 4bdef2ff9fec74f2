"""The lines of a FHIR resource: each code that was asked, with its answer and its place."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from directory.errors import FieldError
from directory.triage.questionnaires.said import Said, said_in

# Deeper than any questionnaire that we know.
_DEEPEST = 8
_READY = {
    "QuestionnaireResponse": ("completed", "amended"),
    "Observation": ("final", "amended", "corrected"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One code with its answer; one that heads other lines only says what they belong to."""

    code: str
    place: str
    said: Said | None = None
    heads: bool = False


def lines_of(resource: Any, place: str) -> tuple[Line, ...]:
    """Return the lines of a QuestionnaireResponse or Observation in their order."""
    whole = _mapping(resource, place)
    kind = whole.get("resourceType")
    if not isinstance(kind, str) or kind not in _READY:
        raise FieldError(_at(place, "resourceType"), f"is none that we read: send {_KINDS}")
    ready = _READY[kind]
    if "status" in whole and whole["status"] not in ready:
        words = " or ".join(ready)
        raise FieldError(_at(place, "status"), f"must be {words}: send it when it is done")
    return tuple(_observed(whole, place) if kind == "Observation" else _response(whole, place))


def _response(whole: Mapping[str, Any], place: str) -> Iterator[Line]:
    asked = whole.get("questionnaire")
    if isinstance(asked, str):
        yield Line(_last_part(asked.split("|")[0]), _at(place, "questionnaire"), heads=True)
    yield from _items(whole.get("item", []), _at(place, "item"), _DEEPEST)


def _items(items: Any, place: str, depth: int) -> Iterator[Line]:
    for number, item in enumerate(_list(items, place)):
        yield from _item(_mapping(item, here := f"{place}[{number}]"), here, depth)


def _item(item: Mapping[str, Any], place: str, depth: int) -> Iterator[Line]:
    if depth == 0:
        raise FieldError(place, "lies too deep: send a flatter questionnaire")
    answers = _list(item.get("answer", []), _at(place, "answer"))
    if len(answers) > 1:
        raise FieldError(place, f"has {len(answers)} answers: send one")
    given = [_mapping(answer, _at(place, "answer[0]")) for answer in answers]
    said = said_in(given[0], place) if given else None
    below = [(holder["item"], at) for holder, at in _holders(item, given, place)]
    yield Line(_code_of_item(item, place), place, said, heads=bool(below) and said is None)
    for items, at in below:
        yield from _items(items, _at(at, "item"), depth - 1)


def _holders(
    item: Mapping[str, Any], given: list[Mapping[str, Any]], place: str
) -> list[tuple[Mapping[str, Any], str]]:
    """Return what may hold further items: the item itself and its answer."""
    both = [(item, place), *((answer, _at(place, "answer[0]")) for answer in given)]
    return [(holder, at) for holder, at in both if "item" in holder]


def _code_of_item(item: Mapping[str, Any], place: str) -> str:
    """Return the code of an item: its LOINC definition, else the end of its link id."""
    definition, link = item.get("definition"), item.get("linkId")
    if isinstance(definition, str) and definition.startswith("http://loinc.org/"):
        return _last_part(definition)
    if not isinstance(link, str) or not _last_part(link):
        raise FieldError(_at(place, "linkId"), "is needed: send a LOINC code, or ours, as PHQ9.1")
    return _last_part(link)


def _observed(whole: Mapping[str, Any], place: str) -> Iterator[Line]:
    parts = _list(whole.get("component", []), _at(place, "component"))
    said = said_in(whole, place)
    heads = said is None and bool(parts or "hasMember" in whole)
    yield Line(_code_of_observation(whole, place), place, said, heads)
    for number, part in enumerate(parts):
        holder = _mapping(part, here := _at(place, f"component[{number}]"))
        yield Line(_code_of_observation(holder, here), here, said_in(holder, here))


def _code_of_observation(holder: Mapping[str, Any], place: str) -> str:
    at = _at(place, "code")
    for coding in _list(_mapping(holder.get("code"), at).get("coding"), at):
        code = _mapping(coding, at).get("code")
        if isinstance(code, str) and coding.get("system") in ("http://loinc.org", None):
            return code
    raise FieldError(at, "has no LOINC code: send one")


def _at(place: str, part: str) -> str:
    return f"{place}.{part}"


def _last_part(path: str) -> str:
    return path.rstrip("/").rpartition("/")[2].strip()


def _mapping(value: Any, place: str) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise FieldError(place, "must be a JSON object")
    return value


def _list(value: Any, place: str) -> list[Any]:
    if not isinstance(value, list):
        raise FieldError(place, "must be a JSON list")
    return value


_KINDS = " or ".join(_READY)
