"""The main job: a request and providers in, explained matches out; pure, and the same each time."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from directory.matching.case import Case
from directory.matching.eligibility import Objection, objections
from directory.matching.explaining import explained
from directory.matching.exposure import NOTHING_SHOWN, Exposure
from directory.matching.outcome import MatchOutcome
from directory.matching.plan.plan import Planning
from directory.matching.ranking import arranged, in_order
from directory.matching.ranking_table import RANKING, RankingTable
from directory.matching.request import MatchRequest
from directory.matching.tally import Tally
from directory.matching.telehealth import could_meet_by_video
from directory.providers import Provider


def match(  # noqa: PLR0913  (what is looked at, and what is known of it)
    request: MatchRequest,
    providers: Iterable[Provider],
    today: date,
    limit: int = 10,
    relevance: Mapping[str, float] | None = None,
    elsewhere: int = 0,
    tally: Tally | None = None,
    *,
    table: RankingTable = RANKING,
    exposure: Exposure = NOTHING_SHOWN,
    beside: Iterable[Provider] | None = None,
) -> MatchOutcome:
    """Match one request against the claimed, public listings among some providers.

    `elsewhere` counts claimed listings that may not treat in the state and so were not loaded;
    `tally` has the counts of all where only those were loaded who come first; `relevance` maps ids
    to how well each listing's words fit the person's own, 0 to 1; `table` has the weights;
    `exposure` is how much each listing was shown up to this morning; `beside` are the listings
    whose groups are looked at, where those are not all that were loaded.
    """
    looked = _look(request, providers, today, relevance or {}, table)
    counts = tally or Tally.of(len(looked.fit), looked.refused, elsewhere, looked.by_video)
    ordered = in_order(looked.fit, today, exposure, counts.bands)
    first = arranged(ordered, request, table.fairness)[:limit]
    matches = tuple(explained(place, one) for place, one in enumerate(first, start=1))
    if beside is not None:
        others = _look(request, beside, today, relevance or {}, table)
        ordered = in_order(others.fit, today, exposure, counts.bands)
    return MatchOutcome(
        total=counts.total,
        matches=matches,
        excluded=counts.excluded,
        relaxations=counts.relaxations,
        plan=Planning(request, matches, ordered, counts, today).plan(),
    )


@dataclass(slots=True)
class _Looked:
    """Who may be matched, what is against the others, and how many could be met by video."""

    fit: list[Case] = field(default_factory=list)
    refused: list[tuple[Objection, ...]] = field(default_factory=list)
    by_video: int = 0


def _look(
    request: MatchRequest,
    providers: Iterable[Provider],
    today: date,
    relevance: Mapping[str, float],
    table: RankingTable,
) -> _Looked:
    looked = _Looked()
    for provider in providers:
        if not (provider.claimed and provider.is_public):
            continue
        case = Case(request, provider, today, relevance.get(provider.id, 0.0), table)
        found = objections(case)
        looked.by_video += could_meet_by_video(case, found)
        if found:
            looked.refused.append(found)
        else:
            looked.fit.append(case)
    return looked
