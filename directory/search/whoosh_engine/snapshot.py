"""One state of the index, held in memory for filtering, counting and sorting."""

from collections.abc import Iterable, Mapping
from datetime import date
from math import inf

import numpy as np

from directory.geography import Point, miles_between
from directory.geography.towns import NO_TOWN, towns
from directory.search.protocol import FILTERS, SearchQuery
from directory.search.whereabouts import Whereabouts
from directory.search.whoosh_engine.bitsets import Bitset, bitset, members
from directory.search.whoosh_engine.facts import IndexedFacts


class Snapshot:
    """The facts of every document by number, and a bitset for every value of every filter."""

    def __init__(self, facts: Mapping[int, IndexedFacts], today: date) -> None:
        self.facts = facts
        self._size = max(facts, default=0) + 1
        self.all = bitset(facts, self._size)
        self._values = {name: self._bitsets(name, today) for name in FILTERS}
        self.standing = {number: fact.standing(today) for number, fact in facts.items()}

    def _bitsets(self, name: str, today: date) -> dict[str, Bitset]:
        documents: dict[str, list[int]] = {}
        for number, facts in self.facts.items():
            for value in facts.facet_values(name, today):
                documents.setdefault(value, []).append(number)
        return {value: bitset(numbers, self._size) for value, numbers in documents.items()}

    def bits(self, numbers: Mapping[int, object]) -> Bitset:
        """Return document numbers as a set."""
        return bitset(numbers, self._size)

    def having(self, name: str, values: tuple[str, ...]) -> Bitset:
        """Return the documents that have any of the values of one filter."""
        found = 0
        for value in values:
            found |= self._values[name].get(value, 0)
        return found

    def filtered(self, within: Bitset, query: SearchQuery) -> Bitset:
        """Return those of some documents that pass every filter."""
        for name, values in query.filters.items():
            within &= self.having(name, values)
        return within

    def facet_counts(
        self, within: Bitset, filters: Mapping[str, tuple[str, ...]], facets: Iterable[str]
    ) -> dict[str, dict[str, int]]:
        """Return for each facet what choosing each value alone in it would give."""
        counts = {}
        for facet in facets:
            others = within
            for name, values in filters.items():
                if name != facet:
                    others &= self.having(name, values)
            found = {
                value: (others & bits).bit_count() for value, bits in self._values[facet].items()
            }
            counts[facet] = {value: count for value, count in found.items() if count}
        return counts

    def within_limits(self, query: SearchQuery, candidates: Bitset) -> Bitset:
        """Return those of some documents that keep to the limits of fee, town and distance."""
        limits = (query.max_fee, query.sliding_scale, query.within_miles, query.towns or None)
        if all(limit is None for limit in limits):
            return candidates
        kept = [number for number in members(candidates) if self._keeps_to(query, number)]
        return bitset(kept, self._size)

    def _keeps_to(self, query: SearchQuery, number: int) -> bool:
        facts = self.facts[number]
        if query.max_fee is not None and (facts.fee_min is None or facts.fee_min > query.max_fee):
            return False
        if query.sliding_scale is not None and facts.sliding_scale != query.sliding_scale:
            return False
        if query.towns and not self._towns(number).intersection(query.towns):
            return False
        if query.within_miles is None:
            return True
        miles = self.miles(number, query.near)
        return miles is not None and miles <= query.within_miles

    def _towns(self, number: int) -> frozenset[str]:
        known = towns()
        numbers = (known.of_zip[zip] for zip in self._offices(number))
        return frozenset(known.codes[town] for town in numbers if town != NO_TOWN)

    def _offices(self, number: int) -> tuple[int, ...]:
        """Return the ZIP codes where people are seen."""
        facts = self.facts[number]
        return () if facts.is_remote else facts.zips

    def whereabouts(self, documents: Bitset) -> Whereabouts:
        """Tell in which towns some documents are."""
        numbers = list(members(documents))
        of_zip = towns().of_zip
        pairs = {
            (person, int(of_zip[zip]))
            for person, number in enumerate(numbers)
            for zip in self._offices(number)
        }
        return Whereabouts(
            total=len(numbers),
            remote=sum(self.facts[number].is_remote for number in numbers),
            persons=np.array([person for person, _ in pairs], np.int64),
            towns=np.array([town for _, town in pairs], np.int32),
        )

    def miles(self, number: int, near: Point | None) -> float | None:
        """Return the distance of a document's nearest place, or None where there is none."""
        if near is None:
            return None
        nearest = min(
            (miles_between(near, point) for point in self.facts[number].points), default=inf
        )
        return None if nearest == inf else nearest
