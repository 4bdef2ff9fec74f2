"""The numbers of a listing: sums of whole weeks, never a small one, and nothing of any person."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text

from directory.providers.view_counts import (
    FEWEST,
    KEPT_FOR,
    VIEW_KINDS,
    WeekCount,
    series_of,
    week_of,
    whole_weeks,
)
from directory.storage import ContactReports, Providers, ViewCounts
from directory.web.access import EXTENSION
from directory.web.provider.numbers.page import numbers_page
from directory.workflows import Directory
from directory.workflows.keeping.read_numbers import read_numbers
from directory.workflows.working.work import work_once
from tests.conftest import NOW
from tests.factories import make_provider
from tests.web.conftest import filled_app

TODAY = NOW.date()  # a Saturday
LAST_WEEK = whole_weeks(TODAY)[-1]
counts = st.lists(
    st.builds(
        WeekCount,
        st.sampled_from([*whole_weeks(TODAY), week_of(TODAY)]),
        st.sampled_from(VIEW_KINDS),
        st.integers(1, 9),
    )
)


def test_weeks_begin_on_monday_and_the_one_that_runs_is_left_out() -> None:
    assert week_of(date(2026, 11, 21)) == date(2026, 11, 16)
    assert whole_weeks(date(2026, 11, 22))[-1] == date(2026, 11, 9)
    assert whole_weeks(date(2026, 11, 23))[-1] == date(2026, 11, 16)


@given(counts)
def test_no_sum_below_five_is_ever_shown(counted: list[WeekCount]) -> None:
    for kind in VIEW_KINDS:
        series = series_of(kind, counted, TODAY)
        for week, shown in zip(series.weeks, series.counts, strict=True):
            whole = sum(c.count for c in counted if (c.week, c.kind) == (week, kind))
            assert shown == (whole if whole >= FEWEST else None)


@given(counts)
def test_the_page_tells_no_difference_below_five(counted: list[WeekCount]) -> None:
    hidden = {
        (one.week, one.kind)
        for one in counted
        if sum(c.count for c in counted if (c.week, c.kind) == (one.week, one.kind)) < FEWEST
    }
    without = [one for one in counted if (one.week, one.kind) not in hidden]
    provider = make_provider()
    page = numbers_page(provider, [series_of(kind, counted, TODAY) for kind in VIEW_KINDS])
    assert page == numbers_page(provider, [series_of(kind, without, TODAY) for kind in VIEW_KINDS])


def test_reports_of_calls_are_told_by_week(directory: Directory) -> None:
    with directory.database.writing() as session:
        for day in range(5):
            ContactReports(session).add("ana-lopez", "full", LAST_WEEK + timedelta(days=day))
        ContactReports(session).add("ana-lopez", "no_reply", LAST_WEEK)
    told = {one.kind: one.counts[-1] for one in read_numbers(directory, "ana-lopez")}
    assert told["full"] == 5
    assert told["no_reply"] is None


def test_what_is_older_than_a_year_is_forgotten(directory: Directory) -> None:
    old, kept = week_of(TODAY - KEPT_FOR) - timedelta(weeks=1), week_of(TODAY)
    with directory.database.writing() as session:
        one, other = WeekCount(old, "opened", 7), WeekCount(kept, "opened", 7)
        ViewCounts(session).add([("ana-lopez", one), ("ana-lopez", other)])
    work_once(directory)
    with directory.database.reading() as session:
        assert ViewCounts(session).of_listing("ana-lopez", date.min) == (other,)


def test_counting_something_else_is_refused(directory: Directory) -> None:
    with pytest.raises(ValueError, match="'watched' is not counted"):
        directory.views.add(TODAY, "watched", ["ana-lopez"])


@pytest.fixture
def app(tmp_path: Path) -> Iterator[Flask]:
    opened = filled_app(tmp_path)
    yield opened
    opened.extensions[EXTENSION].close()


def counted(app: Flask) -> dict[tuple[str, str], int]:
    directory = app.extensions[EXTENSION]
    directory.views.write()
    with directory.database.reading() as session:
        rows = session.execute(text("SELECT provider_id, kind, count FROM view_count"))
        return {(id, kind): count for id, kind, count in rows}


def test_what_people_do_is_counted_and_nothing_else_is_kept(app: Flask) -> None:
    client, back = app.test_client(), {"back": "/search", "keep": "ana"}
    id = next(iter(_published(app)))
    client.get(f"/providers/{id}")
    client.get("/search?state=CA")
    for _ in range(2):
        client.post("/shortlist", data={**back, "keep": id}, headers={"Sec-Fetch-Site": "none"})
    found = counted(app)
    assert found[id, "opened"] == 1
    assert found[id, "kept"] == 1
    assert any(kind == "shown" for _, kind in found)
    with app.extensions[EXTENSION].database.reading() as session:
        columns = session.execute(text("SELECT * FROM view_count")).keys()
    assert set(columns) == {"week", "provider_id", "kind", "count"}


def test_programs_that_read_along_are_not_counted(app: Flask) -> None:
    id = next(iter(_published(app)))
    agent = {"User-Agent": "Mozilla/5.0 (compatible; Examplebot/2.1)"}
    app.test_client().get(f"/providers/{id}", headers=agent)
    assert counted(app) == {}


def _published(app: Flask) -> list[str]:
    with app.extensions[EXTENSION].database.reading() as session:
        return Providers(session).published_ids()
