"""Which listings meet each wish of a person, as bits; the twin of `wishes_met`."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from directory.columns import Bits
from directory.columns.bits import from_documents, members
from directory.matching.request import MatchRequest
from directory.matching.screening.cases import Cases
from directory.matching.wish import STYLE
from directory.matching.wishes_met import asked_preferences, ranked_under
from directory.vocabulary import MODALITIES
from directory.vocabulary.approaches import APPROACHES, approaches, exploring, is_couple_work
from directory.wishes import Preference


def _codes(goes_about_it: Callable[[str], bool], request: MatchRequest) -> Iterator[str]:
    """Yield the modalities of a kind that count: no couples work where a partner is feared."""
    for code in MODALITIES:
        if goes_about_it(code) and not (request.fears_partner and is_couple_work(code)):
            yield code


@dataclass(frozen=True, slots=True)
class WishBits:
    """One wish: who meets it and who does not; of all others it is not known.

    For those in `also`, giving up the wish `also_drop` would do as well.
    """

    met: Bits
    not_met: Bits
    drop: str
    factor: str
    hard: bool = True
    also_drop: str | None = None
    also: Bits | None = None


def wishes(cases: Cases, among: Bits) -> tuple[WishBits, ...]:
    """Return every wish that the person stated, judged for some listings at least."""
    return (
        *_delivery(cases),
        *_distance(cases, among),
        *_cost(cases, among),
        *_preferences(cases),
        *_exploring(cases),
    )


def _delivery(cases: Cases) -> Iterator[WishBits]:
    if cases.request.delivery:
        not_met = cases.stating("delivery") & ~cases.meeting
        yield WishBits(cases.meeting, not_met, "delivery", "access")


def _distance(cases: Cases, among: Bits) -> Iterator[WishBits]:
    most, size = cases.request.within_miles, cases.listings.columns.size
    if most is None or cases.request.zip is None:
        return
    documents, miles = cases.trips(among)
    near = from_documents(documents[miles <= most], size)
    far = from_documents(documents[(miles > most) & np.isfinite(miles)], size)
    met = cases.needing_no_trip | near
    yield WishBits(met, far, "within_miles", "access", True, "delivery", cases.remote_here)


def _cost(cases: Cases, among: Bits) -> Iterator[WishBits]:
    asked = cases.request.cost
    if asked.payer is not None:
        taken = cases.having("payer", (asked.payer,))
        yield WishBits(taken, cases.stating("payer") & ~taken, "coverage.payer", "cost")
    if asked.max_fee is not None:
        yield _fee(cases, among, asked.max_fee)
    if asked.sliding_scale:
        sliding = cases.having("sliding_scale", ("yes",))
        not_met = cases.stating("fee") & ~sliding
        yield WishBits(sliding, not_met, "coverage.sliding_scale", "cost", hard=False)


def _fee(cases: Cases, among: Bits, most: float) -> WishBits:
    columns = cases.listings.columns
    documents = members(among)
    fees = columns.numbers.fee_min.take(documents)
    met = from_documents(documents[fees <= most], columns.size)
    not_met = from_documents(documents[fees > most], columns.size)
    if cases.request.cost.sliding_scale:
        not_met &= ~cases.having("sliding_scale", ("yes",))
    return WishBits(met, not_met, "coverage.max_fee", "cost")


def _preferences(cases: Cases) -> Iterator[WishBits]:
    for drop, preference in asked_preferences(cases.request):
        met, known = _having(cases, preference)
        not_met = known & ~met
        if preference.strength == "avoid":
            met, not_met = not_met, met
        hard = preference.strength != "prefer"
        yield WishBits(met, not_met, drop, ranked_under(preference), hard)


def _exploring(cases: Cases) -> Iterator[WishBits]:
    request = cases.request
    if request.exploring is not None:
        met = cases.having("modality", _codes(lambda c: exploring(c) == request.exploring, request))
        known = cases.having("modality", _codes(lambda c: exploring(c) is not None, request))
        yield WishBits(met, known & ~met, "exploration_comfort", STYLE, hard=False)


def _having(cases: Cases, preference: Preference) -> tuple[Bits, Bits]:
    """Return who has what a preference names, and of whom that is known at all."""
    factor, value = preference.factor, preference.value
    if factor == "delivery":
        return cases.ways_here[value], cases.any_way_here
    if factor == "license":
        return cases.having("license", (value,)), cases.claimed
    if factor in APPROACHES and cases.request.fears_partner:
        return _going_about(cases, factor, value)
    return cases.having(factor, (value,)), cases.stating(factor)


def _going_about(cases: Cases, factor: str, value: str) -> tuple[Bits, Bits]:
    """Return the same for how people work, by the modalities that count."""
    request = cases.request
    met = cases.having("modality", _codes(lambda c: value in approaches(c, factor), request))
    return met, cases.having("modality", _codes(lambda c: bool(approaches(c, factor)), request))
