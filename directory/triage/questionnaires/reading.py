"""From a sheet to our own answers and scores; totals that were sent along must agree."""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any

from directory.errors import FieldError
from directory.triage.item_scoring import (
    score_cssrs_items,
    score_pcl5_items,
    score_who5_items,
)
from directory.triage.questionnaires.fitting import forms_in, is_score_alone
from directory.triage.questionnaires.forms import Form
from directory.triage.questionnaires.lines import Line
from directory.triage.questionnaires.sheet import Sheet, sheet_of
from directory.triage.scoring import (
    SCORERS_OF_ITEMS,
    SCORERS_OF_TOTALS,
    Score,
    score_auditc,
    score_pcptsd5,
)

Values = tuple[int, ...]
Reading = tuple[str, str, Any]

_DIFFICULTIES = ("not", "somewhat", "very", "extremely")
_SCORERS: Mapping[str, Callable[[Values], Score]] = MappingProxyType(
    {
        **SCORERS_OF_ITEMS,
        "AUDITC": score_auditc,
        "PCPTSD5": lambda values: score_pcptsd5(values[0], values[1:]),
        "EPDS10": lambda values: SCORERS_OF_TOTALS["EPDS10"](values[0]),
        "PCL5": score_pcl5_items,
        "WHO5": score_who5_items,
        "CSSRS": score_cssrs_items,
    }
)


def read_lines(lines: Iterable[Line]) -> tuple[Reading, ...]:
    """Return what lines say as (part of the answers, name, value), ready for TriageAnswers."""
    sheet = sheet_of(lines)
    return tuple(_read(form, sheet) for form in forms_in(sheet))


def _read(form: Form, sheet: Sheet) -> Reading:
    if is_score_alone(form, sheet):
        return ("external_scores", form.name, _score_sent(form, sheet.totals[form.name]))
    values = tuple(sheet.value(form, number) for number in range(len(form.codes)))
    _check_total(form, values, sheet)
    if form.name == "difficulty":
        return ("", form.name, None if values[0] is None else _DIFFICULTIES[values[0]])
    if form.instrument is not None and not form.instrument.bundled:
        return ("external_scores", form.name, _score_of(form, values, sheet))
    return ("instruments", form.name, _list_of(form, values))


def _list_of(form: Form, values: tuple[int | None, ...]) -> Any:
    if len(values) == 1:
        return values[0]
    if form.name == "PCPTSD5":
        return {"gate": values[0], "items": list(values[1:])}
    return list(values)


def _score_of(form: Form, values: tuple[int | None, ...], sheet: Sheet) -> int | str | None:
    """Return the score that the answers come to; a score needs every one of them."""
    given = tuple(value for value in values if value is not None)
    if len(given) < len(values):
        code = form.codes[values.index(None)]
        raise FieldError(sheet.answers[code].place, f"has no answer, which {form.name} needs")
    score = _SCORERS[form.name](given)
    return score.band if form.name == "CSSRS" else score.total


def _score_sent(form: Form, line: Line) -> int:
    number = line.said.number if line.said else None
    if number is None or number not in form.scores:
        limits = f"from {form.scores[0]} to {form.scores[-1]}"
        raise FieldError(line.place, f"the score of {form.name} is a number {limits}")
    return number


def _check_total(form: Form, values: tuple[int | None, ...], sheet: Sheet) -> None:
    """Raise FieldError where a total that was sent along is not what the answers come to."""
    line = sheet.totals.get(form.name)
    if line is None or line.said is None:
        return
    given = tuple(value for value in values if value is not None)
    if len(given) < len(values):
        raise FieldError(line.place, f"{form.name} has a gap, so it has no total: take it out")
    score = _SCORERS[form.name](given)
    if form.name == "CSSRS":
        _check_risk(score, line)
    elif line.said.number != score.total:
        raise FieldError(
            line.place,
            f"the answers to {form.name} come to {score.total}: mend them, or take the total out",
        )


def _check_risk(score: Score, line: Line) -> None:
    words = ((line.said and line.said.label) or "").casefold().split()
    if score.band not in words:
        raise FieldError(
            line.place,
            f"the answers to CSSRS come to {score.band!r}: mend them, or take {line.code} out",
        )
