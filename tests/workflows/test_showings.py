"""What was shown is counted in passing, and gives others their turn from the next day on."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, event, text

from directory.config import ENGINES, Settings
from directory.matching import MatchRequest
from directory.storage import Database, Exposures
from directory.workflows import Directory, open_directory
from directory.workflows.matching.match_providers import match_providers
from directory.workflows.matching.showings import WINDOW, Showings, attention
from directory.workflows.prepare import initialise
from directory.workflows.working.work import work_once
from tests.conftest import NOW
from tests.factories import make_provider, store
from tests.prepared import lay_out

REQUEST = MatchRequest.model_validate(
    {"level_of_care": "psychotherapy", "age_group": "adult", "state": "CA"}
)
TODAY, DAY = NOW.date(), timedelta(days=1)


class Time:
    """A clock that is put forward by hand."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture(params=ENGINES)
def moving(request, settings: Settings, time: Time) -> Iterator[Directory]:
    """A directory of four who fit alike, whose clock can be put forward, with each engine."""
    changed = Settings(**{**vars_of(settings), "search_engine": request.param})
    lay_out(settings.instance_path, request.param)
    opened = open_directory(changed, clock=time)
    store(opened, *(make_provider(id=f"p-{number}") for number in range(4)))
    yield opened
    opened.close()


def vars_of(settings: Settings) -> dict[str, object]:
    return {name: getattr(settings, name) for name in settings.__dataclass_fields__}


def shown(directory: Directory, limit: int = 2, **how: Any) -> list[str]:
    found = match_providers(directory, REQUEST, limit, **how).outcome.matches
    return [match.provider.id for match in found]


def kept(database: Database) -> dict[str, float]:
    with database.reading() as session:
        return Exposures(session).between(TODAY - WINDOW, TODAY + 2 * DAY)


def test_the_attention_that_a_place_gets_falls_with_its_rank() -> None:
    assert [round(attention(rank), 3) for rank in (1, 2, 3, 7)] == [1, 0.631, 0.5, 0.333]


def test_today_s_order_holds_all_day_and_others_have_their_turn_tomorrow(
    moving: Directory, time: Time
) -> None:
    today = shown(moving)
    for minute in range(5):
        time.now = NOW + timedelta(minutes=minute)
        assert shown(moving) == today
        moving.showings.write()
    time.now = NOW + DAY
    tomorrow = shown(moving)
    assert set(tomorrow).isdisjoint(today)
    time.now = NOW + 2 * DAY
    assert shown(moving, limit=4)[3] == today[0]


def test_what_was_not_written_yet_counts_on_the_next_day_all_the_same(
    moving: Directory, time: Time
) -> None:
    today = shown(moving)
    assert kept(moving.database) == {}
    time.now = NOW + DAY
    shown(moving)
    assert kept(moving.database) == {today[0]: 1.0, today[1]: 0.63093}


def test_after_four_weeks_nothing_counts_any_more(moving: Directory, time: Time) -> None:
    first, second = shown(moving)
    moving.showings.write()
    for days, counts in ((28, {first: 1.0, second: 0.63093}), (29, {})):
        time.now = NOW + days * DAY
        today = time.now.date()
        morning = Showings(moving.database).before(today)
        for id in (first, second):
            assert morning.of(make_provider(id=id)) == counts.get(id, 0.0)


def test_who_was_seen_before_is_not_counted_again_and_others_keep_their_rank(
    moving: Directory,
) -> None:
    first, second = shown(moving)
    shown(moving, seen=(first,))
    moving.showings.write()
    assert kept(moving.database) == {first: 1.0, second: pytest.approx(2 * 0.63093)}


def test_what_nobody_looks_at_is_not_counted(moving: Directory) -> None:
    shown(moving, is_shown=False)
    moving.showings.write()
    assert kept(moving.database) == {}


def test_in_a_crisis_nobody_is_shown_and_nobody_counted(moving: Directory) -> None:
    crisis = REQUEST.model_copy(update={"level_of_care": "crisis"})
    match_providers(moving, crisis)
    moving.showings.write()
    assert kept(moving.database) == {}


def test_closing_writes_what_was_counted(settings: Settings) -> None:
    directory = open_directory(settings, clock=lambda: NOW)
    initialise(directory)
    store(directory, make_provider())
    match_providers(directory, REQUEST)
    directory.close()
    database = Database(settings.database_url)
    assert kept(database) == {"ana-lopez": 1.0}
    database.close()


def test_two_processes_read_the_same_on_one_day_though_one_writes_late(
    directory: Directory, settings: Settings
) -> None:
    one, other = Showings(directory.database), Showings(Database(settings.database_url))
    one.add(TODAY, ["ana"])
    other.add(TODAY, ["ben", "cleo"])
    morning = one.before(TODAY + DAY)
    other.write()
    late = other.before(TODAY + DAY)
    for id in ("ana", "ben", "cleo"):
        assert late.of(make_provider(id=id)) == morning.of(make_provider(id=id))
    assert morning.of(make_provider(id="ana")) == 1.0
    assert morning.of(make_provider(id="ben")) == 0.0
    again = Showings(directory.database).before(TODAY + 2 * DAY)
    assert again.of(make_provider(id="ben")) == 1.0


def test_the_morning_is_read_once_a_day(directory: Directory) -> None:
    showings = Showings(directory.database)
    assert showings.before(TODAY) is showings.before(TODAY)
    assert showings.before(TODAY + DAY) is not showings.before(TODAY)


def test_sums_are_written_in_a_thread_of_its_own_when_it_is_time(
    directory: Directory, monkeypatch: pytest.MonkeyPatch
) -> None:
    showings = Showings(directory.database)
    showings.add(TODAY, ["ana"])
    assert kept(directory.database) == {}
    monkeypatch.setattr("directory.workflows.matching.tally._SECONDS", 0.0)
    showings.add(TODAY, ["ana"])
    showings.close()
    assert kept(directory.database) == {"ana": 2.0}


def test_many_sums_are_written_before_it_is_time(
    directory: Directory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("directory.workflows.matching.tally._MANY", 3)
    showings = Showings(directory.database)
    showings.add(TODAY, ["ana", "ben"])
    assert showings._tally._writer is None
    showings.add(TODAY, ["cleo"])
    assert showings._tally._writer is not None
    showings._tally._writer.join()
    assert set(kept(directory.database)) == {"ana", "ben", "cleo"}
    showings.close()


def impatient(database: Database) -> None:
    """Let a database give up at once where another holds the lock."""

    @event.listens_for(database.engine, "begin", insert=True)
    def wait_for_nobody(connection: Connection) -> None:
        connection.exec_driver_sql("PRAGMA busy_timeout=0")


def test_while_another_writes_for_long_matches_go_on_and_nothing_is_lost(
    directory: Directory, settings: Settings
) -> None:
    store(directory, make_provider())
    impatient(directory.database)
    other = Database(settings.database_url)
    with other.writing() as session:
        session.execute(text("SELECT 1"))
        assert shown(directory) == ["ana-lopez"]
        directory.showings.write()
    other.close()
    assert kept(directory.database) == {}
    directory.showings.write()
    assert kept(directory.database) == {"ana-lopez": 1.0}


def test_the_worker_begins_the_day(directory: Directory) -> None:
    work_once(directory)
    with directory.database.reading() as session:
        assert Exposures(session).day() == TODAY


def test_what_is_kept_tells_nothing_of_a_request(directory: Directory) -> None:
    store(directory, make_provider())
    asked = REQUEST.model_copy(update={"text": "my secret worry", "concerns": ("panic",)})
    match_providers(directory, asked)
    directory.showings.write()
    with directory.database.reading() as session:
        rows = session.execute(text("SELECT * FROM exposure")).all()
    assert [tuple(row) for row in rows] == [("2026-11-21", "ana-lopez", 1_000_000)]
