"""Bringing in: what questionnaires say joins the answers that were given here."""

from collections.abc import Iterator, Mapping
from typing import Any

from directory.errors import FieldError
from directory.triage.questionnaires.lines import Line, lines_of
from directory.triage.questionnaires.reading import Reading, read_lines

FIELD = "questionnaire_responses"
MOST = 100  # resources in one body: observations come one a question


def bring_in(body: Mapping[str, Any]) -> dict[str, Any]:
    """Return the answers of a body with those of its questionnaires, which are dropped.

    Raises FieldError with the place of what cannot be read, or is there twice.
    """
    answers = {key: value for key, value in body.items() if key != FIELD}
    for place, reading in _readings(body.get(FIELD, [])):
        _put(answers, reading, place)
    return answers


def _readings(resources: Any) -> Iterator[tuple[str, Reading]]:
    """Read each response by itself, and all observations together as one sheet."""
    if not isinstance(resources, list):
        raise FieldError(FIELD, "must be a JSON list")
    if len(resources) > MOST:
        raise FieldError(FIELD, f"has {len(resources)} resources: send at most {MOST}")
    observed: list[Line] = []
    for number, resource in enumerate(resources):
        lines = lines_of(resource, place := f"{FIELD}[{number}]")
        if resource["resourceType"] == "Observation":
            observed.extend(lines)
        else:
            yield from ((place, reading) for reading in read_lines(lines))
    yield from ((FIELD, reading) for reading in read_lines(observed))


def _put(answers: dict[str, Any], reading: Reading, place: str) -> None:
    part, name, value = reading
    holder = answers
    if part:
        if not isinstance(answers.setdefault(part, {}), Mapping):
            return  # the part is refused by its own rules
        holder = answers[part] = dict(answers[part])
    if holder.get(name) is not None:
        raise FieldError(place, f"{name} is there twice: send it once, the latest")
    holder[name] = value
