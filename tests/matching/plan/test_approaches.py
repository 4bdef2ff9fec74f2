"""Kinds of therapy that may fit, with their grade, their length and what they are like."""

from typing import Any

import pytest

from directory.matching.plan.parts import Approach
from directory.vocabulary import CONCERNS, MODALITIES
from tests.matching.plan.plans import plan_for

NOT_GRADED = "You asked for this. Not graded here, which does not mean that it is no good."
DEPTH = "This work looks deeper. It can be hard at times. It can also bring change that lasts."


def told(**changes: Any) -> list[str]:
    return [f"{one.grade} {one.code}" for one in plan_for(**changes).approaches]


def wanting(code: str, strength: str = "prefer") -> dict[str, Any]:
    return {"preferences": [{"factor": "modality", "value": code, "strength": strength}]}


@pytest.mark.seed_rule("SR53", "SR71")
def test_a_kind_is_told_with_its_grade_its_length_and_a_session() -> None:
    assert plan_for(concerns=["panic"]).approaches[0] == Approach(
        code="CBT",
        label="Cognitive behavioral therapy",
        concerns=("panic",),
        grade="A",
        text="Studies show that it helps with panic attacks.",
        length="Often 12 to 20 sessions.",
        session=MODALITIES["CBT"].about,
        note=None,
    )


def test_the_best_grade_comes_first_then_the_main_concern() -> None:
    assert told(concerns=["relationship_patterns", "perfectionism"]) == [
        "B PDT",
        "B SCHEMA",
        "B CBT",
        "C IPT",
        "C CFT",
    ]


def test_a_kind_stands_once_for_all_concerns_of_its_best_grade() -> None:
    (first, *_) = plan_for(concerns=["panic", "gad", "perfectionism"]).approaches
    assert first.concerns == ("panic", "gad")
    assert first.text == (
        "Studies show that it helps with panic attacks and generalized anxiety / constant worry."
    )


def test_weaker_grades_say_less() -> None:
    found = [one.text for one in plan_for(concerns=["relationship_patterns"]).approaches]
    assert found == [
        "Studies speak for it with repeating relationship patterns.",
        "Studies speak for it with repeating relationship patterns.",
        "Some studies speak for it with repeating relationship patterns.",
    ]


def test_six_kinds_are_enough() -> None:
    assert len(plan_for(concerns=["depression", "ptsd", "gad"]).approaches) == 6


@pytest.mark.seed_rule("SR95")
def test_work_that_looks_deeper_says_what_to_expect() -> None:
    found = {one.code: one.note for one in plan_for(concerns=["relationship_patterns"]).approaches}
    assert found == {"PDT": DEPTH, "SCHEMA": DEPTH, "IPT": None}


def test_the_length_of_open_work_is_open() -> None:
    found = {one.code: one.length for one in plan_for(concerns=["perfectionism"]).approaches}
    assert found["PDT"] == "There is often no set end. You decide as you go."


@pytest.mark.seed_rule("SR72")
def test_support_and_coaching_have_no_grade_and_do_not_stand_among_therapies() -> None:
    assert told(concerns=["career"], level_of_care="support") == ["C SFBT"]
    services = {MODALITIES[code.split()[1]].service for code in told(concerns=["dating", "stress"])}
    assert services <= {"psychotherapy"}


def test_a_program_and_medicine_are_no_approaches() -> None:
    found = told(concerns=["psychosis"], level_of_care="psychotherapy_and_medication")
    assert not {"A CSC", "A MEDS"} & set(found)
    assert "A CBTP" in found


@pytest.mark.parametrize("strength", ["prefer", "must"])
def test_a_kind_that_was_asked_for_is_told_without_a_grade(strength: str) -> None:
    found = plan_for(concerns=["panic"], **wanting("GESTALT", strength)).approaches[-1]
    assert (found.code, found.grade, found.concerns, found.text) == (
        "GESTALT",
        None,
        (),
        NOT_GRADED,
    )


def test_one_that_was_graded_is_told_once_though_asked_for_twice() -> None:
    twice = {"preferences": [*wanting("CBT")["preferences"], *wanting("EXIST")["preferences"] * 2]}
    found = told(concerns=["panic"], **twice)
    assert found.count("A CBT") == 1
    assert found.count("None EXIST") == 1


@pytest.mark.parametrize("code", ["COACH", "MEDS", "IPVADV", "CSC"])
def test_what_is_no_psychotherapy_is_not_told_though_asked_for(code: str) -> None:
    assert told(**wanting(code)) == []


def test_one_to_avoid_is_not_told() -> None:
    assert told(**wanting("EXIST", "avoid")) == []


def test_another_wish_is_no_kind_of_therapy() -> None:
    assert told(preferences=[{"factor": "language", "value": "es", "strength": "prefer"}]) == []


def test_where_a_partner_is_feared_nothing_tells_and_no_couple_work_is_named() -> None:
    feared = {"safety_flags": ["partner_violence"], "concerns": ["ipv_survivor"]}
    assert told(**feared) == []
    assert told(**feared, **wanting("EFCT")) == []
    assert told(**feared, **wanting("EXIST")) == ["None EXIST"]
    assert told(safety_flags=["partner_violence"], concerns=["relationship_distress"]) == []


@pytest.mark.parametrize("concern", CONCERNS)
def test_every_concern_can_be_planned_for(concern: str) -> None:
    for one in plan_for(concerns=[concern]).approaches:
        assert one.session
        assert one.length
