"""Where those are whom a search found: in which towns people are seen, and who is in none."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from directory.geography.towns import NO_TOWN, TownNumbers


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """All whom a search found, `total` in number, as pairs of a person and a town.

    Persons are numbered from 0 in any order, towns as in `directory.geography.towns`. `remote`
    counts those who meet by video or phone alone, and so are in no pair; whoever's place is not
    known is in a pair with NO_TOWN.
    """

    total: int
    remote: int
    persons: NDArray[np.int64]
    towns: TownNumbers

    def counts(self, size: int) -> NDArray[np.int64]:
        """Return for each of `size` towns how many persons see people there."""
        return np.bincount(self.towns[self.towns != NO_TOWN], minlength=size)

    def seen_in(self, wanted: NDArray[np.bool_]) -> int:
        """Return how many persons see people in any of the towns whose flag is up."""
        known = self.towns != NO_TOWN
        return self._distinct(self.persons[known][wanted[self.towns[known]]])

    @property
    def unknown(self) -> int:
        """How many may see people, but in no town that is known."""
        return self.total - self.remote - self._distinct(self.persons[self.towns != NO_TOWN])

    def _distinct(self, persons: NDArray[np.int64]) -> int:
        flags = np.zeros(self.total, np.bool_)
        flags[persons] = True
        return int(np.count_nonzero(flags))
