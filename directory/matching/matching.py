"""The main job: a request and providers in, explained matches out; pure, and the same each time."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date

from directory.matching.case import Case
from directory.matching.cautions import cautions, not_checked
from directory.matching.eligibility import REASONS, Objection, objections
from directory.matching.outcome import Match, MatchOutcome, Need, Relaxation
from directory.matching.ranking import Ranked, rank
from directory.matching.request import MatchRequest
from directory.providers import Provider


def match(
    request: MatchRequest,
    providers: Iterable[Provider],
    today: date,
    limit: int = 10,
    relevance: Mapping[str, float] | None = None,
    elsewhere: int = 0,
) -> MatchOutcome:
    """Match one request against the claimed, published listings among some providers.

    `elsewhere` counts claimed listings that may not treat in the state and so were not loaded;
    `relevance` maps ids to how well each listing's words fit the person's own, 0 to 1.
    """
    fit: list[Case] = []
    refused: list[tuple[Objection, ...]] = []
    for provider in providers:
        if not (provider.claimed and provider.published):
            continue
        case = Case(request, provider, today, (relevance or {}).get(provider.id, 0.0))
        if found := objections(case):
            refused.append(found)
        else:
            fit.append(case)
    ranked = rank(fit, today)
    return MatchOutcome(
        total=len(ranked),
        matches=tuple(_match(place, one) for place, one in enumerate(ranked[:limit], start=1)),
        excluded=_excluded(refused, elsewhere),
        relaxations=_relaxations(refused, len(ranked)),
    )


def _match(place: int, ranked: Ranked) -> Match:
    case = ranked.case
    return Match(
        rank=place,
        role=ranked.role,
        provider=case.provider,
        reasons=ranked.reasons,
        needs=tuple(Need(wish.need, wish.state, wish.text) for wish in case.wishes),
        cautions=cautions(case),
        not_checked=not_checked(case),
    )


def _excluded(refused: Iterable[tuple[Objection, ...]], elsewhere: int) -> dict[str, int]:
    """Count each refused provider once, at the first reason in the fixed order."""
    counts = Counter(found[0].reason for found in refused)
    counts["not_licensed_in_state"] += elsewhere
    return {reason: counts[reason] for reason in REASONS if counts[reason]}


def _relaxations(refused: Iterable[tuple[Objection, ...]], total: int) -> tuple[Relaxation, ...]:
    """Say for each wish how many matches there would be without it, the most helpful first."""
    enough = (frozenset.intersection(*(each.drops for each in found)) for found in refused)
    alone = Counter(drop for drops in enough for drop in drops)
    found = (Relaxation(drop, total + count) for drop, count in alone.items())
    return tuple(sorted(found, key=lambda relaxation: (-relaxation.total, relaxation.drop)))
