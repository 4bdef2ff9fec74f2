"""The description of the API is true: it is OpenAPI 3.1, and every answer is as it says."""

from collections.abc import Iterator
from typing import Any

import pytest
from flask.testing import FlaskClient
from jsonschema import Draft202012Validator

from directory.vocabulary import VOCABULARIES
from tests.api.asking import API, EXAMPLE, NEED, post

PROBLEM = "application/problem+json"
GOOD: list[tuple[str, str, Any]] = [
    ("get", "/providers", None),
    ("get", "/providers?q=anxios&state=CA&zip=94110&sort=nearest", None),
    ("get", "/providers/ana-lopez", None),
    ("get", "/providers/gia-psychiatrist", None),
    ("get", "/providers/cora-coach", None),
    ("post", "/triage", EXAMPLE),
    ("post", "/triage", {"age": 34, "state": "CA"}),
    ("post", "/triage", {"age": 34, "state": "CA", "danger_now": True}),
    ("post", "/match", NEED),
    ("post", "/match", NEED | {"state": "NV", "concerns": ["suicidal"], "zip": "89501"}),
    ("post", "/match", NEED | {"level_of_care": "crisis"}),
    ("post", "/match", NEED | {"text": "speech therapy", "coverage": {"payer": "cigna"}}),
    ("post", "/concerns/suggestions", {"text": "I want to die on the subway"}),
    ("post", "/concerns/suggestions", {"text": "speech therapy"}),
    ("get", "/vocabulary", None),
    *(("get", f"/vocabulary/{name}", None) for name in VOCABULARIES),
]
BAD: list[tuple[str, str, Any, int]] = [
    ("get", "/providers?page_size=0", None, 422),
    ("get", "/providers/nobody", None, 404),
    ("get", "/vocabulary/nothing", None, 404),
    ("post", "/triage", {"danger_now": True}, 422),
    ("post", "/match", {}, 422),
    ("post", "/concerns/suggestions", {}, 422),
]


def path_of(description: dict[str, Any], path: str) -> str:
    """Return the path of the description that an address belongs to."""
    address = f"{API}{path.partition('?')[0]}"
    if address in description["paths"]:
        return address
    stem = address.rpartition("/")[0]
    return next(known for known in description["paths"] if known.startswith(f"{stem}/{{"))


def answer_schema(
    description: dict[str, Any], method: str, path: str, status: int, mimetype: str
) -> dict[str, Any]:
    operation = description["paths"][path_of(description, path)][method]
    schema = operation["responses"][str(status)]["content"][mimetype]["schema"]
    return {**schema, "components": description["components"]}


def references(part: Any) -> Iterator[str]:
    if isinstance(part, dict):
        if isinstance(part.get("$ref"), str):
            yield part["$ref"]
        for inner in part.values():
            yield from references(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from references(inner)


def test_it_is_openapi_3_1(description: dict[str, Any]) -> None:
    assert description["openapi"].startswith("3.1.")
    assert description["info"]["title"]
    assert description["info"]["version"]
    assert None not in description["components"].values()


def test_every_route_of_the_interface_is_described(description: dict[str, Any]) -> None:
    described = {
        f"{method.upper()} {path.removeprefix(API)}"
        for path, operations in description["paths"].items()
        for method in operations
    }
    assert described == {
        "GET /providers",
        "GET /providers/{id}",
        "POST /triage",
        "POST /match",
        "POST /concerns/suggestions",
        "GET /vocabulary",
        "GET /vocabulary/{name}",
    }


def test_every_operation_has_a_name_of_its_own_words_and_answers(
    description: dict[str, Any],
) -> None:
    operations = [o for path in description["paths"].values() for o in path.values()]
    names = [operation["operationId"] for operation in operations]
    assert len(names) == len(set(names))
    for operation in operations:
        assert operation["summary"]
        assert "200" in operation["responses"]
        assert all(answer["description"] for answer in operation["responses"].values())


def test_every_path_parameter_is_declared(description: dict[str, Any]) -> None:
    for path, operations in description["paths"].items():
        for operation in operations.values():
            declared = {p["name"] for p in operation.get("parameters", []) if p["in"] == "path"}
            assert declared == {part[1:-1] for part in path.split("/") if part.startswith("{")}


def test_every_schema_is_a_json_schema(description: dict[str, Any]) -> None:
    for schema in description["components"]["schemas"].values():
        Draft202012Validator.check_schema(schema)


def test_every_reference_leads_somewhere(description: dict[str, Any]) -> None:
    for reference in set(references(description)):
        prefix, _, name = reference.rpartition("/")
        assert prefix == "#/components/schemas"
        assert name in description["components"]["schemas"]


@pytest.mark.parametrize(("method", "path", "body"), GOOD)
def test_an_answer_is_as_described(
    client: FlaskClient, description: dict[str, Any], method: str, path: str, body: Any
) -> None:
    response = client.open(f"{API}{path}", method=method.upper(), json=body)
    assert response.status_code == 200
    schema = answer_schema(description, method, path, 200, "application/json")
    Draft202012Validator(schema).validate(response.get_json())


@pytest.mark.parametrize(("method", "path", "body", "status"), BAD)
def test_a_refusal_is_as_described(
    client: FlaskClient,
    description: dict[str, Any],
    method: str,
    path: str,
    body: Any,
    status: int,
) -> None:
    response = client.open(f"{API}{path}", method=method.upper(), json=body)
    assert response.status_code == status
    schema = answer_schema(description, method, path, status, PROBLEM)
    Draft202012Validator(schema).validate(response.get_json())


@pytest.mark.parametrize(("type", "status"), [("application/json", 400), ("text/plain", 415)])
@pytest.mark.parametrize("path", ["/triage", "/match", "/concerns/suggestions"])
def test_a_body_that_cannot_be_read_is_refused_as_described(
    client: FlaskClient, description: dict[str, Any], path: str, type: str, status: int
) -> None:
    response = client.post(f"{API}{path}", data="{", content_type=type)
    schema = answer_schema(description, "post", path, status, PROBLEM)
    Draft202012Validator(schema).validate(response.get_json())


@pytest.mark.parametrize(
    ("path", "body"),
    [("/triage", EXAMPLE), ("/match", NEED), ("/concerns/suggestions", {"text": "a"})],
)
def test_a_body_that_is_accepted_is_as_described(
    client: FlaskClient, description: dict[str, Any], path: str, body: Any
) -> None:
    assert post(client, path, body).status_code == 200
    content = description["paths"][f"{API}{path}"]["post"]["requestBody"]["content"]
    schema = content["application/json"]["schema"]
    Draft202012Validator({**schema, "components": description["components"]}).validate(body)


def test_a_triage_result_is_a_body_that_match_describes(
    client: FlaskClient, description: dict[str, Any]
) -> None:
    result = post(client, "/triage", EXAMPLE).get_json()
    schema = description["components"]["schemas"]["MatchRequest"]
    Draft202012Validator({**schema, "components": description["components"]}).validate(result)


def test_the_page_for_people_reads_without_a_script(
    client: FlaskClient, description: dict[str, Any]
) -> None:
    page = client.get(f"{API}/docs")
    text = page.get_data(as_text=True)
    assert page.status_code == 200
    for path in description["paths"]:
        assert path in text
