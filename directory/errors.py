"""What can go wrong, in the directory's own words; no HTTP here."""

from dataclasses import dataclass

from pydantic import ValidationError

# What to do about it, where pydantic's own message does not say.
_PLAINER = {
    "extra_forbidden": "this field is not known here: take it out",
    "missing": "this field is needed: give a value",
    "date_parsing": "this is no date: write it as 2027-05-31",
    "date_from_datetime_parsing": "this is no day of the calendar: write it as 2027-05-31",
    "float_parsing": "this is no number: write it as 120 or 99.5",
    "int_parsing": "this is no whole number: write it as 12",
}


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend: the field, as in `instruments.PHQ4[2]`, and what to do about it."""

    field: str
    message: str


class DirectoryError(Exception):
    """Anything that the directory refuses to do, with a sentence that says why."""


class NotFound(DirectoryError):
    """What was asked for does not exist, or may not be seen."""


class Conflict(DirectoryError):
    """The request does not fit what is stored by now."""


class Unusable(DirectoryError):
    """A file, a database or an index cannot be used as it is."""


class Invalid(DirectoryError):
    """The input breaks a rule; `problems` names each field and how to mend it."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("; ".join(f"{p.field}: {p.message}".removeprefix(": ") for p in problems))
        self.problems = problems


class FieldError(ValueError):
    """A rule that spans several fields, pinned to the one, or the item, that should change."""

    def __init__(self, field: str | int, message: str) -> None:
        super().__init__(message)
        self.field = field


def field_path(parts: tuple[int | str, ...]) -> str:
    """Write the place of a value as a path: ("instruments", "PHQ4", 2) is instruments.PHQ4[2]."""
    path = ""
    for part in parts:
        path += f"[{part}]" if isinstance(part, int) else f".{part}" if path else part
    return path


def problems_of(error: ValidationError) -> tuple[Problem, ...]:
    """Return the problems that pydantic found, each with the path of its field."""
    problems = []
    for found in error.errors(include_url=False, include_input=False):
        cause = found.get("ctx", {}).get("error")
        path = found["loc"]
        if isinstance(cause, FieldError):
            path = (*path, *_parts(cause.field))
        message = _PLAINER.get(found["type"]) or (str(cause) if cause else found["msg"])
        problems.append(Problem(field_path(path), message))
    return tuple(problems)


def _parts(field: str | int) -> tuple[str | int, ...]:
    return () if field == "" else (field,)
