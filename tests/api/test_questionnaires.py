"""Questionnaires that come with the answers: read, or refused with their place."""

from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.triage.sending import FIELD, item, items_of, observation, response


def triage(client: FlaskClient, *resources: dict[str, Any]) -> Any:
    body = {"age": 34, "state": "CA", FIELD: list(resources)}
    return client.post("/api/v1/triage", json=body)


def test_observations_of_a_phq9_lead_to_a_level_of_care(client: FlaskClient) -> None:
    coded = [item["linkId"] for item in items_of("PHQ9", [0] * 9)]
    answer = triage(client, *(observation(code, 2) for code in coded))
    assert answer.status_code == 200
    result = answer.get_json()
    assert result["scores"] == {"PHQ9": {"total": 18, "band": "moderately_severe"}}
    assert (result["level_of_care"], result["safety_flags"]) == ("urgent", ["suicide"])
    assert FIELD not in result


@pytest.mark.parametrize("said", [True, False])
def test_a_refusal_bears_the_crisis_lines_where_danger_was_spoken_of(
    client: FlaskClient, said: bool
) -> None:
    answer = triage(client, response(item("ASQ_NOW", said), item("mood", 3)))
    problem = answer.get_json()
    assert answer.status_code == 422
    assert [error["field"] for error in problem["errors"]] == [f"{FIELD}[0].item[1]"]
    assert ("crisis" in problem) is said


def test_the_description_names_the_field(client: FlaskClient) -> None:
    schemas = client.get("/api/v1/openapi.json").get_json()["components"]["schemas"]
    assert schemas["TriageAnswers"]["properties"][FIELD]["type"] == "array"
