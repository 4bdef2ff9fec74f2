"""What people did with a listing, as sums by week: what may be shown of them, and to whom.

Nobody can be told apart in a sum of a whole week, unless it is small. So a sum below five is never
shown, nor is anything that it could be reckoned from; and the week that still runs is left out, for
there one person more could be watched.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

# In the order in which they come about: on a page of results, on its own page, kept on a list,
# written to.
VIEW_KINDS = ("shown", "opened", "kept", "contacted")
# The fewest that are shown.
FEWEST = 5
WEEKS = 12  # that are shown
KEPT_FOR = timedelta(weeks=53)
_WEEK = timedelta(weeks=1)


def week_of(day: date) -> date:
    """Return the Monday with which the week of a day begins."""
    return day - timedelta(days=day.weekday())


def whole_weeks(today: date, count: int = WEEKS) -> tuple[date, ...]:
    """Return the Mondays of the last weeks that are over, the oldest first."""
    this = week_of(today)
    return tuple(this - _WEEK * back for back in range(count, 0, -1))


@dataclass(frozen=True, slots=True)
class WeekCount:
    """One sum of one kind in one week."""

    week: date
    kind: str
    count: int


@dataclass(frozen=True, slots=True)
class Series:
    """The sums of one kind, week by week; None where there were fewer than may be shown."""

    kind: str
    weeks: tuple[date, ...]
    counts: tuple[int | None, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing of it may be shown."""
        return all(count is None for count in self.counts)


def series_of(kind: str, counts: Iterable[WeekCount], today: date) -> Series:
    """Return what may be shown of one kind."""
    sums: dict[date, int] = {}
    for one in counts:
        if one.kind == kind:
            sums[one.week] = sums.get(one.week, 0) + one.count
    weeks = whole_weeks(today)
    return Series(kind, weeks, tuple(_shown(sums, week) for week in weeks))


def _shown(sums: Mapping[date, int], week: date) -> int | None:
    count = sums.get(week, 0)
    return count if count >= FEWEST else None
