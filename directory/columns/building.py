"""Building columns from listings that stream by in the order of their ids."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from directory.columns.files import ArraySink
from directory.columns.numbers import NumbersBuilder
from directory.columns.points import PointsBuilder
from directory.columns.strings import write_strings
from directory.columns.values_building import ValuesBuilder
from directory.providers import Provider

NAME_CHARACTERS = 60  # names that are alike so far sort by id, and cursors stay short


class ColumnsBuilder:
    """Takes listings in pieces; their columns are whole when `write` was called."""

    def __init__(self, sink: ArraySink) -> None:
        self._sink = sink
        self._values = ValuesBuilder()
        self._points = PointsBuilder()
        self._numbers = NumbersBuilder(sink)
        self._ids: list[str] = []
        self._names: list[str] = []

    def add(self, providers: Sequence[Provider]) -> None:
        """Take in the next listings; raise ValueError where their ids are not in order."""
        ids = [provider.id for provider in providers]
        before = [*self._ids[-1:], *ids]
        if any(one >= other for one, other in pairwise(before)):
            raise ValueError("listings must come in the order of their ids, each once")
        self._ids += ids
        self._names += [sorted_name(provider.name) for provider in providers]
        self._values.add(providers)
        self._points.add(providers)
        self._numbers.add(providers)

    def write(self) -> int:
        """Write what was taken in, and return how many listings that were."""
        self.add(())  # so that there is a piece of every array
        self._values.write(self._sink)
        self._points.write(self._sink)
        self._numbers.write()
        write_strings(self._sink, "ids", self._ids)
        write_strings(self._sink, "names", self._names)
        order = np.array(sorted(range(len(self._names)), key=self._names.__getitem__), np.uint32)
        self._sink.append("names.order", order)
        return len(self._ids)


def sorted_name(name: str) -> str:
    """Return what of a name counts for sorting."""
    return name.casefold()[:NAME_CHARACTERS]
