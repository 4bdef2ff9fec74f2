"""The plan: what belongs beside the list of people, or in its place."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from directory.matching.outcome import Match
from directory.matching.plan.add_ons import add_ons
from directory.matching.plan.approaches import approaches
from directory.matching.plan.groups import groups
from directory.matching.plan.insurance import insurance
from directory.matching.plan.overrides import OVERRIDES
from directory.matching.plan.pair import pair
from directory.matching.plan.parts import Plan
from directory.matching.plan.programs import programs
from directory.matching.plan.support import support
from directory.matching.plan.ways_on import ways_on
from directory.matching.ranking import Ranked
from directory.matching.request import MatchRequest
from directory.matching.tally import Tally


@dataclass(frozen=True, slots=True)
class Planning:
    """What a plan is made from: a request, those shown, the counts of all, and the day.

    `candidates` are those who may be matched, in order, among whom groups are looked for.
    """

    request: MatchRequest
    matches: Sequence[Match]
    candidates: Iterable[Ranked]
    tally: Tally
    today: date

    def plan(self) -> Plan:
        """Return the whole plan."""
        request, matches, tally = self.request, self.matches, self.tally
        return Plan(
            pair=pair(request, matches),
            groups=groups(request, self.candidates, matches, self.today),
            approaches=approaches(request),
            programs=programs(request),
            add_ons=add_ons(request, matches),
            support=support(matches),
            insurance=insurance(request),
            ways_on=ways_on(request, tally.total, tally.relaxations, tally.by_video),
            overrides=OVERRIDES,
        )


def crisis_plan(request: MatchRequest) -> Plan:
    """Return the plan where a crisis card stands alone: the kind of service, and nobody by name."""
    return Plan(programs=programs(request))
