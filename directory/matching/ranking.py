"""The order of matches: in bands, with few of one practice on top and both roles where needed."""

from collections import Counter
from collections.abc import Container, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar

from directory.matching.bands import Bands
from directory.matching.case import Case
from directory.matching.exposure import Exposure
from directory.matching.factors import reasons
from directory.matching.lots import seed_of
from directory.matching.ordering import BEST, Ordering
from directory.matching.outcome import Reason
from directory.matching.request import MatchRequest
from directory.matching.worth import Fairness

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


def in_order(
    cases: Iterable[Case], today: date, exposure: Exposure, bands: Bands | None = None
) -> list[Ranked]:
    """Return those who may be matched, the first first, before they are arranged.

    The same request on the same day gives the same order, as `exposure` is that of the morning.
    `bands` are those of everybody's scores, where only some of all are ranked.
    """
    found = [Ranked.of(case) for case in cases]
    if not found:
        return []
    request, table = found[0].case.request, found[0].case.table
    bands = bands or Bands.over((one.tenths for one in found), table.fairness.band_tenths)
    ordering = Ordering(bands, exposure, seed_of(request, today))
    return sorted(found, key=lambda one: ordering.of(one.case, one.tenths))


def arranged(found: Sequence[Some], request: MatchRequest, fairness: Fairness) -> list[Some]:
    """Return those found, the first first, in the order in which to show them.

    Whoever chose what to order by gets that order, whatever practice the people belong to.
    """
    first = _both_roles_first(found) if needs_both_roles(request) else list(found)
    return _spread_practices(first, fairness) if request.order == BEST else first


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


def _spread_practices(found: Sequence[Some], fairness: Fairness) -> list[Some]:
    """Let no practice hold more than its part of the first places, where there are others."""
    top: list[Some] = []
    rest: list[Some] = []
    seen: Counter[Hashable] = Counter()
    for one in found:
        has_room = one.practice is None or seen[one.practice] < fairness.of_one_practice
        if len(top) < fairness.first_places and has_room:
            top.append(one)
            seen[one.practice] += 1
        else:
            rest.append(one)
    return top + rest
