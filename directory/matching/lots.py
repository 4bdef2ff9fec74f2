"""Drawing lots where nothing else decides: the same all day for one request, fair over many."""

from datetime import date

from directory.columns.lots import lot_number
from directory.matching.request import MatchRequest

# Three are of any shape and decide nothing; what was not said of costs stands in for the last.
_LEFT_OUT = {"scores", "because", "crisis", "coverage"}


def seed_of(request: MatchRequest, today: date) -> int:
    """Return the 64 bits with which a request draws on a day, in whatever order its fields came."""
    asked = request.model_dump_json(exclude=_LEFT_OUT) + request.cost.model_dump_json()
    return lot_number(f"{today.isoformat()} {asked}")
