"""Reading how true the directory is: what the calls of a quarter show, and the newest figures."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from directory.accuracy.figures import WeeklyFigure
from directory.accuracy.samples import CallPlan, Sample
from directory.accuracy.score import WEEKS_POOLED, Point, Score, WeekOfCalls, over_time, pooled
from directory.storage import CallSamples, WeeklyFigures
from directory.workflows.opening import Directory

WEEKS_SHOWN = 26
_WEEK = timedelta(weeks=1)


@dataclass(frozen=True, slots=True)
class Accuracy:
    """What is known up to a week, that one included.

    `sample` is that of the last week in which one was drawn; `figures` are those of the newest
    week, by name, and `confirmed` the share of listings confirmed within 90 days, week by week.
    """

    last: date
    plan: CallPlan
    sample: Sample | None
    score: Score
    points: tuple[Point, ...]
    weeks: tuple[WeekOfCalls, ...]
    figures: Mapping[str, WeeklyFigure]
    confirmed: tuple[WeeklyFigure, ...]


def read_accuracy(directory: Directory, last: date) -> Accuracy:
    """Return what is known up to the week of a Monday."""
    shown = tuple(last - _WEEK * back for back in range(WEEKS_SHOWN - 1, -1, -1))
    first = shown[0] - _WEEK * (WEEKS_POOLED - 1)
    with directory.database.reading() as session:
        samples, figures = CallSamples(session), WeeklyFigures(session)
        weeks = tuple(week for week in samples.weeks(first) if week.week <= last)
        newest = figures.newest_week()
        return Accuracy(
            last=last,
            plan=samples.plan(),
            sample=samples.sample(weeks[-1].week) if weeks else None,
            score=pooled(weeks, last),
            points=over_time(weeks, shown),
            weeks=weeks,
            figures={one.name: one for one in figures.of_week(newest)} if newest else {},
            confirmed=figures.series("confirmed", shown[0]),
        )


def is_accuracy_public(directory: Directory) -> bool:
    """Tell whether everybody may read it."""
    with directory.database.reading() as session:
        return CallSamples(session).plan().published_since is not None
