"""POST /match: a triage result of ours or of another system in, explained matches out."""

from dataclasses import dataclass, field, replace
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from directory.matching import MatchRequest
from directory.search import Candidates, SearchEngine
from directory.web.access import EXTENSION
from directory.workflows import Directory
from tests.api.asking import EXAMPLE, NEED, answer, fields, ids, matched, post, triaged


@dataclass
class Watched:
    """A real engine that notes what it is asked."""

    engine: SearchEngine
    asked: list[str] = field(default_factory=list)

    def candidates(self, state: str, text: str) -> Candidates:
        self.asked.append("candidates")
        return self.engine.candidates(state, text)

    def __getattr__(self, name: str) -> Any:
        self.asked.append(name)
        return getattr(self.engine, name)


@pytest.fixture
def watched(app: Flask, served: Directory, monkeypatch: pytest.MonkeyPatch) -> Watched:
    """The engine of the application, watched."""
    engine = Watched(served.engine)
    monkeypatch.setitem(app.extensions, EXTENSION, replace(served, engine=engine))
    return engine


def test_the_example_ends_in_three_explained_matches(client: FlaskClient) -> None:
    result = answer(post(client, "/triage", EXAMPLE))
    document = answer(post(client, "/match", result))
    assert document["total"] >= 3
    for rank, found in enumerate(document["matches"], start=1):
        assert found["rank"] == rank
        assert found["reasons"]
        assert found["score"] == round(sum(one["points"] for one in found["reasons"]), 1)
        assert found["provider"]["license"] != "coach"


def test_a_whole_triage_result_is_accepted_as_it_came(client: FlaskClient) -> None:
    for answers in (
        EXAMPLE,
        {"age": 9, "state": "NV"},
        {"age": 70, "state": "CA", "danger_now": True},
    ):
        result = answer(post(client, "/triage", answers))
        assert answer(post(client, "/match", result))["level_of_care"] == result["level_of_care"]


def test_what_triage_accepts_match_accepts_at_its_edges(client: FlaskClient) -> None:
    wish = {"factor": "gender", "value": "male", "strength": "prefer"}
    edge = {
        "within_miles": 20_000.5,
        "zip": "94110",
        "text": "a" * 2000,
        "preferences": [wish] * 40,
    }
    answer(post(client, "/match", triaged(client, **edge)))


OPTIONAL = sorted(
    field.alias or name
    for name, field in MatchRequest.model_fields.items()
    if not field.is_required()
)


@pytest.mark.parametrize("name", OPTIONAL)
def test_null_means_that_the_other_system_does_not_know(client: FlaskClient, name: str) -> None:
    assert matched(client, **{name: None}) == matched(client)


def test_all_optional_fields_may_be_null_at_once(client: FlaskClient) -> None:
    assert matched(client, **dict.fromkeys(OPTIONAL)) == matched(client)


def test_null_within_coverage_means_the_same(client: FlaskClient) -> None:
    nulls = {"payer": None, "max_fee": None, "sliding_scale": None}
    assert matched(client, coverage=nulls) == matched(client)


def test_a_factor_may_be_left_out_but_the_need(client: FlaskClient) -> None:
    document = matched(client, leave_out=["time"])
    assert [one["factor"] for one in document["matches"][0]["reasons"]] == ["need", "data_trust"]
    for wrong in ("need", "stars"):
        problem = post(client, "/match", NEED | {"leave_out": [wrong]})
        assert problem.status_code == 422
        assert fields(problem) == ["leave_out[0]"]


def test_only_three_fields_are_required(client: FlaskClient) -> None:
    assert answer(post(client, "/match", NEED))["total"] > 0


@pytest.mark.parametrize("level", ["crisis", "emergency_medical"])
def test_a_crisis_is_answered_without_any_search(
    client: FlaskClient, watched: Watched, level: str
) -> None:
    document = matched(client, level_of_care=level)
    assert document["crisis"]["lines"]
    assert (document["matches"], document["total"]) == ([], 0)
    assert document["unconfirmed"] == []
    assert (document["excluded"], document["relaxations"]) == ({}, [])
    assert watched.asked == []


def test_danger_now_leads_to_the_crisis_answer_without_any_search(
    client: FlaskClient, watched: Watched
) -> None:
    result = triaged(client, danger_now=True)
    assert result["level_of_care"] == "crisis"
    document = answer(post(client, "/match", result))
    assert document["matches"] == []
    assert "988" in {line["call"] for line in document["crisis"]["lines"]}
    assert watched.asked == []


@pytest.mark.parametrize("level", ["crisis", "emergency_medical"])
def test_providers_are_shown_in_a_crisis_only_when_asked_for(
    client: FlaskClient, watched: Watched, level: str
) -> None:
    document = matched(client, "?show_providers=true", level_of_care=level)
    assert document["crisis"]["lines"]
    assert document["total"] > 0
    assert not {"candidates", "listings"}.isdisjoint(watched.asked)
    assert matched(client, "?show_providers=false", level_of_care=level)["total"] == 0


def test_the_crisis_card_stands_above_the_matches_of_an_urgent_need(client: FlaskClient) -> None:
    document = matched(client, level_of_care="urgent", safety_flags=["suicide"])
    assert document["crisis"]["lines"]
    assert set(ids(document)) == {"carla-diaz", "finn-nurse", "gia-psychiatrist"}


def test_a_flag_brings_the_card_at_any_level(client: FlaskClient) -> None:
    assert matched(client, safety_flags=["partner_violence"])["crisis"]["lines"]
    assert matched(client)["crisis"] is None


@pytest.mark.parametrize("said", [{"concerns": ["suicidal"]}, {"text": "I want to kill myself"}])
def test_danger_that_another_system_did_not_flag_is_read_here(
    client: FlaskClient, said: dict[str, Any]
) -> None:
    document = matched(client, **said)
    assert document["crisis"]["lines"]
    assert "ana-lopez" not in ids(document)


def test_a_concern_about_a_partner_keeps_couple_work_out_without_a_flag(
    client: FlaskClient,
) -> None:
    document = matched(client, concerns=["ipv_survivor"], formats=["couples"])
    assert "dora-couple" not in ids(document)
    assert document["total"] > 0


def test_a_coach_is_never_matched_above_support(client: FlaskClient) -> None:
    assert "cora-coach" not in ids(matched(client, "?limit=100"))
    assert "cora-coach" in ids(matched(client, "?limit=100", level_of_care="support"))


def test_talk_and_medicine_come_first_together(client: FlaskClient) -> None:
    document = matched(client, level_of_care="psychotherapy_and_medication")
    roles = {found["role"] for found in document["matches"][:2]}
    assert roles & {"therapist", "both"}
    assert roles & {"prescriber", "both"}


def test_the_limit_cuts_the_list_and_not_the_total(client: FlaskClient) -> None:
    whole, one = matched(client, "?limit=100"), matched(client, "?limit=1")
    assert len(one["matches"]) == 1
    assert one["total"] == whole["total"] == len(whole["matches"])
    assert one["matches"] == whole["matches"][:1]


def test_every_claimed_public_listing_is_matched_or_counted(client: FlaskClient) -> None:
    for request in ({}, {"state": "NV"}, {"level_of_care": "support"}, {"formats": ["family"]}):
        document = matched(client, **request)
        assert document["total"] + sum(document["excluded"].values()) == 10


def test_a_relaxation_names_the_total_without_the_wish(client: FlaskClient) -> None:
    document = matched(client, coverage={"payer": "cigna"})
    (relaxation,) = document["relaxations"]
    assert relaxation["drop"] == "coverage.payer"
    assert matched(client)["total"] == relaxation["total"]


def test_where_matches_are_few_unclaimed_listings_are_named_apart(client: FlaskClient) -> None:
    document = matched(client, state="NV")
    assert document["total"] < 3
    assert len(document["unconfirmed"]) == 5
    for provider in document["unconfirmed"]:
        assert not provider["claimed"]
        (held,) = provider["licenses"]
        assert (held["state"], held["status"], held["expires"]) == ("NV", "unverified", None)


def test_a_licence_that_is_known_to_be_void_is_not_named(client: FlaskClient) -> None:
    assert len(matched(client, state="ME")["unconfirmed"]) == 2
    assert matched(client, state="ME", level_of_care="soon")["unconfirmed"] == []


def test_only_who_may_prescribe_is_named_where_medication_is_asked_for(client: FlaskClient) -> None:
    talk = matched(client, state="ME", services=["psychotherapy"])["unconfirmed"]
    medicine = matched(client, state="ME", services=["medication"])["unconfirmed"]
    assert len(talk) == 2
    assert all(provider["license"] in {"psychiatrist", "pmhnp"} for provider in medicine)


def test_unclaimed_listings_are_never_among_the_matches(client: FlaskClient) -> None:
    assert not any(id.startswith("npi-") for id in ids(matched(client, "?limit=100", state="NV")))


def test_where_matches_are_enough_nobody_is_named_unconfirmed(client: FlaskClient) -> None:
    document = matched(client)
    assert document["total"] >= 3
    assert document["unconfirmed"] == []


def test_an_unclaimed_licence_must_fit_the_level(client: FlaskClient) -> None:
    assert matched(client, state="CA", formats=["family"])["unconfirmed"] == []


def test_the_same_input_gives_the_same_answer(client: FlaskClient) -> None:
    assert matched(client, state="NV") == matched(client, state="NV")


def test_what_is_not_ours_is_said_beside_the_matches(client: FlaskClient) -> None:
    document = matched(client, text="my son needs a speech therapist")
    assert document["out_of_scope"]["field"] == "speech_therapy"


def test_a_provider_on_the_page_is_the_one_of_the_listing(client: FlaskClient) -> None:
    found = matched(client)["matches"][0]["provider"]
    assert answer(client.get(f"/api/v1/providers/{found['id']}")) == found


def test_a_limit_is_a_whole_number(client: FlaskClient) -> None:
    assert fields(post(client, "/match?limit=1e1", NEED)) == ["limit"]
