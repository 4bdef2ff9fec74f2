"""The scores of many listings at once; the twin of `factors`."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from directory.columns import Bits
from directory.columns.bits import Flags, Numbered, holds
from directory.columns.freshness import held_since
from directory.columns.numbers import ACCEPTING_NUMBERS, NO_NUMBER
from directory.matching.formulas import (
    Judged,
    nearness,
    need_value,
    tenths_of,
    time_value,
    trust_value,
    wishes_value,
    with_nearness,
    with_words,
)
from directory.matching.need_factor import asked_concerns, calls_for_medication
from directory.matching.screening.cases import Cases
from directory.matching.screening.need import Values, fit, marks
from directory.matching.screening.wishes import WishBits
from directory.matching.wish import STYLE
from directory.matching.worth import TimeWorth
from directory.providers.parts import MOST_DAYS

Tenths = NDArray[np.int64]
_ALL_DAYS = MOST_DAYS + 2  # with day 0, and with not known


@dataclass(frozen=True, slots=True)
class Scoring:
    """Some listings that may be matched, and what the scores are made of."""

    cases: Cases
    wishes: tuple[WishBits, ...]
    documents: Numbered

    def tenths(self) -> Tenths:
        """Return the scores in tenths of a point, exactly as the exact ranking gives them."""
        request = self.cases.request
        values = self._values()
        if request.zip is None or "access" in request.leave_out:
            return self._sum(values)
        trips = np.flatnonzero(~self._having(self.cases.needing_no_trip))
        miles = self.cases.miles(self.documents[trips])
        trips, miles = trips[np.isfinite(miles)], miles[np.isfinite(miles)]
        near = nearness(self.cases.table.access.far_miles, miles)
        if "access" in values:
            values["access"][trips] = with_nearness(values["access"][trips], near)
            return self._sum(values)
        found = self._sum(values)
        of_trips = {name: value[trips] for name, value in values.items()}
        found[trips] = self._sum(of_trips | {"access": near})
        return found

    def _sum(self, values: Mapping[str, Values]) -> Tenths:
        shares = self.cases.table.shares(self.cases.request.level_of_care, values)
        found = np.zeros(len(values["need"]), np.int64)
        for name, value in values.items():
            found += tenths_of(shares[name], value).astype(np.int64)
        return found

    def _values(self) -> dict[str, Values]:
        asked: defaultdict[str, list[WishBits]] = defaultdict(list)
        for wish in self.wishes:
            asked["preference" if wish.factor == STYLE else wish.factor].append(wish)
        found: dict[str, Callable[[], Values]] = {
            "need": self._need,
            "time": self._time,
            "data_trust": self._trust,
            **{factor: partial(self._of_wishes, wishes) for factor, wishes in asked.items()},
        }
        left_out = self.cases.request.leave_out
        return {factor: value() for factor, value in found.items() if factor not in left_out}

    def _having(self, bits: Bits) -> Flags:
        return holds(bits, self.documents)

    def _need(self) -> Values:
        request, numbers = self.cases.request, self.cases.listings.columns.numbers
        concerns, worth = asked_concerns(request), self.cases.table.need
        found = marks(worth, request, concerns, numbers, self.documents)
        prescribes = None
        if calls_for_medication(request):
            prescribes = self._having(self.cases.giving("medication"))
        fits = []
        for place, concern in enumerate(concerns):
            listed = self._having(self.cases.having("concern", (concern,)))
            fits.append(fit(worth, concern, place, found, listed, prescribes))
        value = need_value(worth, fits)
        if not request.text:
            return value
        relevance = self.cases.listings.relevance(self.documents.astype(np.uint32))
        return with_words(worth, value, relevance)

    def _of_wishes(self, asked: list[WishBits]) -> Values:
        plain = self._judged([wish for wish in asked if wish.factor != STYLE])
        style = self._judged([wish for wish in asked if wish.factor == STYLE])
        return wishes_value(self.cases.table, len(asked), plain, style)

    def _judged(self, some: list[WishBits]) -> Judged[NDArray[Any]]:
        met, not_met = np.zeros((2, len(self.documents)), np.uint8)
        for wish in some:
            met += self._having(wish.met)
            if not wish.hard:  # nobody is left who fails a hard one
                not_met += self._having(wish.not_met)
        return Judged(met, len(some) - met - not_met, not_met)

    def _time(self) -> Values:
        numbers = self.cases.listings.columns.numbers
        days = numbers.next_opening_days.take(self.documents)
        accepting = numbers.accepting.take(self.documents).astype(np.intp)
        return _times(self.cases.table.time).take(accepting * _ALL_DAYS + days - NO_NUMBER)

    def _trust(self) -> Values:
        columns, worth = self.cases.listings.columns, self.cases.table.data_trust
        freshness = columns.freshness(worth.fading)
        days = columns.numbers.availability_day.take(self.documents)
        return trust_value(
            worth,
            held_since("availability", columns.today, worth.fading).take(days),
            self._having(self.cases.having("checked", (self.cases.request.state,))),
            freshness.percent.take(self.documents),
            # As numbers large enough for a hundred of each.
            np.maximum(freshness.confirmed.take(self.documents), np.uint16(1)),
        )


@lru_cache(maxsize=4)
def _times(worth: TimeWorth) -> Values:
    """Return the value of time for each of ACCEPTING_NUMBERS by days from NO_NUMBER on."""
    days = (None, *range(MOST_DAYS + 1))
    return np.array([time_value(worth, code, day) for code in ACCEPTING_NUMBERS for day in days])
