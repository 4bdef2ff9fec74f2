"""Counting what people look for and do not find: codes and sums, and nothing of any person."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import text

from directory.providers.unmet_demand import UnmetSum, Wish
from directory.providers.view_counts import KEPT_FOR, week_of
from directory.storage import UnmetSums
from directory.web.access import EXTENSION
from directory.workflows import Directory
from directory.workflows.working.work import work_once
from tests.web.conftest import filled_app
from tests.web.people import TODAY
from tests.web.walking import hidden_fields, walk

NOBODY = "/search?state=OH&language=es&payer=medicaid"
SPANISH, MEDICAID = ("OH", "language", "es", "nobody"), ("OH", "payer", "medicaid", "nobody")
Counts = dict[tuple[str, str, str, str], int]


@pytest.fixture
def app(tmp_path: Path) -> Iterator[Flask]:
    opened = filled_app(tmp_path)
    yield opened
    opened.extensions[EXTENSION].close()


def directory_of(app: Flask) -> Directory:
    found: Directory = app.extensions[EXTENSION]
    return found


def written(app: Flask) -> Counts:
    with directory_of(app).database.reading() as session:
        rows = session.execute(text("SELECT state, subject, code, found, count FROM unmet_sum"))
        return {(state, subject, code, found): n for state, subject, code, found, n in rows}


def counted(app: Flask) -> Counts:
    directory_of(app).unmet.write()
    return written(app)


def test_a_search_that_finds_nobody_counts_for_each_wish_by_itself(app: Flask) -> None:
    app.test_client().get(NOBODY)
    assert counted(app) == {SPANISH: 1, MEDICAID: 1}


def test_no_answer_waits_for_the_counting(app: Flask) -> None:
    app.test_client().get(NOBODY)
    assert written(app) == {}


def test_what_one_person_drops_sorts_and_loads_again_counts_once(app: Flask) -> None:
    client = app.test_client()
    for address in (NOBODY, NOBODY, f"{NOBODY}&sort=fee", "/search?state=OH&language=es"):
        client.get(address)
    assert counted(app) == {SPANISH: 1, MEDICAID: 1}


def test_a_search_that_finds_enough_is_not_counted(app: Flask) -> None:
    app.test_client().get("/search?state=CA&format=individual")
    assert counted(app) == {}


def test_words_count_as_the_concern_that_they_name(app: Flask) -> None:
    app.test_client().get("/search?state=OH&q=panic+attacks")
    assert counted(app) == {("OH", "concern", "panic", "few"): 1}


def test_words_that_name_no_concern_count_for_nothing(app: Flask) -> None:
    app.test_client().get("/search?state=OH&language=es&q=Quentin+Zanzibar")
    assert counted(app) == {}


@pytest.mark.parametrize(
    "danger",
    ["q=I+want+to+kill+myself", "concern=ipv_survivor", "concern=psychosis", "concern=suicidal"],
)
def test_a_search_that_speaks_of_danger_counts_for_nothing(app: Flask, danger: str) -> None:
    app.test_client().get(f"{NOBODY}&{danger}")
    assert counted(app) == {}


def test_a_zip_code_counts_as_its_state(app: Flask) -> None:
    app.test_client().get("/search?zip=43215&within_miles=10&language=es")
    assert counted(app) == {SPANISH: 1}


def test_programs_are_not_counted(app: Flask) -> None:
    app.test_client().get(NOBODY, headers={"User-Agent": "Examplebot/2.1"})
    app.test_client().get("/api/v1/providers?state=OH&language=es")
    assert counted(app) == {}


def test_a_triage_that_finds_nobody_counts_once_however_often_it_is_looked_at(app: Flask) -> None:
    client = app.test_client()
    walk(client).to_the_end(state="OH", zip="43215")
    for _ in range(2):
        page = client.get("/triage/results")
    client.post("/triage/results", data={**hidden_fields(page.text), "drop": "payer"})
    client.get("/triage/results")
    found = counted(app)
    assert found["OH", "payer", "aetna", "nobody"] == 1
    assert found["OH", "concern", "panic", "nobody"] == 1
    assert set(found.values()) == {1}


@pytest.mark.parametrize(
    "danger",
    [{"instruments.HARK[1]": "1", "concerns": ["relationship_distress"]}, {"danger_now": "true"}],
)
def test_a_triage_that_speaks_of_danger_counts_for_nothing(
    app: Flask, danger: dict[str, object]
) -> None:
    client = app.test_client()
    walk(client).to_the_end(**{"state": "OH", "zip": "43215", **danger})  # type: ignore[arg-type]
    page = client.get("/triage/results")
    client.post("/triage/results", data={**hidden_fields(page.text), "show_providers": "true"})
    client.get("/triage/results")
    assert counted(app) == {}


def test_nothing_but_codes_weeks_and_sums_is_kept(app: Flask) -> None:
    with directory_of(app).database.reading() as session:
        columns = session.execute(text("SELECT * FROM unmet_sum")).keys()
    assert set(columns) == {"week", "state", "subject", "code", "found", "count", "since"}


def past(weeks: int, count: int) -> UnmetSum:
    week = week_of(TODAY) - timedelta(weeks=weeks)
    return UnmetSum(week, Wish("OH", "language", "es"), "nobody", count, since=week)


def told(app: Flask) -> list[int]:
    with directory_of(app).database.reading() as session:
        return [one.count for one in UnmetSums(session).told_since(TODAY - 2 * KEPT_FOR)]


def test_the_worker_tells_what_five_have_come_together_in(app: Flask) -> None:
    with directory_of(app).database.writing() as session:
        UnmetSums(session).add([past(2, 3), past(1, 1), past(0, 9)])
    work_once(directory_of(app))
    assert told(app) == []  # four, and the week that runs
    with directory_of(app).database.writing() as session:
        UnmetSums(session).add([past(1, 6)])
    work_once(directory_of(app))
    assert told(app) == [6]
    assert list(written(app).values()) == [13]  # what waits is never told by itself


def test_what_is_older_than_a_year_is_forgotten(app: Flask) -> None:
    with directory_of(app).database.writing() as session:
        UnmetSums(session).tell([past(60, 8), past(1, 7)])
        UnmetSums(session).add([past(60, 2)])
    work_once(directory_of(app))
    assert told(app) == [7]
    assert written(app) == {}
