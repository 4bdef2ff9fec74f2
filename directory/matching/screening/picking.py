"""Whom the exact ranking has to see, so that its first places are those of a ranking of all."""

from collections import Counter
from dataclasses import dataclass
from itertools import product

import numpy as np
from numpy.typing import NDArray

from directory.columns.bits import Numbered, holds
from directory.matching.ranking import (
    OF_ONE_PRACTICE,
    PRESCRIBING,
    TALKING,
    TOP,
    arranged,
    needs_both_roles,
    role_of,
)
from directory.matching.request import MatchRequest
from directory.matching.screening.scored import Places, Row, Scored

_SERVICES = ("psychotherapy", "medication", "testing")
# The role of who gives some of these services; the number of a role has a bit for each.
_ROLES = [
    role_of({service for service, is_given in zip(_SERVICES, given, strict=True) if is_given})
    for given in product((False, True), repeat=len(_SERVICES))
]


@dataclass(frozen=True, slots=True)
class Candidate:
    """One place of the row, as far as the order looks at it."""

    order: int
    place: int
    role: str
    practice: int | None


def pick(row: Row, request: MatchRequest, count: int) -> list[int]:
    """Return the places of those who come first in a ranking of all, in their order."""
    roles = _roles(row) if needs_both_roles(request) else None
    chosen = row.best(count + TOP)
    for able in (TALKING, PRESCRIBING) if roles is not None else ():
        has_role = np.array([role in able for role in _ROLES])[roles]
        chosen = np.concatenate([chosen, row.best(1, has_role)])
    while True:
        found = _candidates(row, np.unique(chosen), roles)
        first = arranged(found, request)[:count]
        more = _for_crowded(row, found, first)
        if not len(more):
            return [candidate.place for candidate in first]
        chosen = np.concatenate([chosen, more])


def _roles(row: Row) -> NDArray[np.uint8]:
    """Return the number of everybody's role."""
    return row.read(np.arange(len(row.tenths)), _roles_of)


def _roles_of(one: Scored, documents: Numbered) -> NDArray[np.uint8]:
    roles = np.zeros(len(documents), np.uint8)
    for service in _SERVICES:
        roles = roles * 2 + holds(one.cases.giving(service), documents)
    return roles


def _candidates(row: Row, places: Places, roles: NDArray[np.uint8] | None) -> list[Candidate]:
    practices = row.read(places, _practices_of)
    numbers = zip(row.orders(places).tolist(), places.tolist(), practices.tolist(), strict=True)
    found = [
        Candidate(order, place, "" if roles is None else _ROLES[roles[place]], practice or None)
        for order, place, practice in numbers
    ]
    return sorted(found, key=lambda candidate: candidate.order)


def _practices_of(one: Scored, documents: Numbered) -> NDArray[np.uint32]:
    return one.cases.listings.columns.numbers.practice.take(documents)


def _for_crowded(row: Row, found: list[Candidate], first: list[Candidate]) -> Places:
    """Return others where one practice holds too many of the first places for want of them."""
    at_top = Counter(candidate.practice for candidate in first[:TOP] if candidate.practice)
    if max(at_top.values(), default=0) <= OF_ONE_PRACTICE:
        return np.empty(0, np.int64)
    seen = Counter(candidate.practice for candidate in found if candidate.practice)
    full = [practice for practice, count in seen.items() if count >= OF_ONE_PRACTICE]
    practices = row.read(np.arange(len(row.tenths)), _practices_of)
    others = ~np.isin(practices, np.array(full, np.uint32))
    others[[candidate.place for candidate in found]] = False
    return row.best(TOP, others)
