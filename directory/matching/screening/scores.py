"""The scores of many listings at once; the twin of `factors`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from directory.columns import Bits
from directory.columns.bits import Flags, Numbered, holds
from directory.columns.freshness import since
from directory.columns.numbers import ACCEPTING_NUMBERS, NO_NUMBER
from directory.matching.formulas import (
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
from directory.matching.weights import WEIGHTS, weights_for
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
        values = self._values()
        if self.cases.request.zip is None:
            return self._sum(values)
        trips = np.flatnonzero(~self._having(self.cases.needing_no_trip))
        miles = self.cases.miles(self.documents[trips])
        trips, miles = trips[np.isfinite(miles)], miles[np.isfinite(miles)]
        near = nearness(miles)
        if "access" in values:
            values["access"][trips] = with_nearness(values["access"][trips], near)
            return self._sum(values)
        found = self._sum(values)
        of_trips = {name: value[trips] for name, value in values.items()}
        found[trips] = self._sum(of_trips | {"access": near})
        return found

    def _sum(self, values: Mapping[str, Values]) -> Tenths:
        weights = weights_for(self.cases.request.level_of_care)
        whole = sum(weights[name] for name in values)
        found = np.zeros(len(values["need"]), np.int64)
        for name, value in values.items():
            found += tenths_of(weights[name], whole, value).astype(np.int64)
        return found

    def _values(self) -> dict[str, Values]:
        values = {"need": self._need(), "time": self._time(), "data_trust": self._trust()}
        for factor in WEIGHTS:
            asked = [wish for wish in self.wishes if wish.factor == factor]
            if asked:
                values[factor] = self._of_wishes(asked)
        return values

    def _having(self, bits: Bits) -> Flags:
        return holds(bits, self.documents)

    def _need(self) -> Values:
        request, columns = self.cases.request, self.cases.listings.columns
        concerns = asked_concerns(request)
        found = marks(request, concerns, columns.numbers, self.documents)
        prescribes = None
        if calls_for_medication(request):
            prescribes = self._having(self.cases.giving("medication"))
        fits = []
        for place, concern in enumerate(concerns):
            listed = self._having(self.cases.having("concern", (concern,)))
            fits.append(fit(concern, place, found, listed, prescribes))
        value = need_value(fits)
        if not request.text:
            return value
        return with_words(value, self.cases.listings.relevance(self.documents.astype(np.uint32)))

    def _of_wishes(self, asked: list[WishBits]) -> Values:
        met = np.zeros(len(self.documents), np.uint8)
        not_known = np.full(len(self.documents), len(asked), np.uint8)
        for wish in asked:
            is_met = self._having(wish.met)
            met += is_met
            not_known -= is_met
            if not wish.hard:  # nobody is left who fails a hard one
                not_known -= self._having(wish.not_met)
        return wishes_value(met, not_known, len(asked))

    def _time(self) -> Values:
        numbers = self.cases.listings.columns.numbers
        days = numbers.next_opening_days.take(self.documents)
        accepting = numbers.accepting.take(self.documents).astype(np.intp)
        return _times().take(accepting * _ALL_DAYS + days - NO_NUMBER)

    def _trust(self) -> Values:
        columns, state = self.cases.listings.columns, self.cases.request.state
        fresh = columns.freshness.fresh.take(self.documents)
        confirmed = columns.freshness.confirmed.take(self.documents)
        days = columns.numbers.availability_day.take(self.documents)
        return trust_value(
            days >= since("availability", columns.today),
            self._having(self.cases.having("checked", (state,))),
            fresh / np.maximum(confirmed, 1),
        )


@cache
def _times() -> Values:
    """Return the value of time for each of ACCEPTING_NUMBERS by days from NO_NUMBER on."""
    days = (None, *range(MOST_DAYS + 1))
    return np.array([time_value(code, day) for code in ACCEPTING_NUMBERS for day in days])
