"""The first step of matching: who may be matched, and whom the exact step has to look at."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

import numpy as np

from directory.columns import Listings
from directory.columns.bits import members
from directory.matching.exposure import NOTHING_SHOWN, Exposure
from directory.matching.lots import seed_of
from directory.matching.ranking_table import RANKING, RankingTable
from directory.matching.request import MatchRequest
from directory.matching.screening.cases import Cases
from directory.matching.screening.constraints import Sifted, sift
from directory.matching.screening.leaders import leaders
from directory.matching.screening.ordering import RowOrdering
from directory.matching.screening.picking import pick
from directory.matching.screening.scored import Row, Scored
from directory.matching.screening.scores import Scoring
from directory.matching.tally import Tally

# So many more than are asked for are looked at, should some be gone by then.
_SPARE = 2


@dataclass(frozen=True, slots=True)
class Screened:
    """The ids of those who come first, how well words fit them, and the counts of all.

    `beside` are the ids of those whose groups may stand beside.
    """

    ids: tuple[str, ...] = ()
    relevance: Mapping[str, float] = field(default_factory=dict)
    tally: Tally = field(default_factory=Tally)
    beside: tuple[str, ...] = ()


def screen(
    request: MatchRequest,
    sets: Sequence[Listings],
    today: date,
    limit: int,
    *,
    table: RankingTable = RANKING,
    exposure: Exposure = NOTHING_SHOWN,
) -> Screened:
    """Choose from any number of listings those whom `match` has to see for its first `limit`.

    The sets hold different listings, as each tells by its `current`; `table` has the weights.
    """
    sifted = [sift(Cases(request, listings, table)) for listings in sets if listings.columns.size]
    tally = sum((one.tally for one in sifted), Tally())
    scored = [_scored(one) for one in sifted if one.tally.total]
    if not scored:
        return Screened(tally=tally)
    row = Row.of(scored)
    ordering = RowOrdering(row, request.order, exposure, seed_of(request, today))
    places = pick(ordering, request, limit + _SPARE)
    beside = leaders(ordering, request)
    relevance = _relevance(row, {*places, *beside}) if request.text else {}
    counts = replace(tally, bands=ordering.bands)
    return Screened(_ids(row, places), relevance, counts, _ids(row, dict.fromkeys(beside)))


def _ids(row: Row, places: Iterable[int]) -> tuple[str, ...]:
    found = map(row.at, places)
    return tuple(one.cases.listings.columns.ids[document] for one, document in found)


def _relevance(row: Row, places: Iterable[int]) -> dict[str, float]:
    found: dict[str, float] = {}
    for one, document in map(row.at, places):
        listings = one.cases.listings
        value = listings.relevance(np.array([document], np.uint32))[0]
        found[listings.columns.ids[document]] = float(value)
    return found


def _scored(sifted: Sifted) -> Scored:
    documents = members(sifted.eligible).astype(np.intp)
    scoring = Scoring(sifted.cases, sifted.wishes, documents)
    return Scored(sifted.cases, documents, scoring.tenths())
