"""Problem documents for programs (RFC 9457)."""

from collections.abc import Sequence
from http import HTTPStatus
from typing import Any

from flask import Response, jsonify

from directory.errors import Problem


def problem_response(
    status: int, detail: str, problems: Sequence[Problem] = (), **more: Any
) -> Response:
    """Return an application/problem+json answer; `problems` name the fields at fault."""
    document: dict[str, Any] = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
        **more,
    }
    if problems:
        document["errors"] = [{"field": p.field, "message": p.message} for p in problems]
    response = jsonify(document)
    response.status_code = status
    response.mimetype = "application/problem+json"
    return response
