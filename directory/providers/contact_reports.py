"""How it went with a listing, as people who called tell it: kinds of reports, and what is shown."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

# The order in which they are offered and told.
REPORT_KINDS = ("reached", "full", "no_reply", "wrong_insurance", "wrong_number")
# So long a report counts; afterwards it is forgotten.
REPORTS_COUNT_FOR = timedelta(days=90)
# Fewer may be one angry voice, and would point at the few who were shown the listing.
_FEWEST_SHOWN = 3
# What one day adds to a public number at most: nobody can be harmed within an evening.
_MOST_A_DAY = 2


@dataclass(frozen=True, slots=True)
class DayOfReports:
    """How often one kind was reported of one listing on one day."""

    day: date
    kind: str
    reports: int


def public_counts(days: Iterable[DayOfReports]) -> Mapping[str, int]:
    """Return how often each kind was reported, as far as it may be shown to everybody."""
    counts = dict.fromkeys(REPORT_KINDS, 0)
    for one in days:
        counts[one.kind] = counts.get(one.kind, 0) + min(one.reports, _MOST_A_DAY)
    return {kind: count for kind, count in counts.items() if count >= _FEWEST_SHOWN}


# How many reports of a kind bring a listing before an admin, who calls and sees.
LOOKED_AT_FROM: Mapping[str, int] = {"wrong_number": 1, "wrong_insurance": 1, "no_reply": 2}


def to_look_at(
    days: Iterable[DayOfReports], looked_on: date | None
) -> tuple[date, Mapping[str, int]] | None:
    """Return since when and how often people told what an admin should look at, None where nobody.

    What was told up to the day on which an admin last looked does not count.
    """
    fresh = [one for one in days if looked_on is None or one.day > looked_on]
    counts: dict[str, int] = {}
    for one in fresh:
        counts[one.kind] = counts.get(one.kind, 0) + one.reports
    many = {kind: n for kind, n in counts.items() if n >= LOOKED_AT_FROM.get(kind, n + 1)}
    if not many:
        return None
    return min(one.day for one in fresh if one.kind in many), many
