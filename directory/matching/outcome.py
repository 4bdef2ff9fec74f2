"""What matching answers: matches with their reasons, and what stood in the way of others."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated

from pydantic import Field

from directory.matching.phrases import together
from directory.matching.plan.parts import Plan
from directory.providers import Provider


@dataclass(frozen=True, slots=True)
class Saying:
    """One sentence of a reason; like a need it is met, not met or not known."""

    state: str
    text: str


@dataclass(frozen=True, slots=True)
class Reason:
    """What one factor found: its points in tenths, and the sentences that say why."""

    factor: str
    tenths: int
    sayings: tuple[Saying, ...]

    @property
    def text(self) -> str:
        """All of its sentences."""
        return together(*(saying.text for saying in self.sayings))

    @property
    def points(self) -> float:
        """The points with one decimal."""
        return self.tenths / 10


@dataclass(frozen=True, slots=True)
class Need:
    """One need of the person: met, not met or not known for this provider.

    `confirmed_at` is the day on which the fact that it rests on was last confirmed, None where
    nobody has done so; `question` asks the provider for a need that is not known.
    """

    need: str
    state: str
    text: str
    confirmed_at: date | None = None
    # Told among the questions of the match, and so in no document.
    question: Annotated[str, Field(exclude=True)] = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class TotalCost:
    """What a usual course of sessions may come to, in US dollars, before any plan pays."""

    least: float
    most: float
    text: str


@dataclass(frozen=True, slots=True)
class Expect:
    """What to expect of the work with one provider; `modality` is the kind that it is told of."""

    modality: str | None = None
    length: str | None = None
    session: str | None = None
    total_cost: TotalCost | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """One provider with why; the score is exactly the sum of the reasons' points."""

    rank: int
    role: str
    provider: Provider
    reasons: tuple[Reason, ...]
    needs: tuple[Need, ...]
    cautions: tuple[str, ...]
    not_checked: tuple[str, ...]
    expect: Expect = Expect()
    questions: tuple[str, ...] = ()

    @property
    def score(self) -> float:
        """The sum of the points, 0 to 100."""
        return sum(reason.tenths for reason in self.reasons) / 10


@dataclass(frozen=True, slots=True)
class Relaxation:
    """A wish that may be dropped, and how many matches there would be without it."""

    drop: str
    total: int


@dataclass(frozen=True, slots=True)
class MatchOutcome:
    """The matches in order, how many there are in all, and what kept the others out.

    The plan holds what belongs beside the list, or in its place.
    """

    total: int = 0
    matches: tuple[Match, ...] = ()
    excluded: Mapping[str, int] = field(default_factory=dict)
    relaxations: tuple[Relaxation, ...] = ()
    plan: Plan = field(default_factory=Plan)
