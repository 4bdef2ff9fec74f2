"""The order of matches: by score, with few of one practice on top and both roles where needed."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from directory.matching.case import Case
from directory.matching.factors import reasons
from directory.matching.outcome import Reason

_TOP = 5
_OF_ONE_PRACTICE = 2


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
        return cls(case, role_of(case), found, sum(reason.tenths for reason in found))


def role_of(case: Case) -> str:
    """Return what a provider is to the person: therapist, prescriber, both or support."""
    prescribes = "medication" in case.services
    if "psychotherapy" in case.services:
        return "both" if prescribes else "therapist"
    if prescribes:
        return "prescriber"
    return "therapist" if "testing" in case.services else "support"


def rank(cases: Iterable[Case], today: date) -> list[Ranked]:
    """Return those who may be matched in the order in which to show them.

    The same request on the same day gives the same order; ties fall by a hash of the day, so that
    no one stands first every day for having an early name.
    """
    found = [Ranked.of(case) for case in cases]
    found.sort(key=lambda ranked: (-ranked.tenths, draw(today, ranked.case.provider.id)))
    return _spread_practices(_both_roles_first(found))


def draw(today: date, id: str) -> str:
    """Return the lot that an id draws on a day: fair over many days, the same all day."""
    return sha256(f"{today.isoformat()} {id}".encode()).hexdigest()


def _both_roles_first(found: list[Ranked]) -> list[Ranked]:
    """Where talk and medicine belong together, show one of each before anyone else."""
    if not found or found[0].case.request.level_of_care != "psychotherapy_and_medication":
        return found
    leads = [
        next((place for place, ranked in enumerate(found) if ranked.role in roles), None)
        for roles in ({"therapist", "both"}, {"prescriber", "both"})
    ]
    first = sorted({place for place in leads if place is not None})
    return [found[place] for place in first] + [
        ranked for place, ranked in enumerate(found) if place not in first
    ]


def _spread_practices(found: list[Ranked]) -> list[Ranked]:
    """Let no practice hold more than two of the first five places, where there are others."""
    top: list[Ranked] = []
    rest: list[Ranked] = []
    seen: Counter[str] = Counter()
    for ranked in found:
        practice = ranked.case.provider.practice
        if len(top) < _TOP and (practice is None or seen[practice.id] < _OF_ONE_PRACTICE):
            top.append(ranked)
            seen.update([practice.id] if practice else [])
        else:
            rest.append(ranked)
    return top + rest
