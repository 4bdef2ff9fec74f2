"""The figures of a week, taken by the worker from a real database."""

from datetime import date, timedelta

from directory.storage import ContactReports, WeeklyFigures
from directory.workflows import Directory
from directory.workflows.working.keep_measuring import keep_measuring
from tests.accuracy.noting import at
from tests.conftest import NOW
from tests.factories import make_provider, make_unclaimed, store

LAST_WEEK = date(2026, 11, 9)


def figures(directory: Directory, week: date = LAST_WEEK) -> dict[str, tuple[int, int]]:
    with directory.database.reading() as session:
        found = WeeklyFigures(session).of_week(week)
    return {one.name: (one.count, one.whole) for one in found}


def test_the_worker_takes_the_figures_of_the_week_that_is_over(directory: Directory) -> None:
    store(
        directory,
        make_provider(id="kept"),
        make_unclaimed(),
        make_provider(id="made-up", demo=True),
        make_provider(id="taken-down", published=False),
    )
    keep_measuring(directory)
    found = figures(directory)
    assert found["public"] == (2, 3)
    assert found["kept"] == (1, 2)
    assert found["lapsed.availability"] == (0, 1)
    assert found["age.availability"] == (11, 1)
    assert "lapsed.payers" not in found  # nobody ever confirmed them


def test_reports_count_in_their_week_and_of_real_listings_alone(directory: Directory) -> None:
    store(directory, make_provider(id="kept"), make_provider(id="made-up", demo=True))
    with directory.database.writing() as session:
        reports = ContactReports(session)
        for day in (LAST_WEEK - timedelta(days=1), LAST_WEEK, LAST_WEEK + timedelta(days=6)):
            reports.add("kept", "full", day)
        reports.add("kept", "no_reply", LAST_WEEK)
        reports.add("kept", "no_reply", LAST_WEEK + timedelta(days=7))
        reports.add("made-up", "reached", LAST_WEEK)
    keep_measuring(directory)
    found = figures(directory)
    assert found["reports.full"] == (2, 3)
    assert found["answered"] == (2, 3)
    assert found["full"] == (2, 2)


def test_a_week_is_taken_once_and_a_missed_one_stays_missing(directory: Directory) -> None:
    store(directory, make_provider())
    keep_measuring(directory)
    store(directory, make_provider(id="later"))
    keep_measuring(directory)
    keep_measuring(at(directory, NOW + timedelta(weeks=2)))
    with directory.database.reading() as session:
        series = WeeklyFigures(session).series("public", LAST_WEEK)
        assert WeeklyFigures(session).newest_week() == LAST_WEEK + timedelta(weeks=2)
    assert [(one.week, one.count) for one in series] == [
        (LAST_WEEK, 1),
        (LAST_WEEK + timedelta(weeks=2), 2),
    ]
