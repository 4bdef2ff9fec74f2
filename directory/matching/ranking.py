"""The order of matches: by score, with few of one practice on top and both roles where needed."""

from collections import Counter
from collections.abc import Container, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar

from directory.columns.lots import draw, lot_number
from directory.matching.case import Case
from directory.matching.factors import reasons
from directory.matching.outcome import Reason
from directory.matching.request import MatchRequest

TOP = 5
OF_ONE_PRACTICE = 2
TALKING = frozenset({"therapist", "both"})
PRESCRIBING = frozenset({"prescriber", "both"})


class Standing(Protocol):
    """What the order looks at besides the score."""

    @property
    def role(self) -> str:
        """What a provider is to the person."""

    @property
    def practice(self) -> Hashable:
        """What stands for the practice, None where there is none."""


Some = TypeVar("Some", bound=Standing)


@dataclass(frozen=True, slots=True)
class Ranked:
    """A case that may be matched, with its role and reasons, before its place is known."""

    case: Case
    role: str
    reasons: tuple[Reason, ...]
    tenths: int

    @classmethod
    def of(cls, case: Case) -> "Ranked":
        """Work out the role and the reasons; `tenths` is the score in tenths of a point."""
        found = reasons(case)
        return cls(case, role_of(case.services), found, sum(reason.tenths for reason in found))

    @property
    def practice(self) -> str | None:
        """The id of the provider's practice."""
        practice = self.case.provider.practice
        return practice.id if practice else None


def role_of(services: Container[str]) -> str:
    """Return what somebody who may give these services is: therapist, prescriber, both, support."""
    prescribes = "medication" in services
    if "psychotherapy" in services:
        return "both" if prescribes else "therapist"
    if prescribes:
        return "prescriber"
    return "therapist" if "testing" in services else "support"


def rank(cases: Iterable[Case], today: date) -> list[Ranked]:
    """Return those who may be matched in the order in which to show them.

    The same request on the same day gives the same order; ties fall by a hash of the day, so that
    no one stands first every day for having an early name.
    """
    found = [Ranked.of(case) for case in cases]
    found.sort(key=lambda one: (-one.tenths, draw(lot_number(one.case.provider.id), today)))
    return arranged(found, found[0].case.request) if found else []


def arranged(found: Sequence[Some], request: MatchRequest) -> list[Some]:
    """Return those found, the best first, in the order in which to show them."""
    return _spread_practices(_both_roles_first(found) if needs_both_roles(request) else found)


def needs_both_roles(request: MatchRequest) -> bool:
    """Tell whether talk and medicine belong together."""
    return request.level_of_care == "psychotherapy_and_medication"


def _both_roles_first(found: Sequence[Some]) -> list[Some]:
    """Show one of each role before anyone else."""
    leads = [
        next((place for place, ranked in enumerate(found) if ranked.role in roles), None)
        for roles in (TALKING, PRESCRIBING)
    ]
    first = sorted({place for place in leads if place is not None})
    return [found[place] for place in first] + [
        ranked for place, ranked in enumerate(found) if place not in first
    ]


def _spread_practices(found: Sequence[Some]) -> list[Some]:
    """Let no practice hold more than two of the first five places, where there are others."""
    top: list[Some] = []
    rest: list[Some] = []
    seen: Counter[Hashable] = Counter()
    for one in found:
        if len(top) < TOP and (one.practice is None or seen[one.practice] < OF_ONE_PRACTICE):
            top.append(one)
            seen[one.practice] += 1
        else:
            rest.append(one)
    return top + rest
