"""What to ask a provider before the first visit."""

from typing import Any

import pytest

from directory.matching.questions import as_question
from directory.providers import Provider
from tests.factories import make_coach, make_provider
from tests.matching.asking import prescriber, the_match

TRAINED = "Where and how did you learn to do cognitive behavioral therapy?"
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
    ("need", "question"),
    [
        ("takes Aetna", "Do you take Aetna?"),
        ("is a woman", "Are you a woman?"),
        ("is within 5 miles", "Are you within 5 miles?"),
        ("has fees from $90", "Do you have fees from $90?"),
        ("can give a diagnosis", "Can you give a diagnosis?"),
        ("may treat people in Ohio", "May you treat people in Ohio?"),
        ("often works with a plan", "Do you often work with a plan?"),
        ("does not list Spanish", "Is it so that you do not list Spanish?"),
        ("does not name work with not", "Is it so that you do not name work with not?"),
        ("meets by video", "Do you meet by video?"),
    ],
)
def test_a_need_is_turned_into_a_question(need: str, question: str) -> None:
    assert as_question(need) == question
