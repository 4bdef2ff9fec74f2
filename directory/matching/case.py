"""One person and one provider on one day, and what follows from the three of them."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from directory.matching.distance import Meeting
from directory.matching.ranking_table import RANKING, RankingTable
from directory.matching.request import MatchRequest
from directory.matching.wish import Wish
from directory.matching.wishes_met import wishes
from directory.providers import Provider
from directory.vocabulary import LICENSES
from directory.vocabulary.licenses import PRESCRIBERS


@dataclass(frozen=True)
class Case:
    """What every rule and factor looks at; each fact is worked out once, when it is asked for.

    `relevance` is how well the words of the listing fit the person's own, 0 to 1.
    """

    request: MatchRequest
    provider: Provider
    today: date
    relevance: float = 0.0
    table: RankingTable = RANKING

    @cached_property
    def licenses(self) -> frozenset[str]:
        """The licences that count in the person's state today."""
        held = self.provider.licenses_active_in(self.request.state, self.today)
        return frozenset(license.license for license in held)

    @cached_property
    def services(self) -> frozenset[str]:
        """The services that the provider may give in the person's state."""
        offered = set(self.provider.services)
        if self.licenses.isdisjoint(PRESCRIBERS):
            offered.discard("medication")
        if not any(LICENSES[license].may_test for license in self.licenses):
            offered.discard("testing")
        return frozenset(offered)

    @cached_property
    def meeting(self) -> Meeting:
        """How the two can meet."""
        return Meeting(self.request, self.provider)

    @cached_property
    def wishes(self) -> tuple[Wish, ...]:
        """Every wish that the person stated, with whether it is met."""
        return wishes(self.request, self.provider, self.meeting)
