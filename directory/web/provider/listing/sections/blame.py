"""Which field of a form a problem is about, and what is wrong with a form in all."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from wtforms import Field, FieldList, Form, FormField

from directory.errors import Problem
from directory.providers.sections import field_of

_STEP = re.compile(r"\[(\d+)\]|([^.\[\]]+)")


@dataclass(frozen=True, slots=True)
class Slip:
    """One thing to mend in a form, and where it is."""

    href: str
    text: str


def blame(form: Any, problem: Problem) -> bool:
    """Tell a problem at the field that it is about, and return whether the form has one."""
    whole = field_of(problem)
    path = form.told_at.get(problem.field) or form.told_at.get(whole) or problem.field
    field = _field_at(form, [index or name for index, name in _STEP.findall(path)])
    if field is None:
        return False
    field.errors = [*field.errors, _sentence(problem.message)]
    return True


def slips_of(form: Form) -> tuple[Slip, ...]:
    """Return what is to be mended, field by field in their order."""
    return tuple(_slips(form))


def _field_at(form: Any, steps: list[str]) -> Field | None:
    """Return the innermost field on a path that can show a message."""
    field = form._fields.get(steps[0]) if steps else None
    for step in steps[1:]:
        if isinstance(field, FieldList):
            inner = form.row_at(field, int(step)) if step.isdigit() else None
        elif isinstance(field, FormField):
            inner = field.form._fields.get(step)
        else:
            inner = None
        if inner is None:
            break
        field = inner
    return _first(field) if isinstance(field, FormField) else field


def _first(row: FormField) -> Field:
    return next(iter(row.form))


def _slips(form: Form) -> Iterator[Slip]:
    for field in form:
        if isinstance(field, FieldList):
            for number, entry in enumerate(field.entries, 1):
                for slip in _slips(entry.form):
                    yield Slip(slip.href, f"{field.noun} {number}: {slip.text}")
            own = [error for error in field.errors if isinstance(error, str)]
        else:
            own = list(field.errors)
        if own:
            yield Slip(f"#{field.id}", own[0])


def _sentence(message: str) -> str:
    text = message[:1].upper() + message[1:]
    return text if text.endswith((".", "!", "?")) else f"{text}."
