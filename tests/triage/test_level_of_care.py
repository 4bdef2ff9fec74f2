"""The levels that rules set, and what holds for all of them."""

from typing import Any

import pytest

from directory.triage.level_of_care import EATING, LOW_MOOD, PREDICATES, SUBSTANCES, TRAUMA
from directory.triage.safety import EATING_CONCERNS, FLAG_OF_CONCERN
from directory.vocabulary import CONCERNS, LEVELS_OF_CARE, SAFETY_FLAGS
from directory.vocabulary.rules import RULES
from tests.triage.answering import (
    assessed,
    brought,
    everyday,
    phq9,
    rules_of,
    screened,
    with_scores,
)

NO = [0, 0, 0, 0]
YES = [0, 1, 0, 0]


def test_l10_sets_psychotherapy_without_being_named() -> None:
    fires, does_not = screened(HARK=YES), screened(HARK=NO)
    assert (fires.level_of_care, rules_of(fires)) == ("psychotherapy", ())
    assert (does_not.level_of_care, rules_of(does_not)) == ("counselling", ("L20",))


def test_l19_gives_support_alone() -> None:
    assert (everyday().level_of_care, rules_of(everyday())) == ("support", ("L19",))


@pytest.mark.parametrize(
    ("given", "level"),
    [
        ({"danger_now": True}, "crisis"),
        ({"red_flags": ["psychosis"], "danger_now": True}, "crisis"),
        ({"red_flags": ["postpartum_psychosis"]}, "crisis"),
        ({"red_flags": ["withdrawal"]}, "emergency_medical"),
        ({"red_flags": ["overdose"]}, "urgent"),
        ({"red_flags": ["overdose"], "danger_now": True}, "crisis"),
        ({"red_flags": ["eating_medical"]}, "urgent_medical"),
        ({"red_flags": ["suicide"]}, "urgent"),
        ({"red_flags": ["mania"]}, "urgent"),
        ({"red_flags": ["child_at_risk"]}, "urgent"),
        (with_scores(CSSRS="low"), "soon"),
        ({"instruments": phq9(20), "difficulty": "extremely"}, "intensive"),
        ({"care_so_far": ["relapsed"], "concerns": ["opioid"]}, "intensive"),
        ({"care_so_far": ["outpatient_failed"]}, "psychotherapy"),
        ({"instruments": phq9(15)}, "psychotherapy_and_medication"),
        ({"on_medication": True}, "psychotherapy_and_medication"),
        ({"instruments": phq9(10)}, "psychotherapy"),
        ({"tried_coping": "not_enough"}, "psychotherapy"),
        ({"instruments": phq9(5)}, "counselling"),
        ({}, "counselling"),
    ],
)
def test_a_rule_sets_its_level(given: dict[str, Any], level: str) -> None:
    assert assessed(**given).level_of_care == level


def test_two_weeks_of_severe_depression_are_not_told_to_wait() -> None:
    given = {"duration": "2_weeks_to_3_months", "difficulty": "very", "instruments": phq9(20)}
    assert assessed(**given).level_of_care == "psychotherapy_and_medication"


def test_a_low_comfort_with_exploring_never_lowers_the_level() -> None:
    levels = {
        assessed(exploration_comfort=comfort, concerns=["ptsd"]).level_of_care
        for comfort in range(1, 6)
    }
    assert levels == {"psychotherapy"}


def test_work_stress_with_a_wish_to_know_why_is_psychotherapy() -> None:
    assert everyday(concerns=["work_stress"], wants="deeper").level_of_care == "psychotherapy"


def test_every_rule_of_the_data_is_decided_somewhere() -> None:
    assert PREDICATES.keys() | {"L09", "L19", "L20"} == RULES.keys()


def test_every_predicate_but_those_on_top_of_others_sets_a_level() -> None:
    assert all(RULES[code].level for code in PREDICATES)
    assert RULES["L09"].level is None


def test_every_level_but_none_is_reached_by_a_rule() -> None:
    assert {rule.level for rule in RULES.values()} - {None} == set(LEVELS_OF_CARE)


def test_the_codes_that_rules_speak_of_exist() -> None:
    assert (
        TRAUMA | LOW_MOOD | SUBSTANCES | EATING | EATING_CONCERNS | FLAG_OF_CONCERN.keys()
        <= CONCERNS.keys()
    )
    assert set(FLAG_OF_CONCERN.values()) <= set(SAFETY_FLAGS)


@pytest.mark.parametrize("flag", sorted(SAFETY_FLAGS))
def test_every_flag_that_is_ticked_is_raised_and_moves_the_level(flag: str) -> None:
    result = assessed(red_flags=[flag])
    assert result.safety_flags == (flag,)
    assert LEVELS_OF_CARE[result.level_of_care].rank <= LEVELS_OF_CARE["psychotherapy"].rank


def test_scores_without_a_rule_change_nothing() -> None:
    mood = {"yes": 13, "same_time": True, "problem": "serious"}
    result = brought(ISI=28, WSAS=40, DAST10=10, WHO5=0, MDQ=mood)
    assert (result.level_of_care, rules_of(result)) == ("counselling", ("L20",))
    assert result.scores == {
        "MDQ": {"total": 13, "positive": True},
        "ISI": {"total": 28, "band": "severe"},
        "WSAS": {"total": 40, "band": "moderately_severe"},
        "DAST10": {"total": 10, "band": "severe"},
        "WHO5": {"total": 0, "band": "very_low"},
    }


def test_flags_of_every_kind_are_raised_beside_one_another() -> None:
    result = assessed(
        red_flags=["child_at_risk"],
        concerns=["suicidal", "anorexia"],
        instruments={"HARK": [1, 0, 0, 0], "SCOFF": [1, 0, 1, 0, 0]},
    )
    assert result.safety_flags == ("suicide", "partner_violence", "eating_medical", "child_at_risk")
