"""The order of matches: by score, with few of one practice on top and both roles where needed."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from directory.matching.factors import reasons
from directory.matching.outcome import Reason
from directory.matching.request import MatchRequest
from directory.providers import Provider

_TOP = 5
_OF_ONE_PRACTICE = 2


@dataclass(frozen=True, slots=True)
class Ranked:
    """An eligible provider with its role and reasons, before its place is known."""

    provider: Provider
    role: str
    reasons: tuple[Reason, ...]

    @property
    def tenths(self) -> int:
        """The score in tenths of a point."""
        return sum(reason.tenths for reason in self.reasons)


def role_of(provider: Provider) -> str:
    """Return what a provider is to the person: therapist, prescriber, both or support."""
    treats, prescribes = "psychotherapy" in provider.services, "medication" in provider.services
    if treats and prescribes:
        return "both"
    if prescribes:
        return "prescriber"
    return "support" if provider.is_coach else "therapist"


def rank(
    request: MatchRequest, eligible: Iterable[Provider], relevance: dict[str, float], today: date
) -> list[Ranked]:
    """Return the eligible providers in the order in which to show them.

    The same request on the same day gives the same order; ties fall by a hash of the day, so that
    no one stands first every day for having an early name.
    """
    found = [
        Ranked(p, role_of(p), reasons(request, p, relevance.get(p.id, 0.0), today))
        for p in eligible
    ]
    found.sort(key=lambda ranked: (-ranked.tenths, _draw(today, ranked.provider.id)))
    return _both_roles_first(request, _spread_practices(found))


def _draw(today: date, id: str) -> str:
    return sha256(f"{today.isoformat()} {id}".encode()).hexdigest()


def _spread_practices(found: list[Ranked]) -> list[Ranked]:
    """Let no practice hold more than two of the first five places."""
    top: list[Ranked] = []
    seen: Counter[str] = Counter()
    for ranked in found:
        practice = ranked.provider.practice
        if len(top) == _TOP:
            break
        if practice is None or seen[practice.id] < _OF_ONE_PRACTICE:
            top.append(ranked)
            seen.update([practice.id] if practice else [])
    return top + [ranked for ranked in found if ranked not in top]


def _both_roles_first(request: MatchRequest, found: list[Ranked]) -> list[Ranked]:
    """Where talk and medicine belong together, show one of each before anyone else."""
    if request.level_of_care != "psychotherapy_and_medication" or not found:
        return found
    first = found[0]
    partner = next((other for other in found[1:] if _completes(first, other)), None)
    if first.role == "both" or partner is None:
        return found
    return [first, partner, *(other for other in found[1:] if other is not partner)]


def _completes(first: Ranked, other: Ranked) -> bool:
    return other.role == "both" or (first.role == "prescriber") != (other.role == "prescriber")
