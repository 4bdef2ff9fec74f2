"""The page of unmet demand: whom to recruit, and no number that singles anybody out."""

import csv
import io
import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from directory.providers.unmet_demand import Found, Subject, UnmetSum, Wish
from directory.providers.view_counts import week_of
from directory.storage import UnmetSums
from directory.workflows.working.work import work_once
from tests.admin.running import Rooms, running
from tests.conftest import NOW
from tests.factories import make_license, make_provider, store

THIS_WEEK = week_of(NOW.date())


@pytest.fixture
def rooms(tmp_path: Path) -> Iterator[Rooms]:
    with running(tmp_path) as opened:
        yield opened


def sum_of(
    count: int,
    code: str = "es",
    subject: Subject = "language",
    found: Found = "nobody",
    state: str = "OH",
    weeks_ago: int = 1,
) -> UnmetSum:
    week = THIS_WEEK - timedelta(weeks=weeks_ago)
    return UnmetSum(week, Wish(state, subject, code), found, count, since=week)


def searched(rooms: Rooms, *sums: UnmetSum) -> None:
    with rooms.directory.database.writing() as session:
        UnmetSums(session).add(sums)
    work_once(rooms.directory)


def test_the_page_says_whom_to_recruit(rooms: Rooms) -> None:
    searched(rooms, sum_of(40), sum_of(7, found="few"), sum_of(12, "medicaid", "payer"))
    page = rooms.reader.get("/admin/demand").text
    assert (
        "In Ohio, 40 searches for somebody who speaks Spanish found nobody, and 7 searches found"
        " one or two people." in page
    )
    assert "Nobody is listed for it today." in page
    assert 'href="/search?state=OH&amp;language=es"' in page
    assert page.index("speaks Spanish") < page.index("takes Medicaid")


def test_where_somebody_is_listed_the_page_says_that_something_else_was_missing(
    rooms: Rooms,
) -> None:
    held = [make_license(state="OH", title="LISW")]
    store(rooms.directory, make_provider(languages=["en", "es"], licenses=held))
    searched(rooms, sum_of(40))
    page = rooms.reader.get("/admin/demand").text
    assert "1 person is listed for it today, so something else" in page


def test_four_searches_and_those_of_the_running_week_are_told_nowhere(rooms: Rooms) -> None:
    searched(rooms, sum_of(40), sum_of(4, "prs"), sum_of(44, "vi", weeks_ago=0))
    for address in ("/admin/demand", "/admin/demand.csv"):
        text = rooms.reader.get(address).text
        assert "Spanish" in text
        assert not re.search(r"Dari|Vietnamese|\b44\b", text)


def test_one_state_can_be_looked_at_alone(rooms: Rooms) -> None:
    searched(rooms, sum_of(40), sum_of(12, "vi", state="TX"), sum_of(9, "ko", state=""))
    page = rooms.reader.get("/admin/demand?state=TX").text
    assert "In Texas, 12 searches" in page
    assert "In Ohio" not in page
    nowhere = rooms.reader.get("/admin/demand?state=-").text
    assert "Without a state, 9 searches for somebody who speaks Korean" in nowhere


def test_a_state_that_does_not_exist_shows_all(rooms: Rooms) -> None:
    searched(rooms, sum_of(40))
    assert "In Ohio" in rooms.reader.get("/admin/demand?state=%3Cb%3E").text


def test_a_file_holds_every_sum_that_is_told(rooms: Rooms) -> None:
    searched(rooms, sum_of(40), sum_of(7, found="few"))
    answer = rooms.reader.get("/admin/demand.csv")
    assert answer.headers["Content-Disposition"] == "attachment; filename=unmet-demand.csv"
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert [(row["found"], row["searches"]) for row in rows] == [("few", "7"), ("nobody", "40")]
    assert rows[0]["label"] == "Spanish"


def test_an_empty_page_says_when_numbers_come(rooms: Rooms) -> None:
    page = rooms.reader.get("/admin/demand").text
    assert "Nothing can be told yet." in page
    assert 'href="/admin"' in page


def test_whoever_has_no_role_learns_nothing_of_it(rooms: Rooms) -> None:
    assert rooms.nobody.get("/admin/demand").status_code == 404
    assert rooms.nobody.get("/admin/demand.csv").status_code == 404
