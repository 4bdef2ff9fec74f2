"""Whom the exact ranking has to see, so that its first places are those of a ranking of all."""

from collections import Counter
from dataclasses import dataclass
from itertools import product

import numpy as np
from numpy.typing import NDArray

from directory.columns.bits import Numbered, holds
from directory.matching.ordering import BEST, Order
from directory.matching.ranking import (
    PRESCRIBING,
    TALKING,
    arranged,
    needs_both_roles,
    role_of,
)
from directory.matching.request import MatchRequest
from directory.matching.screening.ordering import RowOrdering
from directory.matching.screening.scored import Places, Row, Scored, lowest

_SERVICES = ("psychotherapy", "medication", "testing")
# The role of who gives some of these services; the number of a role has a bit for each.
_ROLES = [
    role_of({service for service, is_given in zip(_SERVICES, given, strict=True) if is_given})
    for given in product((False, True), repeat=len(_SERVICES))
]


@dataclass(frozen=True, slots=True)
class Candidate:
    """One place of the row, as far as the order looks at it."""

    order: Order
    place: int
    role: str
    practice: int | None


def pick(ordering: RowOrdering, request: MatchRequest, count: int) -> list[int]:
    """Return the places of those who come first in a ranking of all, in their order."""
    row, fairness = ordering.row, ordering.row.table.fairness
    roles = _roles(row) if needs_both_roles(request) else None
    chosen = lowest(row.places(), count + fairness.first_places, ordering.keys)
    for able in (TALKING, PRESCRIBING) if roles is not None else ():
        has_role = np.array([role in able for role in _ROLES])[roles]
        chosen = np.concatenate([chosen, lowest(row.places(has_role), 1, ordering.keys)])
    while True:
        found = _candidates(ordering, np.unique(chosen), roles)
        first = arranged(found, request, fairness)[:count]
        more = _for_crowded(ordering, found, first)
        if not len(more):
            return [candidate.place for candidate in first]
        chosen = np.concatenate([chosen, more])


def _roles(row: Row) -> NDArray[np.uint8]:
    """Return the number of everybody's role."""
    return row.read(row.places(), _roles_of)


def _roles_of(one: Scored, documents: Numbered) -> NDArray[np.uint8]:
    roles = np.zeros(len(documents), np.uint8)
    for service in _SERVICES:
        roles = roles * 2 + holds(one.cases.giving(service), documents)
    return roles


def _candidates(
    ordering: RowOrdering, places: Places, roles: NDArray[np.uint8] | None
) -> list[Candidate]:
    practices = ordering.row.read(places, _practices_of)
    each = zip(ordering.of(places), places.tolist(), practices.tolist(), strict=True)
    found = [
        Candidate(order, place, "" if roles is None else _ROLES[roles[place]], practice or None)
        for order, place, practice in each
    ]
    return sorted(found, key=lambda candidate: candidate.order)


def _practices_of(one: Scored, documents: Numbered) -> NDArray[np.uint32]:
    return one.cases.listings.columns.numbers.practice.take(documents)


def _for_crowded(ordering: RowOrdering, found: list[Candidate], first: list[Candidate]) -> Places:
    """Return others where one practice holds too many of the first places for want of them."""
    row, most = ordering.row, ordering.row.table.fairness.of_one_practice
    places = ordering.row.table.fairness.first_places
    at_top = Counter(candidate.practice for candidate in first[:places] if candidate.practice)
    if ordering.order != BEST or max(at_top.values(), default=0) <= most:
        return np.empty(0, np.int64)
    seen = Counter(candidate.practice for candidate in found if candidate.practice)
    full = [practice for practice, count in seen.items() if count >= most]
    practices = row.read(row.places(), _practices_of)
    others = ~np.isin(practices, np.array(full, np.uint32))
    others[[candidate.place for candidate in found]] = False
    return lowest(row.places(others), places, ordering.keys)
