"""How many may be matched, and what keeps out how many others."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from directory.matching.bands import Bands
from directory.matching.eligibility import REASONS, Objection
from directory.matching.outcome import Relaxation


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of claimed listings: the matches, the first reason against each of the others.

    `alone` counts for each wish those whom nothing else keeps out, `by_video` those who could be
    met by video if how to meet and how far away did not matter; `bands` are those of the scores
    of all matches, None where they are yet to be found.
    """

    total: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    alone: Counter[str] = field(default_factory=Counter)
    by_video: int = 0
    bands: Bands | None = None

    @classmethod
    def of(
        cls,
        total: int,
        refused: Iterable[tuple[Objection, ...]],
        elsewhere: int,
        by_video: int = 0,
    ) -> "Tally":
        """Count the objections; `elsewhere` are those who were not looked at one by one."""
        found = list(refused)
        first = Counter(objections[0].reason for objections in found)
        first["not_licensed_in_state"] += elsewhere
        enough = (frozenset.intersection(*(each.drops for each in one)) for one in found)
        alone = Counter(drop for drops in enough for drop in drops)
        return cls(total, first, alone, by_video)

    def __add__(self, other: "Tally") -> "Tally":
        """Return the counts of both, whose scores make bands of their own."""
        return Tally(
            self.total + other.total,
            self.refused + other.refused,
            self.alone + other.alone,
            self.by_video + other.by_video,
        )

    @property
    def excluded(self) -> dict[str, int]:
        """How many each reason keeps out, in the fixed order of the reasons."""
        return {reason: self.refused[reason] for reason in REASONS if self.refused[reason]}

    @property
    def relaxations(self) -> tuple[Relaxation, ...]:
        """How many matches there would be without each wish, the most helpful first."""
        found = (Relaxation(drop, self.total + n) for drop, n in self.alone.items() if n)
        return tuple(sorted(found, key=lambda relaxation: (-relaxation.total, relaxation.drop)))
