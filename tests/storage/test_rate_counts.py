"""Counts of the rate limits: shared by all processes, begun anew when a window is over, deleted."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text

from directory.storage import Database, RateCounts, delete_expired_counts

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


class Clock:
    """A clock that a test moves on."""

    def __init__(self):
        self.now = NOW

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def database(tmp_path):
    opened = Database(f"sqlite:///{tmp_path / 'directory.db'}")
    opened.migrate()
    yield opened
    opened.close()


@pytest.fixture
def counts(database, clock):
    return RateCounts("directory://", database=database, clock=clock)


def rows(database):
    with database.reading() as session:
        return session.execute(text("SELECT hits FROM rate_count ORDER BY hits")).scalars().all()


def test_a_count_adds_up_until_its_window_is_over(counts, clock):
    assert [counts.incr("a", 60), counts.incr("a", 60), counts.incr("b", 60)] == [1, 2, 1]
    assert counts.get("a") == 2
    assert counts.get_expiry("a") == (NOW + timedelta(seconds=60)).timestamp()
    clock.now += timedelta(seconds=60)
    assert counts.get("a") == 0
    assert counts.get_expiry("a") == clock.now.timestamp()
    assert counts.incr("a", 60) == 1


def test_a_window_begins_with_its_first_request_and_is_not_prolonged(counts, clock):
    counts.incr("a", 60)
    clock.now += timedelta(seconds=59)
    counts.incr("a", 60)
    assert counts.get_expiry("a") == (NOW + timedelta(seconds=60)).timestamp()


def test_what_is_over_is_deleted_with_the_next_count_and_by_the_worker(counts, database, clock):
    counts.incr("a", 60)
    counts.incr("b", 600, amount=2)
    clock.now += timedelta(seconds=60)
    counts.incr("c", 60)
    assert rows(database) == [1, 2]
    with database.writing() as session:
        delete_expired_counts(session, NOW + timedelta(days=1))
    assert rows(database) == []


def test_what_was_taken_can_be_given_back(counts):
    counts.incr("a", 60)
    assert counts.incr("a", 60, amount=-1) == 0
    assert counts.incr("a", 60) == 1


def test_two_processes_count_together_and_lose_nothing(counts, database, clock):
    other = Database(str(database.engine.url))
    try:
        stores = (counts, RateCounts("directory://", database=other, clock=clock))
        with ThreadPoolExecutor(8) as threads:
            seen = list(threads.map(lambda n: stores[n % 2].incr("a", 60), range(80)))
    finally:
        other.close()
    assert sorted(seen) == list(range(1, 81))


def test_counts_can_be_forgotten(counts, database):
    counts.incr("a", 60)
    counts.incr("b", 60)
    counts.clear("a")
    assert rows(database) == [1]
    assert counts.reset() == 1
    assert counts.check()
    assert rows(database) == []


def test_nobody_is_kept_out_while_the_database_is_in_trouble(counts, database):
    with database.writing() as session:
        session.execute(text("DROP TABLE rate_count"))
    assert [counts.incr("a", 60) for _ in range(3)] == [0, 0, 0]
    assert not counts.check()
