"""Finding the unclaimed listings that may fit, as bits."""

from collections.abc import Sequence
from datetime import date

import numpy as np

from directory.columns import Listings
from directory.columns.bits import members
from directory.columns.lots import draw
from directory.matching.lots import seed_of
from directory.matching.request import MatchRequest
from directory.matching.screening.cases import Cases
from directory.matching.unconfirmed import fitting_licenses


def unconfirmed(
    request: MatchRequest, sets: Sequence[Listings], today: date, limit: int
) -> tuple[str, ...]:
    """Return the ids of some unclaimed listings with a fitting licence, others each day."""
    seed = seed_of(request, today)
    found: list[tuple[int, str]] = []
    for listings in sets:
        if not listings.columns.size:
            continue
        unverified = Cases(request, listings).holding(fitting_licenses(request), "unverified")
        claimed = listings.columns.values.having("claimed", ("yes",))
        documents = members(unverified & listings.current & ~claimed)
        lots = draw(listings.columns.numbers.lot.take(documents), seed)
        first = np.argsort(lots)[:limit]
        found += [
            (int(lots[place]), listings.columns.ids[int(documents[place])]) for place in first
        ]
    return tuple(id for _, id in sorted(found)[:limit])
