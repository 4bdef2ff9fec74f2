"""From a person's need to a few suitable people, each with the reasons."""

from directory.matching.exposure import NOTHING_SHOWN, Exposure
from directory.matching.lots import seed_of
from directory.matching.matching import match
from directory.matching.outcome import Match, MatchOutcome, Need, Reason, Relaxation
from directory.matching.plan.parts import Plan
from directory.matching.plan.plan import crisis_plan
from directory.matching.ranking_table import RANKING, RankingTable, read_ranking_table
from directory.matching.request import MatchRequest
from directory.matching.screening import Screened, screen, unconfirmed
from directory.matching.unconfirmed import may_fit

__all__ = [
    "NOTHING_SHOWN",
    "RANKING",
    "Exposure",
    "Match",
    "MatchOutcome",
    "MatchRequest",
    "Need",
    "Plan",
    "RankingTable",
    "Reason",
    "Relaxation",
    "Screened",
    "crisis_plan",
    "match",
    "may_fit",
    "read_ranking_table",
    "screen",
    "seed_of",
    "unconfirmed",
]
