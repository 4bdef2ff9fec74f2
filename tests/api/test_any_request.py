"""Whatever is sent: never a 500, and every refusal is a problem document."""

import json
from typing import Any
from urllib.parse import quote, urlencode

from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from werkzeug.test import TestResponse

from directory.vocabulary import CONCERNS, FORMATS, LEVELS_OF_CARE, SAFETY_FLAGS
from directory.web.parameters import SearchParameters
from tests.api.asking import API, NEED

JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=8,
)
CODES = st.sampled_from([*LEVELS_OF_CARE, *SAFETY_FLAGS, *CONCERNS, *FORMATS, "CA", "94110"])
NEAR_MISSES = JSON | CODES | st.lists(CODES, max_size=4)
ANSWER_FIELDS = [
    *("for", "age", "state", "zip", "within_miles", "wants", "duration", "seeks", "tried_coping"),
    *("exploration_comfort", "difficulty", "concerns", "goals", "formats", "delivery", "red_flags"),
    *("text", "on_medication", "danger_now", "sex", "instruments", "external_scores", "coverage"),
    "preferences",
]
REQUEST_FIELDS = [
    *(
        "schema",
        "level_of_care",
        "intent",
        "safety_flags",
        "concerns",
        "scores",
        "age_group",
        "age",
    ),
    *("state", "zip", "within_miles", "formats", "delivery", "services", "seeks", "on_medication"),
    *("exploration_comfort", "coverage", "preferences", "goals", "text", "because", "crisis"),
]
INSTRUMENTS = st.dictionaries(
    st.sampled_from(["ASQ", "ASQ_NOW", "PHQ4", "PHQ9", "HARK", "PCPTSD5", "AUDITC", "DRUG", "X"]),
    st.lists(st.integers(-1, 4) | st.none(), max_size=9) | JSON,
    max_size=3,
)
PREFERENCE = st.fixed_dictionaries(
    {
        "factor": st.sampled_from(["gender", "language", "structure", "modality"]) | JSON,
        "value": st.sampled_from(["male", "en", "structured", "CBT"]) | JSON,
        "strength": st.sampled_from(["must", "prefer", "avoid"]) | JSON,
    }
)
COVERAGE = st.fixed_dictionaries(
    {},
    optional={
        "payer": CODES | JSON,
        "max_fee": st.floats(allow_nan=False, allow_infinity=False) | JSON,
        "sliding_scale": JSON,
    },
)
PARAMETER_VALUES = (
    CODES
    | st.sampled_from(["lcsw", "best", "nearest", "true", "0", "20", "1e9", "-1", "nan", "inf"])
    | st.text(max_size=40)
    | st.sampled_from(["(" * 200, "w*", '"a b', "NOT " * 60, "a AND OR b", "[a TO b]", "\x00"])
)
often = settings(
    max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def bodies(names: list[str], **known: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Make bodies that are nearly right: known fields with odd values, and sometimes others."""
    fields = {name: known.get(name, NEAR_MISSES) for name in names}
    return st.fixed_dictionaries({}, optional=fields) | JSON


def answered(app: Flask, path: str, body: Any) -> TestResponse:
    """Send a body and see that it is answered, or refused as it should be."""
    client = app.test_client()
    sent = json.dumps(body)
    response = client.post(f"{API}{path}", data=sent, content_type="application/json")
    assert response.status_code in {200, 422}
    if response.status_code == 422:
        assert response.mimetype == "application/problem+json"
        assert all(error["message"] for error in response.get_json()["errors"])
    return response


@often
@given(
    body=bodies(
        ANSWER_FIELDS,
        age=st.integers(-5, 130) | JSON,
        state=st.sampled_from(["CA", "NV", "ZZ"]),
        instruments=INSTRUMENTS | JSON,
        preferences=st.lists(PREFERENCE, max_size=3) | JSON,
        coverage=COVERAGE | JSON,
    )
)
def test_any_answers_are_read_or_refused_and_any_result_is_matched(app: Flask, body: Any) -> None:
    triaged = answered(app, "/triage", body)
    if triaged.status_code == 200:
        assert answered(app, "/match", triaged.get_json()).status_code == 200


@often
@given(
    body=bodies(
        REQUEST_FIELDS,
        preferences=st.lists(PREFERENCE, max_size=3) | JSON,
        coverage=COVERAGE | JSON,
    ),
    whole=st.booleans(),
)
def test_any_match_request(app: Flask, body: Any, whole: bool) -> None:
    answered(app, "/match", NEED | body if whole and isinstance(body, dict) else body)


@often
@given(text=st.text(max_size=300) | JSON, limit=st.integers(-1, 30) | JSON)
def test_any_own_words(app: Flask, text: Any, limit: Any) -> None:
    answered(app, "/concerns/suggestions", {"text": text, "limit": limit})


@often
@given(body=st.binary(max_size=200))
def test_any_bytes(app: Flask, body: bytes) -> None:
    client = app.test_client()
    response = client.post(f"{API}/match", data=body, content_type="application/json")
    assert response.status_code in {200, 400, 422}


@often
@given(
    parameters=st.lists(
        st.tuples(st.sampled_from([*SearchParameters.model_fields, "x"]), PARAMETER_VALUES),
        max_size=4,
    )
)
def test_any_search(app: Flask, parameters: list[tuple[str, str]]) -> None:
    client = app.test_client()
    response = client.get(f"{API}/providers", query_string=_pairs(parameters))
    assert response.status_code in {200, 422}


@often
@given(id=st.text(max_size=80))
def test_any_id(app: Flask, id: str) -> None:
    response = app.test_client().get(f"{API}/providers/{quote(id, safe='')}")
    assert response.status_code in {200, 308, 404, 422}


def _pairs(parameters: list[tuple[str, str]]) -> str:
    return urlencode([(name, value.encode("utf-8", "surrogatepass")) for name, value in parameters])
