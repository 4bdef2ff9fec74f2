"""Support cards: what support is not, and who of the matches gives it alone."""

from collections.abc import Sequence

from directory.matching.outcome import Match
from directory.matching.plan.parts import Support
from directory.matching.plan.people import person
from directory.sentences import say

NOT_TREATMENT = say("Not treatment for a condition.")


def support(matches: Sequence[Match]) -> Support | None:
    """Return the matches who give support alone; None where there is none."""
    people = tuple(person(match) for match in matches if match.role == "support")
    return Support(NOT_TREATMENT, people) if people else None
