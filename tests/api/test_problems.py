"""Errors come as problem documents that name what to mend."""

from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.api.asking import API, EXAMPLE, NEED, answer, fields, post, problem

POSTS = ["/triage", "/match", "/concerns/suggestions"]
ANSWERS = {"age": 34, "state": "CA"}


@pytest.mark.parametrize("path", POSTS)
@pytest.mark.parametrize(
    "body",
    [b"", b"{", b'{"age": 34,}', b"{'age': 34}", b"age=34", b"\xff\xfe", b"[" * 100_000, b"NaN"],
)
def test_malformed_json_is_a_400(client: FlaskClient, path: str, body: bytes) -> None:
    response = client.post(f"{API}{path}", data=body, content_type="application/json")
    problem(response, 400)


@pytest.mark.parametrize("path", POSTS)
def test_a_field_that_is_named_twice_is_a_400(client: FlaskClient, path: str) -> None:
    body = '{"text": "a", "text": "b"}'
    response = client.post(f"{API}{path}", data=body, content_type="application/json")
    assert "twice" in problem(response, 400)["detail"]


@pytest.mark.parametrize("path", POSTS)
@pytest.mark.parametrize(
    "type", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""]
)
def test_a_wrong_media_type_is_a_415(client: FlaskClient, path: str, type: str) -> None:
    problem(client.post(f"{API}{path}", data="{}", content_type=type), 415)


def test_a_charset_beside_the_media_type_is_fine(client: FlaskClient) -> None:
    type = "application/json; charset=utf-8"
    answer(client.post(f"{API}/triage", data='{"age": 34, "state": "CA"}', content_type=type))


@pytest.mark.parametrize(
    "path", ["/providers/nobody", "/vocabulary/nothing", "/nowhere", "/providers/hidden"]
)
def test_what_does_not_exist_or_is_not_public_is_a_404(client: FlaskClient, path: str) -> None:
    problem(client.get(f"{API}{path}"), 404)


def test_a_wrong_method_is_a_405_that_names_the_right_ones(client: FlaskClient) -> None:
    response = client.get(f"{API}/triage")
    problem(response, 405)
    assert "POST" in response.headers["Allow"]


@pytest.mark.parametrize("path", POSTS)
def test_a_body_that_is_far_too_large_is_a_413(client: FlaskClient, path: str) -> None:
    body = b'{"text": "' + b"a" * 100_000 + b'"}'
    problem(client.post(f"{API}{path}", data=body, content_type="application/json"), 413)


def test_a_body_full_of_mistakes_gets_the_first_hundred(client: FlaskClient) -> None:
    assert len(fields(post(client, "/triage", ANSWERS | {"goals": ["nothing"] * 5000}))) == 100


@pytest.mark.parametrize("path", POSTS)
@pytest.mark.parametrize("body", ["null", "[]", "3", '"text"', "true"])
def test_json_that_is_no_object_is_a_422(client: FlaskClient, path: str, body: str) -> None:
    response = client.post(f"{API}{path}", data=body, content_type="application/json")
    problem(response, 422)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"surprise": 1}, "surprise"),
        ({"state": "ZZ"}, "state"),
        ({"state": None}, "state"),
        ({"age": None}, "age"),
        ({"age": 121}, "age"),
        ({"age": -1}, "age"),
        ({"age": "34"}, "age"),
        ({"zip": "00000"}, "zip"),
        ({"zip": "9411"}, "zip"),
        ({"zip": 94110}, "zip"),
        ({"within_miles": 0}, "within_miles"),
        ({"wants": "magic"}, "wants"),
        ({"concerns": ["panic", "nothing"]}, "concerns[1]"),
        ({"concerns": ["panic", "grief", "stress", "anger"]}, "concerns"),
        ({"goals": ["nothing"]}, "goals[0]"),
        ({"formats": ["solo"]}, "formats[0]"),
        ({"delivery": "video"}, "delivery"),
        ({"red_flags": ["boredom"]}, "red_flags[0]"),
        ({"text": "a" * 2001}, "text"),
        ({"exploration_comfort": 6}, "exploration_comfort"),
        ({"danger_now": "perhaps"}, "danger_now"),
        ({"instruments": {"PHQ4": [0, 0, 4, 0]}}, "instruments.PHQ4[2]"),
        ({"instruments": {"PHQ4": [0, 0, 0]}}, "instruments.PHQ4[3]"),
        (
            {"instruments": {"PCPTSD5": {"gate": 1, "items": [0, 0, 2, 0, 0]}}},
            "instruments.PCPTSD5.items[2]",
        ),
        ({"instruments": {"MMPI": [1]}}, "instruments.MMPI"),
        ({"external_scores": {"PCL5": 81}}, "external_scores.PCL5"),
        ({"coverage": {"payer": "nobody"}}, "coverage.payer"),
        ({"coverage": {"max_fee": -1}}, "coverage.max_fee"),
        ({"coverage": {"cash": True}}, "coverage.cash"),
        (
            {"preferences": [{"factor": "mood", "value": "x", "strength": "must"}]},
            "preferences[0].factor",
        ),
        (
            {"preferences": [{"factor": "gender", "value": "en", "strength": "must"}]},
            "preferences[0].value",
        ),
        (
            {"preferences": [{"factor": "gender", "value": "male", "strength": "need"}]},
            "preferences[0].strength",
        ),
    ],
)
def test_triage_names_the_field_that_cannot_be(
    client: FlaskClient, wrong: dict[str, Any], field: str
) -> None:
    assert fields(post(client, "/triage", ANSWERS | wrong)) == [field]


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"surprise": 1}, "surprise"),
        ({"schema_": "triage-result/1"}, "schema_"),
        ({"schema": "triage-result/2"}, "schema"),
        ({"level_of_care": "soonish"}, "level_of_care"),
        ({"level_of_care": []}, "level_of_care"),
        ({"age_group": "baby"}, "age_group"),
        ({"state": "ca"}, "state"),
        ({"zip": "00000"}, "zip"),
        ({"safety_flags": ["boredom"]}, "safety_flags[0]"),
        ({"services": ["massage"]}, "services[0]"),
        ({"within_miles": -1}, "within_miles"),
        ({"on_medication": "yes"}, "on_medication"),
        ({"preferences": [{}]}, "preferences[0].factor"),
        (
            {"preferences": [{"factor": "gender", "value": "male", "strength": "must"}] * 41},
            "preferences",
        ),
        ({"coverage": {"payer": "nobody"}}, "coverage.payer"),
    ],
)
def test_match_names_the_field_that_cannot_be(
    client: FlaskClient, wrong: dict[str, Any], field: str
) -> None:
    assert fields(post(client, "/match", NEED | wrong))[0] == field


@pytest.mark.parametrize("missing", ["level_of_care", "age_group", "state"])
def test_match_needs_three_fields(client: FlaskClient, missing: str) -> None:
    body = {name: value for name, value in NEED.items() if name != missing}
    assert fields(post(client, "/match", body)) == [missing]
    assert fields(post(client, "/match", NEED | {missing: None})) == [missing]


@pytest.mark.parametrize("limit", ["0", "101", "ten", "-1", "1.5", ""])
def test_a_bad_limit_is_a_422(client: FlaskClient, limit: str) -> None:
    assert fields(post(client, f"/match?limit={limit}", NEED)) == ["limit"]


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("surprise=1", "surprise"),
        ("license=lcsw&license=guru", "license[1]"),
        ("service=massage", "service[0]"),
        ("state=ZZ", "state"),
        ("state=CA&state=TX", "state"),
        ("zip=00000", "zip"),
        ("within_miles=5", "within_miles"),
        ("sort=nearest", "sort"),
        ("sort=random", "sort"),
        ("max_fee=-1", "max_fee"),
        ("page_size=0", "page_size"),
        ("page_size=101", "page_size"),
        ("page_size=5&page_size=6", "page_size"),
        ("sliding_scale=perhaps", "sliding_scale"),
        ("cursor=nonsense", "cursor"),
        ("q=" + "a" * 257, "q"),
    ],
)
def test_search_names_the_parameter_that_cannot_be(
    client: FlaskClient, query: str, field: str
) -> None:
    assert fields(client.get(f"{API}/providers?{query}")) == [field]


def test_a_cursor_of_another_search_is_a_422(client: FlaskClient) -> None:
    following = answer(client.get(f"{API}/providers?page_size=1"))["next"]
    other = client.get(f"{API}/providers?page_size=1&sort=name&cursor={following}")
    assert fields(other) == ["cursor"]


@pytest.mark.parametrize("path", ["/providers/ana-lopez", "/vocabulary", "/vocabulary/license"])
def test_a_parameter_that_would_be_ignored_is_refused(client: FlaskClient, path: str) -> None:
    assert fields(client.get(f"{API}{path}?surprise=1")) == ["surprise"]


@pytest.mark.parametrize("path", ["/triage", "/concerns/suggestions"])
def test_a_post_refuses_parameters_too(client: FlaskClient, path: str) -> None:
    assert fields(client.post(f"{API}{path}?text=a", json={"text": "a"})) == ["text"]


def test_every_problem_is_named_at_once(client: FlaskClient) -> None:
    wrong = {"age": 34, "state": "ZZ", "zip": "00000", "instruments": {"PHQ4": [9, 0, 0, 9]}}
    named = ["state", "zip", "instruments.PHQ4[0]", "instruments.PHQ4[3]"]
    assert fields(post(client, "/triage", wrong)) == named


@pytest.mark.parametrize(
    "danger",
    [
        {"danger_now": True},
        {"instruments": {"ASQ_NOW": 1}},
        {"instruments": {"ASQ_NOW": 1, "PHQ4": [9]}},
        {"danger_now": 1},
        {"danger_now": "true"},
    ],
)
def test_a_problem_of_somebody_in_danger_carries_the_crisis_lines(
    client: FlaskClient, danger: dict[str, Any]
) -> None:
    for wrong in ({"surprise": 1}, {"state": "ZZ"}):
        document = problem(post(client, "/triage", ANSWERS | danger | wrong), 422)
        assert "988" in {line["call"] for line in document["crisis"]["lines"]}


def test_a_bad_parameter_does_not_hide_the_crisis_lines(client: FlaskClient) -> None:
    response = client.post(f"{API}/triage?a=b", json=ANSWERS | {"danger_now": True})
    assert problem(response, 422)["crisis"]["lines"]


def test_a_match_request_in_crisis_that_cannot_be_read_carries_them_too(
    client: FlaskClient,
) -> None:
    response = post(client, "/match", NEED | {"level_of_care": "crisis", "surprise": 1})
    assert problem(response, 422)["crisis"]["lines"]


def test_other_problems_carry_none(client: FlaskClient) -> None:
    calm = EXAMPLE | {"surprise": 1, "danger_now": False}
    assert "crisis" not in problem(post(client, "/triage", calm), 422)


def test_an_unexpected_error_says_nothing_of_what_was_sent(
    app: Flask, client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("canary-in-the-message")

    app.config["PROPAGATE_EXCEPTIONS"] = False
    monkeypatch.setattr("directory.web.api.routes.assess", broken)
    response = post(client, "/triage", ANSWERS)
    assert "canary" not in str(problem(response, 500))
