"""The main job: a request and providers in, explained matches out; pure, and the same each time."""

from collections.abc import Iterable, Mapping
from datetime import date

from directory.matching.case import Case
from directory.matching.cautions import cautions, not_checked
from directory.matching.eligibility import Objection, objections
from directory.matching.exposure import NOTHING_SHOWN, Exposure
from directory.matching.outcome import Match, MatchOutcome, Need
from directory.matching.ranking import Ranked, rank
from directory.matching.ranking_table import RANKING, RankingTable
from directory.matching.request import MatchRequest
from directory.matching.tally import Tally
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
) -> MatchOutcome:
    """Match one request against the claimed, published listings among some providers.

    `elsewhere` counts claimed listings that may not treat in the state and so were not loaded;
    `tally` has the counts of all where only those were loaded who come first; `relevance` maps ids
    to how well each listing's words fit the person's own, 0 to 1; `table` has the weights;
    `exposure` is how much each listing was shown up to this morning.
    """
    fit: list[Case] = []
    refused: list[tuple[Objection, ...]] = []
    for provider in providers:
        if not (provider.claimed and provider.published):
            continue
        case = Case(request, provider, today, (relevance or {}).get(provider.id, 0.0), table)
        if found := objections(case):
            refused.append(found)
        else:
            fit.append(case)
    counts = tally or Tally.of(len(fit), refused, elsewhere)
    first = rank(fit, today, exposure, counts.bands)[:limit]
    return MatchOutcome(
        total=counts.total,
        matches=tuple(_match(place, one) for place, one in enumerate(first, start=1)),
        excluded=counts.excluded,
        relaxations=counts.relaxations,
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
