"""From a person's need to a few suitable people, each with the reasons."""

from directory.matching.eligibility import allowed_licenses
from directory.matching.matching import match
from directory.matching.outcome import Match, MatchOutcome, Need, Reason, Relaxation
from directory.matching.request import MatchRequest

__all__ = [
    "Match",
    "MatchOutcome",
    "MatchRequest",
    "Need",
    "Reason",
    "Relaxation",
    "allowed_licenses",
    "match",
]
