"""One person and all listings of one set: what every rule and wish looks at, as bits."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, reduce

import numpy as np

from directory.columns import Bits, Documents, Listings
from directory.columns.bits import Numbered, empty, members
from directory.columns.codes import held_code
from directory.columns.points import Miles
from directory.geography import point_of_zip
from directory.matching.distance import REMOTE
from directory.matching.ranking_table import RANKING, RankingTable
from directory.matching.request import MatchRequest
from directory.vocabulary import DELIVERY, LICENSES
from directory.vocabulary.licenses import LICENSED, PRESCRIBERS

_TESTERS = frozenset(code for code, term in LICENSES.items() if term.may_test)
_COACHES = frozenset(LICENSES) - LICENSED
_GRANTED_BY = {"medication": PRESCRIBERS, "testing": _TESTERS}


@dataclass(frozen=True)
class Cases:
    """The listings of one set before one person; each fact is looked up once, when asked for.

    Only bits of claimed listings mean anything: a complement has others, too.
    """

    request: MatchRequest
    listings: Listings
    table: RankingTable = RANKING
    _given: dict[str, Bits] = field(default_factory=dict, init=False, repr=False, compare=False)

    def having(self, field: str, codes: Iterable[str]) -> Bits:
        """Return who has any of the codes of a field."""
        return self.listings.columns.values.having(field, codes)

    def stating(self, field: str) -> Bits:
        """Return who says anything about a field."""
        return self.having("stated", (field,))

    @cached_property
    def claimed(self) -> Bits:
        """The listings that somebody has claimed and that still hold."""
        return self.having("claimed", ("yes",)) & self.listings.current

    @cached_property
    def coaches(self) -> Bits:
        """Those who are unlicensed."""
        return self.having("license", _COACHES)

    def holding(self, licenses: Iterable[str], how: str = "held") -> Bits:
        """Return who has any of these licences in the person's state today, held or unverified."""
        return self.having(how, (held_code(code, self.request.state) for code in licenses))

    def giving(self, service: str) -> Bits:
        """Return who may give a service in the person's state."""
        if service not in self._given:
            offered, needed = self.having("service", (service,)), _GRANTED_BY.get(service)
            self._given[service] = offered & self.holding(needed) if needed else offered
        return self._given[service]

    @cached_property
    def ways_here(self) -> Mapping[str, Bits]:
        """Who meets people of this state in each way: a coach in person only at home."""
        ways = {way: self.having("delivery", (way,)) for way in DELIVERY}
        ways["in_person"] &= ~self.coaches | self.having("office", (self.request.state,))
        return ways

    @cached_property
    def meeting(self) -> Bits:
        """Those with a way to meet that both accept."""
        return self._any_way(self.request.delivery or DELIVERY)

    @cached_property
    def needing_no_trip(self) -> Bits:
        """Those who can be met by video or phone."""
        return self._any_way(REMOTE.intersection(self.request.delivery or DELIVERY))

    @cached_property
    def any_way_here(self) -> Bits:
        """Those who meet people of this state in any way, wanted or not."""
        return self._any_way(DELIVERY)

    @cached_property
    def remote_here(self) -> Bits:
        """Those who meet people of this state by video or phone, wanted or not."""
        return self._any_way(REMOTE)

    def _any_way(self, ways: Iterable[str]) -> Bits:
        nobody = empty(self.listings.columns.size)
        return reduce(np.bitwise_or, (self.ways_here[way] for way in ways), nobody)

    def miles(self, documents: Numbered) -> Miles:
        """Return how far away the nearest place of each is; inf where that is not known."""
        home = point_of_zip(self.request.zip) if self.request.zip else None
        if home is None:
            return np.full(len(documents), np.inf)
        return self.listings.columns.points.miles(home, documents)

    def trips(self, among: Bits) -> tuple[Documents, Miles]:
        """Return those among some whom one has to travel to, and how far."""
        documents = members(among & ~self.needing_no_trip)
        return documents, self.miles(documents)
