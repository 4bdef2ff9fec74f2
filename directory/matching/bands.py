"""Bands of scores that count as equal, so that a tenth of a point decides over nobody's living."""

from collections.abc import Iterable
from dataclasses import dataclass

from directory.matching.ranking_table import RANKING


@dataclass(frozen=True, slots=True)
class Bands:
    """The lowest score of each band in tenths of a point, the best band first."""

    floors: tuple[int, ...]

    @classmethod
    def over(cls, scores: Iterable[int], width: int = RANKING.fairness.band_tenths) -> "Bands":
        """Begin each band at the best score that is left, and end it so many tenths below.

        So nobody ever stands behind somebody who is worse by more than the width.
        """
        floors: list[int] = []
        for tenths in sorted(set(scores), reverse=True):
            if not floors or tenths < floors[-1]:
                floors.append(tenths - width)
        return cls(tuple(floors))

    def of(self, tenths: int) -> int:
        """Return the number of the band that a score falls into, 0 for the best."""
        return sum(tenths < floor for floor in self.floors)
