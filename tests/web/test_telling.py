"""Telling how a call went: one press, counted for the listing, told to others in time."""

from collections.abc import Iterator, Mapping
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from directory.providers.contact_reports import REPORTS_COUNT_FOR
from directory.storage import ContactReports
from directory.web.access import EXTENSION
from tests.reports import told_since
from tests.web.people import TODAY


@pytest.fixture(autouse=True)
def no_reports_stay(app: Flask) -> Iterator[None]:
    yield
    with app.extensions[EXTENSION].database.writing() as session:
        ContactReports(session).forget_before(TODAY + timedelta(1))


def counts(app: Flask) -> Mapping[str, Mapping[str, int]]:
    return told_since(app.extensions[EXTENSION], TODAY - REPORTS_COUNT_FOR)


def test_how_a_call_went_reaches_the_listing_and_a_second_press_mends_it(
    app: Flask, client: FlaskClient
) -> None:
    for kind, words in (("no_reply", "two or three tries"), ("reached", "good that you called")):
        fields = {"listing": "lcsw-3", "kind": kind, "back": "/providers/lcsw-3"}
        reply = client.post("/shortlist/told", data=fields)
        assert reply.location == "/providers/lcsw-3#told"
        page = client.get("/providers/lcsw-3").text
        assert words in page
        assert counts(app) == {"lcsw-3": {kind: 1}}
    assert "(you told us)" in page


def test_a_form_that_names_no_kind_or_nobody_is_refused(app: Flask, client: FlaskClient) -> None:
    bad = client.post("/shortlist/told", data={"listing": "lcsw-1", "kind": "rude"})
    assert bad.status_code == 422
    unknown = client.post("/shortlist/told", data={"listing": "nobody", "kind": "full"})
    assert unknown.status_code == 404
    assert counts(app) == {}


def test_a_profile_tells_what_was_heard_three_times_and_nothing_before(
    app: Flask, client: FlaskClient
) -> None:
    for day, is_shown in ((0, False), (1, False), (2, True)):
        with app.extensions[EXTENSION].database.writing() as session:
            ContactReports(session).add("lcsw-4", "no_reply", TODAY - timedelta(day))
        page = client.get("/providers/lcsw-4").text
        assert ("At least 3 times we heard: no one got back." in page) is is_shown
        assert ("What people told us" in page) is is_shown
