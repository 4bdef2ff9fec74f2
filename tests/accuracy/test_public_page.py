"""What patients may read of how true the list is: only while it is public, in plain words."""

import html
import re

import pytest
from flask import Flask
from flask.testing import FlaskClient
from textstat import textstat

from directory.accuracy.samples import CallPlan
from directory.storage import CallSamples
from directory.workflows import Directory
from tests.accuracy.conftest import SignIn
from tests.accuracy.published import publish_calls
from tests.words.html import Page
from tests.words.prose import prose_of

ADDRESS = "/about/accuracy"


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


def words_of(client: FlaskClient, address: str = ADDRESS) -> str:
    text = client.get(address).get_data(as_text=True)
    main = text.partition("<main")[2].partition("</main>")[0]
    return " ".join(html.unescape(re.sub("<[^>]+>", " ", main)).split())


def places(client: FlaskClient) -> list[bool]:
    """Tell where the page shows up: by itself, on the page about the site, on the site map."""
    return [
        client.get(ADDRESS).status_code == 200,
        ADDRESS in client.get("/about").get_data(as_text=True),
        ADDRESS in client.get("/sitemap.xml").get_data(as_text=True),
    ]


def test_the_page_is_there_only_while_an_owner_publishes_it(
    client: FlaskClient, admin: SignIn
) -> None:
    assert places(client) == [False] * 3
    assert admin("owner").post("/admin/truth/publish").status_code == 303
    assert places(client) == [True] * 3
    assert admin("owner").post("/admin/truth/withdraw").status_code == 303
    assert places(client) == [False] * 3


def test_it_says_what_was_found_how_sure_that_is_and_what_is_not_known(
    client: FlaskClient, house: Directory
) -> None:
    publish_calls(house)
    words = words_of(client)
    assert "Of each 100 people that we called, all that we asked about was right for 75." in words
    assert "most likely be from 60 to 86 out of 100." in words
    assert "That comes from 40 calls. All was right in 30. Something was wrong in 10." in words
    assert "13 weeks before, it was 71 out of 100" in words
    assert "We drew 42 names. For 2 of them we do not know." in words
    assert "20 people on this list have no phone number here." in words
    assert "In the last 90 days, 310 told us that all of it is still true." in words
    assert "What gets old first: if there is room and health plans." in words
    assert "19 people told us how a call went. 14 got an answer." in words


def test_with_too_few_calls_no_share_is_told(client: FlaskClient, house: Directory) -> None:
    publish_calls(house, right=6, unreached=2)
    words = words_of(client)
    assert "We have made too few calls to say." in words
    assert "out of 100" not in words.partition("How we call")[0]


def test_with_no_call_at_all_it_says_so(client: FlaskClient, admin: SignIn) -> None:
    admin("owner").post("/admin/truth/publish")
    words = words_of(client)
    assert "So far we know how it stands with 0 people." in words
    assert "What people like you told us" not in words


def test_an_admin_sees_it_before_anybody_else(admin: SignIn, house: Directory) -> None:
    publish_calls(house)
    with house.database.writing() as session:
        CallSamples(session).save_plan(CallPlan())
    assert admin("reader").get(ADDRESS).status_code == 404
    words = words_of(admin("reader"), "/admin/truth/preview")
    assert "all that we asked about was right for 75." in words
    assert "20 people on this list have no phone number here." in words


def test_a_sixth_grader_can_read_it(client: FlaskClient, house: Directory) -> None:
    for right in (30, 3):
        publish_calls(house, right=right)
        page = Page(client.get(ADDRESS).get_data(as_text=True))
        assert textstat.flesch_kincaid_grade(prose_of(page)) <= 6
