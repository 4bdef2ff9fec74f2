"""The order of results."""

from directory.search.sorting import Key
from directory.search.whoosh_engine.facts import IndexedFacts

_NAME_CHARACTERS = 60  # names that are alike so far sort by id, and cursors stay short


def sort_key(sort: str, facts: IndexedFacts, score: float, miles: float | None) -> Key:
    """Return the key under which one listing sorts."""
    if sort == "name":
        return (False, facts.name[:_NAME_CHARACTERS])
    number = {
        "best": -score,
        "nearest": miles,
        "soonest": facts.next_opening_days,
        "fee": facts.fee_min,
    }[sort]
    return (number is None, round(float(number or 0), 6))
