"""How alike two listings are, and why."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Certainty = Literal["certain", "likely", "possible"]
# By certainty, the least likeness (of 100) that it takes.
CERTAINTIES: Mapping[Certainty, int] = {"certain": 90, "likely": 65, "possible": 45}


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that speaks for or against one person behind two listings; never their values."""

    code: str
    points: int


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two listings are: 0 to 100, with the reasons whose points led there."""

    likeness: int
    certainty: Certainty
    reasons: tuple[Reason, ...]
