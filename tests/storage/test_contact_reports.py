"""Reports of calls are kept as sums of a listing, a kind and a day, and are forgotten in time."""

from datetime import date, timedelta

import pytest
from sqlalchemy import inspect, text

from directory.providers.contact_reports import DayOfReports
from directory.storage import ContactReports, Database

DAY = date(2026, 11, 21)
NEXT = DAY + timedelta(1)


@pytest.fixture
def database(tmp_path):
    opened = Database(f"sqlite:///{tmp_path / 'directory.db'}")
    opened.migrate()
    yield opened
    opened.close()


def add(database, *reports):
    with database.writing() as session:
        for id, kind, day in reports:
            ContactReports(session).add(id, kind, day)


def of_listing(database, id, since=DAY):
    with database.reading() as session:
        return ContactReports(session).of_listing(id, since)


def told_since(database, day, kinds=("full", "no_reply")):
    with database.reading() as session:
        return ContactReports(session).told_since(day, kinds)


def test_reports_of_a_day_add_up(database):
    add(database, ("ana", "full", DAY), ("ana", "full", DAY), ("ana", "reached", NEXT))
    assert of_listing(database, "ana") == (
        DayOfReports(DAY, "full", 2),
        DayOfReports(NEXT, "reached", 1),
    )
    assert of_listing(database, "ana", since=NEXT) == (DayOfReports(NEXT, "reached", 1),)
    assert of_listing(database, "ben") == ()


def test_an_admin_sees_the_counts_of_every_listing(database):
    add(database, ("ana", "full", DAY), ("ana", "full", NEXT), ("ben", "no_reply", NEXT))
    later = {"ana": (DayOfReports(NEXT, "full", 1),), "ben": (DayOfReports(NEXT, "no_reply", 1),)}
    assert told_since(database, NEXT) == later
    assert told_since(database, DAY) == later | {
        "ana": (DayOfReports(DAY, "full", 1), DayOfReports(NEXT, "full", 1))
    }
    assert told_since(database, DAY, ("reached",)) == {}


def test_a_report_can_be_taken_back_and_never_falls_below_none(database):
    add(database, ("ana", "full", DAY))
    for _ in range(2):
        with database.writing() as session:
            ContactReports(session).take_back("ana", "full", DAY)
    assert of_listing(database, "ana") == ()
    assert told_since(database, DAY) == {}
    add(database, ("ana", "full", DAY))
    assert of_listing(database, "ana") == (DayOfReports(DAY, "full", 1),)


def test_what_was_told_long_ago_is_forgotten(database):
    add(database, ("ana", "full", DAY), ("ana", "full", NEXT))
    with database.writing() as session:
        ContactReports(session).forget_before(NEXT)
    with database.reading() as session:
        assert session.execute(text("SELECT count(*) FROM contact_report")).scalar() == 1


def test_the_record_has_no_room_for_a_person_or_a_time_of_day(database):
    columns = {
        c["name"]: str(c["type"]) for c in inspect(database.engine).get_columns("contact_report")
    }
    assert columns == {
        "day": "DATE",
        "provider_id": "VARCHAR",
        "kind": "VARCHAR",
        "reports": "INTEGER",
    }
