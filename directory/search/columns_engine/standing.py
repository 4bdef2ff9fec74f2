"""How far a searcher can count on each listing of a set: taking people, fresh, claimed."""

from dataclasses import dataclass
from itertools import product

import numpy as np
from numpy.typing import NDArray

from directory.columns import Columns, Documents
from directory.columns.bits import Flags
from directory.columns.days import NO_DAY
from directory.providers.freshness import fresh_days
from directory.search.standing import best_score, standing
from directory.vocabulary import ACCEPTING


@dataclass(frozen=True, slots=True)
class Standing:
    """The class of each document, and what each class counts, the best class being 0.

    `order` holds the documents by class and then by number; `factors` is what the score of each
    document's words is multiplied by.
    """

    classes: NDArray[np.uint8]
    worth: NDArray[np.float64]
    factors: NDArray[np.float32]
    order: Documents
    ends: NDArray[np.int64]

    @classmethod
    def of(cls, columns: Columns) -> "Standing":
        """Work out the classes of a set of listings on its day."""
        kinds = np.zeros(columns.size, np.uint8)
        for place, code in enumerate(ACCEPTING):
            kinds[_flags(columns, "accepting", code)] = 4 * place
        days = columns.numbers.availability_day.astype(np.int32)
        fresh = (days != NO_DAY) & (columns.today - days <= fresh_days("availability"))
        kinds += 2 * fresh.astype(np.uint8) + _flags(columns, "claimed", "yes").view(np.uint8)
        worth = [standing(*kind) for kind in product(ACCEPTING, (False, True), (False, True))]
        levels = sorted(set(worth), reverse=True)
        classes = np.array([levels.index(each) for each in worth], np.uint8)[kinds]
        order = np.argsort(classes, kind="stable").astype(np.uint32)
        ends = np.append(0, np.cumsum(np.bincount(classes, minlength=len(levels))))
        worth_of = np.array(levels)
        factors = best_score(np.ones(len(levels)), worth_of).astype(np.float32)[classes]
        return cls(classes, worth_of, factors, order, ends)


def _flags(columns: Columns, field: str, code: str) -> Flags:
    bits = columns.values.having(field, (code,))
    flags: Flags = np.unpackbits(bits.view(np.uint8), bitorder="little")[: columns.size].view(
        np.bool_
    )
    return flags
