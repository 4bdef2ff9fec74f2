"""What to ask a provider before the first visit."""

from typing import Any

import pytest

from directory.providers import Provider
from tests.factories import make_coach, make_provider
from tests.matching.asking import prescriber, the_match

TRAINED = "Where and how did you learn to do cognitive behavioral therapy?"
SILENT = make_provider(
    gender=None,
    service_intent="support",
    services=["support"],
    modalities=[],
    concerns=[],
    delivery=[],
    locations=[],
    languages=[],
    payers=[],
    fee=None,
    availability={"accepting": "unknown"},
)
KIND = "What do you do here: general support, psychotherapy or both?"


def questions(provider: Provider, **changes: Any) -> tuple[str, ...]:
    return the_match(provider, **changes).questions


@pytest.mark.seed_rule("SR110", "SR111")
def test_five_questions_matter_before_any_first_visit() -> None:
    assert questions(make_provider(), concerns=["panic"]) == (
        "Is your license for California active? What is its number?",
        f"{TRAINED} Have you helped people with panic attacks?",
        "What would I pay for each visit? Do some people pay less?",
        "When could we meet for the first time?",
        KIND,
    )


def test_a_coach_is_asked_whom_they_send_people_to() -> None:
    (first, *_) = questions(make_coach(), level_of_care="support")
    assert first == "What training do you have? Who do you send people to who need treatment?"


def test_without_a_concern_that_may_be_said_only_training_is_asked() -> None:
    asked = {"safety_flags": ["partner_violence"]}
    assert questions(make_provider())[1] == TRAINED
    assert questions(make_provider(), concerns=["unsure"])[1] == TRAINED
    assert questions(make_provider(), concerns=["ipv_survivor"], **asked)[1] == TRAINED
    told = questions(make_provider(), concerns=["ipv_survivor", "unsure", "grief"], **asked)[1]
    assert told == f"{TRAINED} Have you helped people with grief and loss?"


def test_where_no_kind_of_work_is_told_none_is_asked_about() -> None:
    who = make_provider(modalities=[{"code": "EFCT"}], formats=["individual", "couples"])
    found = questions(who, safety_flags=["partner_violence"])
    assert len(found) == 4
    assert not any("learn" in one for one in found)


def test_who_has_a_plan_asks_about_it() -> None:
    found = questions(make_provider(), coverage={"payer": "aetna"})
    assert found[2] == "Do you take Aetna, and what would I pay for each visit?"
    paying = questions(make_provider(payers=["self_pay"]), coverage={"payer": "self_pay"})
    assert paying[2] == "What would I pay for each visit? Do some people pay less?"


def test_a_wait_list_is_asked_about() -> None:
    found = questions(make_provider(availability={"accepting": "waitlist"}))
    assert found[3] == "How long is your wait list? Who can I see while I wait?"


def test_the_first_thing_that_is_not_known_is_asked_last() -> None:
    silent = make_provider(languages=[], concerns=[])
    wishes = [{"factor": "language", "value": "es", "strength": "prefer"}]
    found = questions(silent, preferences=wishes, concerns=["grief"])
    assert found[4:] == (KIND, "Do you speak Spanish?")


def test_a_prescriber_is_asked_how_they_decide() -> None:
    found = questions(prescriber(), services=["medication"])
    assert found[1] == "How do you find out if medicine may help me?"
    assert len(found) == 5


@pytest.mark.parametrize(
    ("asked", "question"),
    [
        ({"coverage": {"payer": "aetna"}}, "Do you take Aetna?"),
        (
            {"coverage": {"max_fee": 120}},
            "Do you have sessions for $120 or less?",
        ),
        ({"coverage": {"sliding_scale": True}}, "Do you have lower fees for some people?"),
        ({"delivery": ["in_person", "video"]}, "Do you meet in person or by video?"),
        ({"zip": "94110", "within_miles": 5}, "Are you within 5 miles?"),
        ({"concerns": ["grief"]}, "Do you name grief and loss as a focus?"),
        ({"seeks": "diagnosis"}, "Can you give a diagnosis?"),
        ({"exploration_comfort": 1}, "Do you often start with skills?"),
        ({"exploration_comfort": 5}, "Do you often look deeper into feelings?"),
        ({}, "Do you have room for new people?"),
    ],
)
def test_each_need_that_is_not_known_brings_its_own_question(
    asked: dict[str, Any], question: str
) -> None:
    assert questions(SILENT, services=["support"], **asked)[-1] == question


@pytest.mark.parametrize(
    ("factor", "value", "question"),
    [
        ("language", "es", "Do you speak Spanish?"),
        ("modality", "CBT", "Do you offer cognitive behavioral therapy?"),
        ("gender", "female", "Are you a woman?"),
        ("delivery", "video", "Do you meet by video?"),
        ("structure", "structured", "Do you often work with a plan?"),
        ("time_focus", "past", "Do you often look at the past?"),
        ("length", "brief", "Do you often work in a short time?"),
        ("community", "lgbtq", "Do you work with LGBTQ+ people?"),
        ("accessibility", "step_free", "Do you have a way in without steps?"),
    ],
)
def test_what_somebody_wants_or_avoids_is_asked_in_the_same_words(
    factor: str, value: str, question: str
) -> None:
    for strength in ("prefer", "avoid"):
        wishes = [{"factor": factor, "value": value, "strength": strength}]
        assert questions(SILENT, services=["support"], preferences=wishes)[-1] == question
