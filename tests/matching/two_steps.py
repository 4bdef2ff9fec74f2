"""Matching in two steps, as a directory with columns does it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from directory.columns import Columns, ColumnsBuilder, Documents, Listings, MemoryArrays
from directory.columns.bits import from_documents, members
from directory.matching import (
    NOTHING_SHOWN,
    RANKING,
    Exposure,
    MatchOutcome,
    MatchRequest,
    RankingTable,
    match,
    screen,
)
from directory.matching.screening.cases import Cases
from directory.matching.screening.constraints import sift
from directory.matching.screening.scores import Scoring
from directory.providers import Provider
from tests.matching.asking import TODAY


def listings_of(
    providers: Iterable[Provider],
    gone: Iterable[str] = (),
    relevance: Mapping[str, float] | None = None,
    today: date = TODAY,
) -> Listings:
    """Return one set of the published among some listings, without those that have gone."""
    published = [one for one in sorted(providers, key=lambda one: one.id) if one.published]
    arrays = MemoryArrays()
    builder = ColumnsBuilder(arrays)
    builder.add(published)
    builder.write()
    columns, left = Columns(arrays.arrays(), today), set(gone)
    current = [number for number, one in enumerate(published) if one.id not in left]

    def of(documents: Documents) -> NDArray[np.float64]:
        ids = (columns.ids[int(document)] for document in documents)
        return np.array([(relevance or {}).get(id, 0.0) for id in ids], np.float64)

    return Listings(columns, from_documents(np.array(current, np.uint32), columns.size), of)


def in_two_steps(
    request: MatchRequest,
    providers: Iterable[Provider],
    sets: Sequence[Listings],
    limit: int = 20,
    today: date = TODAY,
    exposure: Exposure = NOTHING_SHOWN,
    table: RankingTable = RANKING,
) -> MatchOutcome:
    """Match with a first step over sets of listings, and load only those whom it names."""
    screened = screen(request, sets, today, limit, table=table, exposure=exposure)
    by_id = {one.id: one for one in providers}
    loaded = [by_id[id] for id in screened.ids]
    return match(
        request,
        loaded,
        today,
        limit,
        screened.relevance,
        tally=screened.tally,
        table=table,
        exposure=exposure,
        beside=[by_id[id] for id in screened.beside],
    )


def first_scores(
    request: MatchRequest, sets: Sequence[Listings], table: RankingTable = RANKING
) -> dict[str, float]:
    """Return the score that the first step alone gives each who may be matched, by id."""
    found: dict[str, float] = {}
    for listings in sets:
        sifted = sift(Cases(request, listings, table))
        documents = members(sifted.eligible).astype(np.intp)
        tenths = Scoring(sifted.cases, sifted.wishes, documents).tenths()
        ids = (listings.columns.ids[int(document)] for document in documents)
        found |= {id: tenth / 10 for id, tenth in zip(ids, tenths.tolist(), strict=True)}
    return found
