"""Checks before a request is read: nothing that was sent is ignored, and nothing stands for two."""

import json
from collections.abc import Mapping
from typing import Any

from flask import Request
from werkzeug.exceptions import BadRequest, UnsupportedMediaType

from directory.errors import Problem
from directory.web.parameters import REPEATABLE

# No answers and no request need more; a body full of mistakes is slow to check. In bytes.
_LARGEST_BODY = 100_000
# The parameters that each route reads itself; the others take none.
_READS_PARAMETERS = frozenset({"api.search", "api.match"})
_NOT_JSON = "The body is not JSON: look for a missing comma, quote or bracket."


def parameter_problems(request: Request) -> tuple[Problem, ...]:
    """Return the parameters that the route would ignore, or of which it would read only one."""
    problems = []
    for name, values in request.args.lists():
        if request.endpoint not in _READS_PARAMETERS:
            problems.append(Problem(name, "this field is not known here: take it out"))
        elif len(values) > 1 and name not in REPEATABLE:
            problems.append(Problem(name, "is given more than once: give it once"))
    return tuple(problems)


def check_json(request: Request) -> None:
    """Refuse a body that is not JSON, that names one thing twice, or that is far too large."""
    request.max_content_length = _LARGEST_BODY
    if request.mimetype != "application/json":
        raise UnsupportedMediaType("Send the body as application/json.")
    try:
        json.loads(request.get_data(), object_pairs_hook=_object, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        detail = str(error) if isinstance(error, _NamedTwice) else _NOT_JSON
        raise BadRequest(detail) from None


class _NamedTwice(ValueError):
    """One name stands twice in an object, so that a reader may take either value."""


def _object(pairs: list[tuple[str, Any]]) -> Mapping[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise _NamedTwice("The body names the same field twice: keep one.")
    return found


def _no_constant(name: str) -> Any:
    raise ValueError(f"{name} is not JSON")
