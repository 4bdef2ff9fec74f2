"""What a person sends is not kept, logged or passed on, and no answer may be stored on the way."""

import logging
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from directory.matching import MatchRequest
from directory.web.headers import CONTENT_SECURITY_POLICY
from tests.api.asking import API, NEED, post

CANARY = "xylophone canary of the subway"
BODIES: list[tuple[str, dict[str, Any]]] = [
    ("/triage", {"age": 34, "state": "CA", "text": CANARY}),
    ("/triage", {"age": 34, "state": "CA", "text": CANARY, "danger_now": True}),
    ("/triage", {"age": CANARY, "state": "CA", CANARY: CANARY}),
    ("/triage", {"age": 34, "state": CANARY, "concerns": [CANARY]}),
    ("/match", NEED | {"text": CANARY}),
    ("/match", NEED | {"text": CANARY, "level_of_care": "crisis"}),
    ("/match", NEED | {"zip": CANARY, "coverage": {"payer": CANARY}}),
    ("/match?limit=0", NEED | {"text": CANARY}),
    ("/concerns/suggestions", {"text": CANARY}),
    ("/concerns/suggestions", {"text": [CANARY]}),
]


def everything_sent(client: FlaskClient) -> list[TestResponse]:
    malformed = client.post(
        f"{API}/triage", data=f'{{"text": "{CANARY}"', content_type="application/json"
    )
    return [malformed, *(post(client, path, body) for path, body in BODIES)]


def contents(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_nothing_that_was_sent_is_in_a_file(app: Flask, client: FlaskClient) -> None:
    folder = app.extensions["directory.settings"].instance_path
    everything_sent(client)
    kept = contents(folder)
    assert any(path.suffix == ".db" for path in kept)
    assert [path for path, held in kept.items() if b"xylophone" in held] == []


def test_nothing_that_was_sent_is_logged_or_printed(
    client: FlaskClient, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    everything_sent(client)
    assert "xylophone" not in caplog.text
    assert "xylophone" not in "".join(capfd.readouterr())


def test_nothing_that_was_sent_is_in_a_header_and_no_cookie_is_set(client: FlaskClient) -> None:
    for response in everything_sent(client):
        assert "xylophone" not in str(response.headers)
        assert "Set-Cookie" not in response.headers


def test_an_error_while_matching_logs_its_kind_alone(
    app: Flask,
    client: FlaskClient,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError(CANARY)

    app.config["PROPAGATE_EXCEPTIONS"] = False
    monkeypatch.setattr("directory.web.api.routes.assess", broken)
    response = post(client, "/triage", {"age": 34, "state": "CA"})
    assert response.status_code == 500
    assert "xylophone" not in response.get_data(as_text=True)
    assert "xylophone" not in "".join(capfd.readouterr())


def test_a_record_of_a_need_prints_nothing_of_it() -> None:
    assert "xylophone" not in repr(MatchRequest.model_validate(NEED | {"text": CANARY}))


def test_matching_changes_no_file(app: Flask, client: FlaskClient) -> None:
    folder = app.extensions["directory.settings"].instance_path
    post(client, "/match", NEED)
    before = contents(folder)
    post(client, "/match", NEED | {"text": "panic on the subway"})
    assert contents(folder) == before


def test_answers_to_a_post_may_not_be_stored(client: FlaskClient) -> None:
    for response in everything_sent(client):
        assert response.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    "path",
    [
        "/providers",
        "/providers/ana-lopez",
        "/providers/nobody",
        "/vocabulary",
        "/openapi.json",
        "/docs",
    ],
)
def test_every_answer_loads_nothing_from_elsewhere(client: FlaskClient, path: str) -> None:
    headers = client.get(f"{API}{path}").headers
    assert headers["Content-Security-Policy"] == CONTENT_SECURITY_POLICY
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_refusals_carry_the_same_headers(client: FlaskClient) -> None:
    for response in everything_sent(client):
        assert response.headers["Content-Security-Policy"] == CONTENT_SECURITY_POLICY
        assert response.headers["Referrer-Policy"] == "no-referrer"
        assert response.headers["X-Content-Type-Options"] == "nosniff"
