"""The main job: a request and providers in, explained matches out; pure, and the same each time."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date

from directory.matching.cautions import cautions, not_checked
from directory.matching.eligibility import REASONS, Objection, objections
from directory.matching.outcome import Match, MatchOutcome, Need, Relaxation
from directory.matching.ranking import Ranked, rank
from directory.matching.request import MatchRequest
from directory.matching.wishes_met import wishes
from directory.providers import Provider


def match(
    request: MatchRequest,
    providers: Iterable[Provider],
    today: date,
    limit: int = 10,
    relevance: Mapping[str, float] | None = None,
    elsewhere: int = 0,
) -> MatchOutcome:
    """Match one request against the claimed listings of a state.

    `elsewhere` counts claimed listings that may not treat in the state and so were not loaded;
    `relevance` maps ids to how well each listing's words fit the person's own, 0 to 1.
    """
    eligible: list[Provider] = []
    refused: list[tuple[Objection, ...]] = []
    for provider in providers:
        found = objections(request, provider, today)
        if found:
            refused.append(found)
        else:
            eligible.append(provider)
    ranked = rank(request, eligible, dict(relevance or {}), today)
    return MatchOutcome(
        total=len(ranked),
        matches=tuple(
            _match(request, place, one, today) for place, one in enumerate(ranked[:limit], start=1)
        ),
        excluded=_excluded(refused, elsewhere),
        relaxations=_relaxations(refused, len(ranked)),
    )


def _match(request: MatchRequest, place: int, ranked: Ranked, today: date) -> Match:
    provider = ranked.provider
    return Match(
        rank=place,
        role=ranked.role,
        provider=provider,
        reasons=ranked.reasons,
        needs=tuple(Need(w.need, w.state, w.text) for w in wishes(request, provider)),
        cautions=cautions(request, provider, today),
        not_checked=not_checked(request, provider),
    )


def _excluded(refused: Iterable[tuple[Objection, ...]], elsewhere: int) -> dict[str, int]:
    """Count each refused provider once, at the first reason in the fixed order."""
    counts = Counter(found[0].reason for found in refused)
    counts["not_licensed_in_state"] += elsewhere
    return {reason: counts[reason] for reason in REASONS if counts[reason]}


def _relaxations(refused: Iterable[tuple[Objection, ...]], total: int) -> tuple[Relaxation, ...]:
    """Say for each wish how many matches there would be without it, where that gives more."""
    only = Counter(found[0].drop for found in refused if len(found) == 1 and found[0].drop)
    return tuple(Relaxation(str(drop), total + count) for drop, count in sorted(only.items()))
