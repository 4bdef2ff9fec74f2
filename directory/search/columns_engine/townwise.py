"""The towns of what a search selects of each set of listings."""

from collections.abc import Sequence

import numpy as np

from directory.columns.bits import count
from directory.geography.towns import towns
from directory.search.columns_engine.segment import Segment
from directory.search.columns_engine.selection import Selection
from directory.search.whereabouts import Whereabouts


def whereabouts(chosen: Sequence[tuple[Segment, Selection]]) -> Whereabouts:
    """Return where all those are who were selected of some sets."""
    of_zip = towns().of_zip
    total = remote = 0
    persons, numbers = [], []
    for segment, selection in chosen:
        columns = segment.content.columns
        found, theirs = columns.offices.towns(selection.documents, of_zip)
        persons.append(found + total)
        numbers.append(theirs)
        total += selection.count
        remote += _remote(segment, selection)
    return Whereabouts(total, remote, np.concatenate(persons), np.concatenate(numbers))


def _remote(segment: Segment, selection: Selection) -> int:
    values = segment.content.columns.values
    say_how = values.having("stated", ("delivery",))
    return count(selection.bits & say_how & ~values.having("delivery", ("in_person",)))
