"""Who leads a group that may stand beside individual work; the twin of `plan.groups`."""

from itertools import product

import numpy as np

from directory.columns.bits import Flags, Numbered, holds
from directory.columns.codes import group_code
from directory.matching.plan.group_rules import MOST, kinds, themes
from directory.matching.request import MatchRequest
from directory.matching.screening.ordering import RowOrdering
from directory.matching.screening.scored import Scored, lowest


def leaders(ordering: RowOrdering, request: MatchRequest) -> list[int]:
    """Return the places of those whose groups come first among the groups of all.

    Whoever has an open group of the first theme comes first, and so on; each has a group at least,
    so that as many of them as groups are shown are enough.
    """
    found: list[int] = []
    for is_open, theme in product((True, False), themes(request)):
        codes = [group_code(theme, kind, is_open) for kind in kinds(request)]
        places = ordering.row.places(_having(ordering, codes))
        found += lowest(places, MOST - len(found), ordering.keys).tolist()
        if len(found) >= MOST:
            break
    return found


def _having(ordering: RowOrdering, codes: list[str]) -> Flags:
    def look(one: Scored, documents: Numbered) -> Flags:
        return holds(one.cases.having("group", codes), documents)

    return ordering.row.read(ordering.row.places(), look).astype(np.bool_)
