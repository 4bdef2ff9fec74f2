"""Facts that are numbers: fees, days, practices, and the trainings of a listing."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from directory.columns.bits import Numbered
from directory.columns.days import NO_DAY, day_number
from directory.columns.files import Arrays, ArraySink
from directory.columns.lots import lot_number
from directory.columns.ragged import ends_of, places
from directory.providers import Provider
from directory.providers.freshness import FACTS
from directory.vocabulary import ACCEPTING, MODALITIES, TRAINING

NO_NUMBER = -1
TRAININGS = {
    pair: number
    for number, pair in enumerate((code, tier) for code in MODALITIES for tier in TRAINING)
}
ACCEPTING_NUMBERS = {code: number for number, code in enumerate(ACCEPTING)}
_FACT_PLACES = {fact: place for place, fact in enumerate(FACTS)}


class NumbersBuilder:
    """Takes the numbers of listings and writes each piece at once."""

    def __init__(self, sink: ArraySink) -> None:
        self._sink = sink
        self._training_counts: list[NDArray[np.uint16]] = []

    def add(self, providers: Sequence[Provider]) -> None:
        """Take in the next listings."""
        fees = [one.fee.min if one.fee else np.nan for one in providers]
        self._sink.append("numbers.fee_min", np.array(fees, np.float64))
        self._add_availability(providers)
        lots = [lot_number(one.id) for one in providers]
        self._sink.append("numbers.lot", np.array(lots, np.uint64))
        practices = [one.practice.id if one.practice else "" for one in providers]
        hashed = [crc32(id.encode()) for id in practices]
        self._sink.append("numbers.practice", np.array(hashed, np.uint32))
        confirmed = np.full((len(providers), len(FACTS)), NO_DAY, np.uint16)
        for number, one in enumerate(providers):
            for fact, day in one.confirmed.items():
                confirmed[number, _FACT_PLACES[fact]] = day_number(day)
        self._sink.append("numbers.confirmed", confirmed)
        self._add_trainings(providers)

    def _add_availability(self, providers: Sequence[Provider]) -> None:
        accepting = [ACCEPTING_NUMBERS[one.availability.accepting] for one in providers]
        self._sink.append("numbers.accepting", np.array(accepting, np.uint8))
        openings = [one.availability.next_opening_days for one in providers]
        days = [NO_NUMBER if day is None else day for day in openings]
        self._sink.append("numbers.next_opening_days", np.array(days, np.int32))
        places = [one.availability.places for one in providers]
        self._sink.append("numbers.open_places", np.array(places, np.uint16))
        confirmed = [day_number(one.availability.confirmed_at) for one in providers]
        self._sink.append("numbers.availability_day", np.array(confirmed, np.uint16))

    def _add_trainings(self, providers: Sequence[Provider]) -> None:
        trainings = [
            [TRAININGS[held.code, held.proven_training] for held in one.modalities]
            for one in providers
        ]
        flat = np.fromiter(chain.from_iterable(trainings), np.uint16)
        self._sink.append("numbers.trainings", flat)
        self._training_counts.append(np.fromiter(map(len, trainings), np.uint16))

    def write(self) -> None:
        """Write what is known only when all listings are in."""
        self._sink.append("numbers.training_ends", ends_of(np.concatenate(self._training_counts)))


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers of all documents, one entry each.

    `fee_min` is in US dollars, NaN where unknown; `accepting` is one of ACCEPTING_NUMBERS;
    `next_opening_days` is -1 where unknown; `open_places` is at least 1; `availability_day` and
    the columns of `confirmed` (one for each of FACTS) are days since 1970, 0 where nothing was
    confirmed; `practice` is a hash of the practice's id, 0 where there is none; `lot` is what a
    listing draws its lots with.
    """

    fee_min: NDArray[np.float64]
    accepting: NDArray[np.uint8]
    next_opening_days: NDArray[np.int32]
    open_places: NDArray[np.uint16]
    availability_day: NDArray[np.uint16]
    confirmed: NDArray[np.uint16]
    practice: NDArray[np.uint32]
    lot: NDArray[np.uint64]
    _trainings: NDArray[np.uint16]
    _training_ends: NDArray[np.int64]

    @classmethod
    def of(cls, arrays: Arrays) -> "Numbers":
        """Take the numbers from the arrays."""
        return cls(
            arrays["numbers.fee_min"],
            arrays["numbers.accepting"],
            arrays["numbers.next_opening_days"],
            arrays["numbers.open_places"],
            arrays["numbers.availability_day"],
            arrays["numbers.confirmed"],
            arrays["numbers.practice"],
            arrays["numbers.lot"],
            arrays["numbers.trainings"],
            arrays["numbers.training_ends"],
        )

    def trainings(self, documents: Numbered) -> tuple[NDArray[np.uint16], NDArray[np.int64]]:
        """Return the trainings (see TRAININGS) of some documents, and how many each has."""
        entries, lengths = places(self._training_ends, documents)
        return self._trainings[entries], lengths
