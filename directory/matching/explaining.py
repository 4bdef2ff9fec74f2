"""From a ranked case to a match with all that is to be told of it."""

from directory.matching.cautions import cautions, not_checked
from directory.matching.expect import expect
from directory.matching.needs import needs
from directory.matching.outcome import Match
from directory.matching.questions import questions
from directory.matching.ranking import Ranked


def explained(place: int, ranked: Ranked) -> Match:
    """Return the match at a place, counted from 1."""
    case, found = ranked.case, needs(ranked.case)
    expected = expect(case, ranked.role)
    return Match(
        rank=place,
        role=ranked.role,
        provider=case.provider,
        reasons=ranked.reasons,
        needs=found,
        cautions=cautions(case),
        not_checked=not_checked(case),
        expect=expected,
        questions=questions(case, expected, found),
    )
