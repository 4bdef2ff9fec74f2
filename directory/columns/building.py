"""Building columns from listings that stream by in the order of their ids."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from directory.columns.files import ArraySink
from directory.columns.numbers import NumbersBuilder
from directory.columns.offices import OfficesBuilder
from directory.columns.points import PointsBuilder
from directory.columns.strings import StringsBuilder
from directory.columns.values_building import ValuesBuilder
from directory.providers import Provider

NAME_CHARACTERS = 60  # names that are alike so far sort by id, and cursors stay short


class ColumnsBuilder:
    """Takes listings in pieces; their columns are whole when `write` was called."""

    def __init__(self, sink: ArraySink) -> None:
        self._sink = sink
        self._values = ValuesBuilder(sink)
        self._points = PointsBuilder()
        self._offices = OfficesBuilder()
        self._numbers = NumbersBuilder(sink)
        self._ids = StringsBuilder(sink, "ids")
        self._names = StringsBuilder(sink, "names")
        self._sorted_names: list[str] = []
        self._last_id = ""

    def add(self, providers: Sequence[Provider]) -> None:
        """Take in the next listings; raise ValueError where their ids are not in order."""
        ids = [provider.id for provider in providers]
        if any(one >= other for one, other in pairwise([self._last_id, *ids])):
            raise ValueError("listings must come in the order of their ids, each once")
        self._last_id = ids[-1] if ids else self._last_id
        names = [sorted_name(provider.name) for provider in providers]
        self._ids.add(ids)
        self._names.add(names)
        self._sorted_names += names
        self._values.add(providers)
        self._points.add(providers)
        self._offices.add(providers)
        self._numbers.add(providers)

    def write(self) -> int:
        """Write what was taken in, and return how many listings that were."""
        self.add(())  # so that there is a piece of every array
        self._values.write()
        self._points.write(self._sink)
        self._offices.write(self._sink)
        self._numbers.write()
        self._ids.write()
        self._names.write()
        names = self._sorted_names
        order = np.array(sorted(range(len(names)), key=names.__getitem__), np.uint32)
        self._sink.append("names.order", order)
        return len(names)


def sorted_name(name: str) -> str:
    """Return what of a name counts for sorting."""
    return name.casefold()[:NAME_CHARACTERS]
