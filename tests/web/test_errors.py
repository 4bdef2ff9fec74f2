"""Errors are calm pages, and what was asked or typed stands in no log, also when an error errs."""

import logging
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from directory.web.access import EXTENSION
from tests.web.conftest import filled_app

TOKEN = "canary" + "a" * 37


@pytest.mark.parametrize("address", ["/providers/nobody/message", f"/reply/{TOKEN}"])
def test_a_form_without_a_token_about_nobody_is_a_calm_404(
    client: FlaskClient, address: str
) -> None:
    reply = client.post(address, data={"message": "canary"})
    assert reply.status_code == 404
    assert "988" in reply.text


@pytest.fixture
def app_in_trouble(tmp_path: Path) -> Flask:
    app = filled_app(tmp_path)
    directory = app.extensions[EXTENSION]
    directory.close()
    for file in tmp_path.glob("directory.db*"):
        file.unlink()
    tmp_path.joinpath("directory.db").write_bytes(b"no database at all" * 100)
    return app


@pytest.mark.parametrize(
    "address",
    ["/triage/3", "/providers/lcsw-1/message", f"/reply/{TOKEN}", "/shortlist", "/shortlist/told"],
)
def test_without_a_database_every_form_is_a_calm_503_and_no_log_has_a_link(
    app_in_trouble: Flask,
    address: str,
    capsys: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    client = app_in_trouble.test_client()
    client.set_cookie("visit", "a" * 32 + "." + "A" * 43 + "=")
    with caplog.at_level(logging.DEBUG):
        reply = client.post(address, data={"message": "canary", "keep": "lcsw-1"})
    assert reply.status_code == 503
    assert "988" in reply.text
    assert "canary" not in capsys.readouterr().err + caplog.text


@pytest.mark.parametrize("address", ["/shortlist", "/crisis", "/providers/lcsw-1"])
def test_while_somebody_writes_pages_that_only_show_something_go_on(
    tmp_path: Path, address: str
) -> None:
    app = filled_app(tmp_path)
    client = app.test_client()
    client.post("/shortlist", data={"keep": "lcsw-1"})
    with app.extensions[EXTENSION].database.writing() as session:
        session.connection()  # takes the lock
        page = client.get(address)
    assert page.status_code == 200
    assert "Your list" in page.text
    app.extensions[EXTENSION].close()
