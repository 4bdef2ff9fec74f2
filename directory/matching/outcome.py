"""What matching answers: matches with their reasons, and what stood in the way of others."""

from collections.abc import Mapping
from dataclasses import dataclass, field

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
        return " ".join(saying.text for saying in self.sayings)

    @property
    def points(self) -> float:
        """The points with one decimal."""
        return self.tenths / 10


@dataclass(frozen=True, slots=True)
class Need:
    """One wish of the person: met, not met or not known for this provider."""

    need: str
    state: str
    text: str


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
    """The matches in order, how many there are in all, and what kept the others out."""

    total: int = 0
    matches: tuple[Match, ...] = ()
    excluded: Mapping[str, int] = field(default_factory=dict)
    relaxations: tuple[Relaxation, ...] = ()
