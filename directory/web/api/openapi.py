"""The description of the API: OpenAPI 3.1 as JSON, and a page that reads without a script."""

from typing import Any

from flask import Response, current_app, jsonify, render_template
from flask_openapi3.blueprint import APIBlueprint
from flask_openapi3.models.info import Info
from flask_openapi3.openapi import OpenAPI
from flask_openapi3.types import ResponseDict

from directory import __version__
from directory.web.api.docs_page import docs_page
from directory.web.api.schemas import REF, document_schemas

INFO = Info(
    title="Mental health directory",
    version=__version__,
    description=(
        "Search providers, turn triage answers into a level of care, and match it to providers. "
        "Answers and requests are never stored, logged or passed on."
    ),
)
_DESCRIPTIONS = {
    400: "The body is not JSON.",
    404: "There is no such thing.",
    415: "The body is not application/json.",
    422: "Some fields need mending.",
    429: "Too many requests: Retry-After tells in how many seconds to ask again.",
}

description = APIBlueprint("api_description", __name__, url_prefix="/api/v1")


MOVED: ResponseDict = {
    "308": {
        "description": "The listing was merged into another.",
        "headers": {
            "Location": {"description": "Where that one is.", "schema": {"type": "string"}}
        },
    }
}


def answers(document: str, *problems: int) -> ResponseDict:
    """Describe what a route answers: its document, and the problems it may come back with."""
    found: ResponseDict = {"200": _answer("application/json", document, "The answer.")}
    for status in (*problems, 422):
        text = _DESCRIPTIONS[status]
        found[str(status)] = _answer("application/problem+json", "Problem", text)
    return found


def _answer(mimetype: str, schema: str, text: str) -> dict[str, Any]:
    return {"description": text, "content": {mimetype: {"schema": {"$ref": f"{REF}{schema}"}}}}


def openapi_document(app: OpenAPI) -> dict[str, Any]:
    """Return the whole description, with the schemas of the documents put in."""
    spec = dict(app.api_doc)
    schemas = {**spec["components"]["schemas"], **document_schemas()}
    return {**spec, "components": {"schemas": schemas}}


@description.get("/openapi.json", doc_ui=False)
def openapi_json() -> Response:
    """Return the description for programs."""
    return jsonify(openapi_document(_app()))


@description.get("/docs", doc_ui=False)
def docs() -> str:
    """Return the description for people."""
    return render_template("api/docs.html", page=docs_page(openapi_document(_app())))


def _app() -> OpenAPI:
    app = current_app._get_current_object()  # type: ignore[attr-defined]  # noqa: SLF001
    assert isinstance(app, OpenAPI)  # noqa: S101  (create_app makes no other kind)
    return app
