"""Requests to the API, and what its answers come to."""

import json
from pathlib import Path
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

API = "/api/v1"
_EXAMPLE = Path(__file__).parents[1] / "data" / "example_answers.json"
EXAMPLE: dict[str, Any] = json.loads(_EXAMPLE.read_text(encoding="utf-8"))
NEED: dict[str, Any] = {"level_of_care": "psychotherapy", "age_group": "adult", "state": "CA"}


def post(client: FlaskClient, path: str, body: Any) -> TestResponse:
    return client.post(f"{API}{path}", json=body)


def answer(response: TestResponse) -> Any:
    """Return the document of an answer that went well."""
    assert response.status_code == 200, response.get_data(as_text=True)
    assert response.mimetype == "application/json"
    return response.get_json()


def triaged(client: FlaskClient, **changes: Any) -> dict[str, Any]:
    found: dict[str, Any] = answer(post(client, "/triage", {"age": 34, "state": "CA"} | changes))
    return found


def matched(client: FlaskClient, query: str = "", **changes: Any) -> dict[str, Any]:
    found: dict[str, Any] = answer(post(client, f"/match{query}", NEED | changes))
    return found


def ids(document: dict[str, Any]) -> list[str]:
    return [match["provider"]["id"] for match in document["matches"]]


def problem(response: TestResponse, status: int) -> dict[str, Any]:
    """Return the problem document of an answer that refuses."""
    assert response.status_code == status, response.get_data(as_text=True)
    assert response.mimetype == "application/problem+json"
    document: dict[str, Any] = response.get_json()
    assert {"type", "title", "status", "detail"} <= set(document)
    assert document["status"] == status
    return document


def fields(response: TestResponse) -> list[str]:
    """Return the fields that an answer says are at fault."""
    return [error["field"] for error in problem(response, 422)["errors"]]
