"""Drawing lots where nothing else decides: the same all day for one request, fair over many."""

from datetime import date

from directory.columns.lots import lot_number
from directory.matching.request import MatchRequest

# Of any shape, and nothing is decided by them.
_ACCOMPANYING = {"scores", "because", "crisis"}


def seed_of(request: MatchRequest, today: date) -> int:
    """Return the 64 bits with which a request draws on a day, in whatever order its fields came."""
    asked = request.model_dump_json(exclude=_ACCOMPANYING)
    return lot_number(f"{today.isoformat()} {asked}")
