"""Wishes as needs: each with the day on which the fact that it rests on was last confirmed."""

from collections.abc import Iterator

from directory.matching.case import Case
from directory.matching.needs.dated import dated, not_known
from directory.matching.outcome import Need
from directory.matching.wish import Wish
from directory.matching.wishes_met import asked_preferences

# What a wish rests on; what is not named here, such as gender, nobody confirms.
_FACT_OF_WISH = {
    "delivery": "delivery",
    "within_miles": "locations",
    "coverage.payer": "payers",
    "coverage.max_fee": "fee",
    "coverage.sliding_scale": "fee",
    "exploration_comfort": "modalities",
}
_FACT_OF_FACTOR = {
    "language": "languages",
    "modality": "modalities",
    "structure": "modalities",
    "time_focus": "modalities",
    "length": "modalities",
    "license": "licenses",
    "delivery": "delivery",
    "accessibility": "locations",
}


def needs_of_wishes(case: Case) -> Iterator[Need]:
    """Yield each wish with its day, in the order of the wishes."""
    facts = _FACT_OF_WISH | {
        drop: _FACT_OF_FACTOR.get(preference.factor, "")
        for drop, preference in asked_preferences(case.request)
    }
    for wish in case.wishes:
        if wish.state == "not_known":
            yield _left_open(wish)
        else:
            spared = wish.drop == "within_miles" and case.meeting.needs_no_trip
            day = case.provider.confirmed.get("delivery" if spared else facts[wish.drop])
            yield dated(wish.need, wish.state, wish.found, day)


def _left_open(wish: Wish) -> Need:
    if not wish.note:
        return not_known(wish.need, wish.question)
    return Need(wish.need, wish.state, wish.note, question=wish.question)
