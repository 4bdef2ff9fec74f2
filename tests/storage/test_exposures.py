"""What was shown is kept as sums of a listing and a day, which hold still once the day is over."""

from datetime import date, timedelta

import pytest
from sqlalchemy import inspect, text

from directory.storage import Database, Exposures

DAY = date(2026, 11, 21)
NEXT = DAY + timedelta(1)
LONG_AGO = DAY - timedelta(365)


@pytest.fixture
def database(tmp_path):
    opened = Database(f"sqlite:///{tmp_path / 'directory.db'}")
    opened.migrate()
    yield opened
    opened.close()


def add(database, day, **sums):
    with database.writing() as session:
        Exposures(session).add({day: sums})


def begin(database, day, oldest=LONG_AGO):
    with database.writing() as session:
        Exposures(session).begin_day(day, oldest)


def between(database, first, end):
    with database.reading() as session:
        return Exposures(session).between(first, end)


def test_what_is_written_at_several_times_adds_up(database):
    add(database, DAY, ana=1.0, ben=0.63)
    add(database, DAY, ana=0.5)
    add(database, NEXT, ana=0.25)
    assert between(database, DAY, NEXT) == {"ana": 1.5, "ben": 0.63}
    assert between(database, DAY, NEXT + timedelta(1)) == {"ana": 1.75, "ben": 0.63}
    assert between(database, NEXT, NEXT) == {}


def test_sums_are_kept_to_the_millionth(database):
    add(database, DAY, ana=1 / 3)
    assert between(database, DAY, NEXT) == {"ana": 0.333333}


def test_a_day_that_began_keeps_the_days_before_it_as_they_are(database):
    add(database, DAY, ana=1.0)
    begin(database, NEXT)
    add(database, DAY, ana=1.0, ben=1.0)
    assert between(database, DAY, NEXT) == {"ana": 1.0}
    assert between(database, NEXT, NEXT + timedelta(1)) == {"ana": 1.0, "ben": 1.0}


def test_the_day_that_began_last_is_known_and_may_begin_twice(database):
    with database.reading() as session:
        assert Exposures(session).day() is None
    for day in (DAY, NEXT, NEXT):
        begin(database, day)
        with database.reading() as session:
            assert Exposures(session).day() == day
            assert session.execute(text("SELECT count(*) FROM exposure_day")).scalar() == 1


def test_old_days_are_forgotten_when_a_day_begins(database):
    add(database, DAY - timedelta(29), ana=1.0)
    add(database, DAY - timedelta(28), ana=1.0)
    begin(database, DAY, DAY - timedelta(28))
    assert between(database, LONG_AGO, DAY) == {"ana": 1.0}


def test_there_is_no_place_for_anything_about_a_request(database):
    columns = {one["name"] for one in inspect(database.engine).get_columns("exposure")}
    assert columns == {"day", "provider_id", "millionths"}
