"""The smallest request that still shows what a drawn one showed."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from pydantic import ValidationError

from tests.oracle.asking import Asking
from tests.oracle.draw import Draw


def shrunk(asking: Asking, drawn: Draw, name: str) -> tuple[Draw, str]:
    """Take out what is not needed to break an invariant; return what is left and the problem."""
    problem = _problem(asking, drawn, name)
    for smaller in _smaller(drawn):
        if _problem(asking, smaller, name):
            return shrunk(asking, smaller, name)
    return drawn, problem


def _problem(asking: Asking, drawn: Draw, name: str) -> str:
    try:
        return next((how for broken, how in asking.violations(drawn) if broken == name), "")
    except ValidationError:
        return ""


def _smaller(drawn: Draw) -> Iterator[Draw]:
    for field, value in drawn.result.items():
        for left in _less(value):
            result = {**drawn.result, field: left}
            if left is None:
                del result[field]
            flags = drawn.flags_of_text if "text" in result else ()
            yield replace(drawn, result=result, flags_of_text=flags)


def _less(value: Any) -> Iterator[Any]:
    yield None
    if isinstance(value, list):
        yield from (value[:place] + value[place + 1 :] for place in range(len(value)))
    if isinstance(value, dict):
        yield from ({**value, name: None} for name, part in value.items() if part is not None)
