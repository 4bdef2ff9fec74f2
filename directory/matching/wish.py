"""One wish of a person, with whether a provider meets it."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

State = Literal["met", "not_met", "not_known"]
# Under which soft wishes about the way of working stand within the factor `preference`.
STYLE = "style"


@dataclass(frozen=True, slots=True)
class Wish:
    """One wish with whether it is met; `drop` is its name among the relaxations.

    `need` and `found` are phrases without a subject: what was asked for, and what is so, as far as
    that is known; `question` asks a provider for it. `factor` is one of the ranking, or STYLE.
    `also_drop` names another wish without which this one would be met; `note` is what to say
    where it is not known, if there is more to say than that.
    """

    need: str
    question: str
    drop: str
    factor: str
    state: State
    found: str = ""
    hard: bool = True
    note: str = ""
    also_drop: str | None = None


def state_of(value: str, known: Collection[str]) -> State:
    """Return whether a value is among those that a listing names; not known where it names none."""
    if not known:
        return "not_known"
    return "met" if value in known else "not_met"
