"""All stated needs of a person before one provider."""

from directory.matching.case import Case
from directory.matching.needs.of_wishes import needs_of_wishes
from directory.matching.needs.openings import openings_need
from directory.matching.needs.rights import right_needs
from directory.matching.needs.work import work_needs
from directory.matching.outcome import Need


def needs(case: Case) -> tuple[Need, ...]:
    """Return every stated need: wishes, then the work, the right to do it, and openings."""
    return (
        *needs_of_wishes(case),
        *work_needs(case),
        *right_needs(case),
        openings_need(case.provider),
    )
