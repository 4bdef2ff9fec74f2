"""Taking the figures of the week that is over."""

from datetime import date, timedelta

from directory.accuracy.figures import FreshnessTally, figures_of
from directory.accuracy.samples import KEPT_FOR
from directory.providers.view_counts import whole_weeks
from directory.storage import ContactReports, Providers, RealListings, WeeklyFigures
from directory.workflows.opening import Directory

_AT_ONCE = 200  # listings that are read in one transaction
_SIX_DAYS = timedelta(days=6)


def take_figures(directory: Directory) -> None:
    """Store the figures of the last whole week; listings count as they stand now."""
    week, tally = last_week(directory), _tally(directory)
    with directory.database.reading() as session:
        listings = RealListings(session)
        reports = ContactReports(session).sums_between(week, week + _SIX_DAYS)
        figures = figures_of(week, tally, listings.public(), listings.count(), reports)
    with directory.database.writing() as session:
        WeeklyFigures(session).put(figures)
        WeeklyFigures(session).forget_before(week - KEPT_FOR)


def last_week(directory: Directory) -> date:
    """Return the Monday of the last week that is over."""
    return whole_weeks(directory.today(), 1)[0]


def _tally(directory: Directory) -> FreshnessTally:
    tally, upto = FreshnessTally(directory.today()), ""
    while True:
        with directory.database.reading() as session:
            found = Providers(session).claimed_after(upto, _AT_ONCE)
        for provider in found:
            tally.add(provider)
        if not found:
            return tally
        upto = found[-1].id
