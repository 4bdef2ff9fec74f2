"""The way out and the page to call: they work whatever else does not."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from directory.web.access import EXTENSION
from tests.web.conftest import filled_app
from tests.web.walking import walk

NEUTRAL = "https://www.weather.gov/"


@pytest.fixture
def own_app(tmp_path: Path) -> Iterator[Flask]:
    """An application whose database may come to harm."""
    app = filled_app(tmp_path)
    yield app
    app.extensions[EXTENSION].close()


def database_of(app: Flask) -> Path:
    return Path(app.extensions[EXTENSION].database.engine.url.database)


def destroy(app: Flask) -> None:
    app.extensions[EXTENSION].database.close()
    file = database_of(app)
    for one in file.parent.glob(f"{file.name}*"):
        one.unlink()
    file.write_bytes(b"This is no database. " * 200)


def test_whoever_leaves_is_forgotten_and_led_away(client: FlaskClient) -> None:
    walk(client).to_the_end()
    client.set_cookie("language", "es")
    response = client.get("/leave")
    assert (response.status_code, response.location) == (303, NEUTRAL)
    assert response.headers["Cache-Control"] == "no-store"
    for name in ("visit", "session", "language"):
        assert client.get_cookie(name) is None
    assert client.get("/triage/results").location == "/triage?over"


def test_leaving_does_not_wait_until_a_browser_has_searched_its_cache(client: FlaskClient) -> None:
    assert client.get("/leave").headers["Clear-Site-Data"] == '"cookies", "storage"'


def test_the_sealed_visit_is_deleted_and_not_only_its_key(own_app: Flask) -> None:
    client = own_app.test_client()
    walk(client).to_the_end()
    client.get("/leave")
    with closing(sqlite3.connect(database_of(own_app))) as database:
        assert database.execute("SELECT count(*) FROM sealed").fetchone() == (0,)


def test_another_writer_keeps_nobody_here(own_app: Flask) -> None:
    client = own_app.test_client()
    walk(client).answer({"danger_now": "false"})
    with closing(sqlite3.connect(database_of(own_app))) as other:
        other.execute("BEGIN IMMEDIATE")
        response = client.get("/leave")
    assert response.location == NEUTRAL
    assert client.get_cookie("visit") is None


def test_help_and_the_way_out_need_no_database(own_app: Flask) -> None:
    client = own_app.test_client()
    walk(client).to_the_end()
    destroy(own_app)
    page = client.get("/crisis")
    assert page.status_code == 200
    for href in ("tel:988", "sms:988", "tel:911", "/leave"):
        assert f'href="{href}"' in page.text
    assert client.get("/leave").location == NEUTRAL
    assert client.get_cookie("visit") is None


def test_what_fails_without_a_database_still_shows_whom_to_call(own_app: Flask) -> None:
    destroy(own_app)
    page = own_app.test_client().get("/providers/lcsw-1")
    assert page.status_code >= 500
    assert 'href="tel:988"' in page.text
