"""Signs of life: what the worker leaves, so that somebody sees that it lives."""

from dataclasses import replace
from datetime import timedelta

from directory.providers.view_counts import week_of
from directory.storage import Providers, Vitals
from directory.workflows import Directory
from directory.workflows.vital_signs import BEAT, WORKER
from directory.workflows.work import work_once
from tests.conftest import NOW
from tests.factories import make_provider

WEEK = week_of(NOW.date())


def at(directory: Directory, later: timedelta) -> Directory:
    return replace(directory, clock=lambda: NOW + later)


def test_the_worker_leaves_a_sign_of_life_now_and_then(directory: Directory) -> None:
    for later, expected in ((BEAT * 0, NOW), (BEAT / 2, NOW), (BEAT, NOW + BEAT)):
        work_once(at(directory, later))
        with directory.database.reading() as session:
            assert Vitals(session).last_life(WORKER) == expected


def test_listings_are_counted_once_a_day_and_stand_for_their_week(directory: Directory) -> None:
    work_once(directory)
    with directory.database.writing() as session:
        Providers(session).save(make_provider(id="a"))
        Providers(session).save(make_provider(id="b", published=False))
    work_once(at(directory, timedelta(hours=1)))
    with directory.database.reading() as session:
        assert Vitals(session).figures("public", WEEK) == {WEEK: 0}
    work_once(at(directory, timedelta(days=1)))  # a Sunday
    with directory.database.reading() as session:
        assert Vitals(session).figures("public", WEEK) == {WEEK: 1}
        assert Vitals(session).figures("hidden", WEEK) == {WEEK: 1}
