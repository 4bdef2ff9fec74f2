"""A public page of accuracy with something of everything on it."""

from datetime import UTC, date, datetime, timedelta

from directory.accuracy.calls import Heard, Said, verdicts
from directory.accuracy.figures import WeeklyFigure
from directory.accuracy.samples import CallPlan, Sample, SampledCall, call_id
from directory.providers.view_counts import whole_weeks
from directory.storage import CallSamples, WeeklyFigures
from directory.workflows import Directory

SAID = Said(("+14155550123",), "yes", 5, "aetna", ("San Francisco, CA",))
RIGHT = Heard("yes", "yes", "yes", 9, "yes", "yes")
UNREACHED = Heard("no_answer")
UNTOLD = Heard("yes", "yes", "yes", None, "not_told", "yes")
_FIGURES = {
    "public": (800, 820),
    "confirmed": (310, 800),
    "answered": (14, 19),
    "full": (5, 14),
    "lapsed.availability": (90, 310),
    "lapsed.payers": (40, 310),
    "lapsed.bio": (0, 310),
}


def publish_calls(directory: Directory, right: int = 30, unreached: int = 10) -> None:
    """Store calls of last week and of 13 weeks before, and publish what they say.

    Of last week one that nobody would answer, and one that was not made.
    """
    earlier, *_, week = whole_weeks(directory.today(), 14)
    heard = [*[RIGHT] * right, *[UNREACHED] * unreached, UNTOLD, None]
    with directory.database.writing() as session:
        samples = CallSamples(session)
        samples.save_plan(CallPlan(10, datetime(2026, 11, 2, 9, tzinfo=UTC)))
        for monday, calls in ((earlier, heard[5:-2]), (week, heard)):
            samples.save_sample(Sample(monday, "seed", 800, 20, monday))
            for place, one in enumerate(calls, 1):
                samples.save(made_call(monday, place, one))
        figures = [WeeklyFigure(week, name, *counts) for name, counts in _FIGURES.items()]
        WeeklyFigures(session).put(figures)


def made_call(week: date, place: int, heard: Heard | None) -> SampledCall:
    """Return a call of a week with what was heard, or one that was not made."""
    id, listing = call_id(week, place), f"listing-{place}"
    if heard is None:
        return SampledCall(id, week, place, listing, "aetna")
    return SampledCall(
        id=id,
        week=week,
        place=place,
        provider_id=listing,
        plan="aetna",
        called_on=week + timedelta(days=2),
        said=SAID,
        heard=heard,
        verdicts=verdicts(SAID, heard),
    )
