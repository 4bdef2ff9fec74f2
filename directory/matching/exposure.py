"""How much each listing has been shown, for each place that it has free."""

from collections.abc import Mapping
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from directory.columns import Columns
from directory.columns.bits import Numbered
from directory.providers import Provider

_LOOK_UP = 4  # times as long as to read the next id


class Exposure:
    """What listings had of people's attention up to a morning; one that is not named had none.

    The columns of one set are gone through once, when it is first asked about.
    """

    def __init__(self, shown: Mapping[str, float]) -> None:
        self._shown = shown
        self._of_sets: WeakKeyDictionary[Columns, NDArray[np.float64]] = WeakKeyDictionary()

    def of(self, provider: Provider) -> float:
        """Return how much a listing was shown per open place."""
        return self._shown.get(provider.id, 0.0) / provider.availability.places

    def among(self, columns: Columns, documents: Numbered) -> NDArray[np.float64]:
        """Return the same for some documents of a set."""
        found = self._of_sets.get(columns)
        if found is None:
            found = self._shown_of(columns) / columns.numbers.open_places
            self._of_sets[columns] = found
        return found.take(documents)

    def _shown_of(self, columns: Columns) -> NDArray[np.float64]:
        """Go through the listings of the set, or where that is less work, through the shown."""
        if columns.size < _LOOK_UP * len(self._shown):
            ids = columns.ids.many(np.arange(columns.size, dtype=np.uint32))
            return np.array([self._shown.get(id, 0.0) for id in ids], np.float64)
        shown = np.zeros(columns.size, np.float64)
        for id, much in self._shown.items():
            number = columns.ids.number(id)
            if number is not None:
                shown[number] = much
        return shown


NOTHING_SHOWN = Exposure({})
