"""From calls to the accuracy of the directory: overall, for each fact, and week by week."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from statistics import median

from directory.accuracy.calls import CALL_FACTS, Verdict, outcome
from directory.accuracy.intervals import Interval, wilson

# A share is told of the calls of so many weeks together: one week's are too few. Nobody is drawn
# twice within them, so the calls are of different listings.
WEEKS_POOLED = 13
# Below so many, or with an interval wider than this, a share is not told to patients.
FEWEST_TOLD = 10
WIDEST_TOLD = 0.4


@dataclass(frozen=True, slots=True)
class CallMade:
    """What a call found, fact by fact, and the wait in days where one was told."""

    verdicts: Mapping[str, Verdict]
    wait_days: int | None = None


@dataclass(frozen=True, slots=True)
class WeekOfCalls:
    """The sample of one week: how many could have been drawn, how many were, and the calls made."""

    week: date
    population: int
    drawn: int
    made: tuple[CallMade, ...]


@dataclass(frozen=True, slots=True)
class Share:
    """How many were right and wrong; what is unknown counts as neither.

    The interval is of the share that is right among all listings; None where nothing is known.
    """

    right: int
    wrong: int
    unknown: int
    interval: Interval | None

    @property
    def decided(self) -> int:
        """How many are known to be right or wrong."""
        return self.right + self.wrong

    @property
    def value(self) -> float | None:
        """The share that is right among those decided."""
        return self.right / self.decided if self.decided else None

    @property
    def may_be_told(self) -> bool:
        """Whether it says enough to be told to everybody."""
        if self.interval is None or self.decided < FEWEST_TOLD:
            return False
        return self.interval.width <= WIDEST_TOLD


@dataclass(frozen=True, slots=True)
class Score:
    """What the calls of some weeks show together.

    `overall` counts listings, and a call that was not made as unknown. `facts` holds what was
    stated and asked at least once. `waits` are the days that were told, in order.
    """

    population: int
    drawn: int
    made: int
    overall: Share
    facts: Mapping[str, Share]
    waits: tuple[int, ...] = field(default=())

    @property
    def median_wait(self) -> float | None:
        """The wait in days that half of those who told one stay below."""
        return median(self.waits) if self.waits else None


@dataclass(frozen=True, slots=True)
class Point:
    """The overall share at the end of a week, of the weeks pooled up to it."""

    week: date
    share: Share


def score(weeks: Iterable[WeekOfCalls]) -> Score:
    """Return what the calls of these weeks show.

    The population is the largest among them, which makes no interval too narrow; that of a fact is
    at most as large.
    """
    found = tuple(weeks)
    drawn = sum(week.drawn for week in found)
    made = [call for week in found for call in week.made]
    population = max((week.population for week in found), default=0)
    facts = {
        fact: _share([call.verdicts[fact] for call in made if fact in call.verdicts], population)
        for fact in CALL_FACTS
    }
    outcomes: list[Verdict] = [outcome(call.verdicts) for call in made]
    not_made: list[Verdict] = ["unknown"] * (drawn - len(made))
    return Score(
        population=population,
        drawn=drawn,
        made=len(made),
        overall=_share(outcomes + not_made, population),
        facts={fact: share for fact, share in facts.items() if share.decided + share.unknown},
        waits=tuple(sorted(call.wait_days for call in made if call.wait_days is not None)),
    )


def pooled(weeks: Iterable[WeekOfCalls], last: date) -> Score:
    """Return what the calls of the weeks up to one show together, that one included."""
    first = last - timedelta(weeks=WEEKS_POOLED - 1)
    return score(week for week in weeks if first <= week.week <= last)


def over_time(weeks: Iterable[WeekOfCalls], of: Sequence[date]) -> tuple[Point, ...]:
    """Return the overall share at the end of each of some weeks."""
    found = tuple(weeks)
    return tuple(Point(week, pooled(found, week).overall) for week in of)


def _share(found: Sequence[Verdict], population: int) -> Share:
    right, wrong = found.count("right"), found.count("wrong")
    interval = wilson(right, right + wrong, max(population, right + wrong))
    return Share(right, wrong, found.count("unknown"), interval)
