"""Rules 6 to 10 of the public interface's "How answers are read", sentence by sentence."""

from typing import Any

import pytest

from directory.vocabulary import CONCERNS, GOALS
from tests.triage.answering import (
    EVERYDAY,
    assessed,
    everyday,
    rules_of,
    screened,
)

NO, YES, REFUSED = [0, 0, 0, 0], [1, 0, 0, 0], [0, None, 0, 0]


# 6
def test_reading_rule_6_wants_both_counts_as_deeper() -> None:
    assert rules_of(assessed(wants="both")) == rules_of(assessed(wants="deeper")) == ("L17",)
    assert rules_of(assessed(wants="unsure")) == ("L20",)


def test_reading_rule_6_seeks_both_counts_as_diagnosis() -> None:
    assert rules_of(assessed(seeks="both")) == rules_of(assessed(seeks="diagnosis")) == ("L17",)
    assert rules_of(assessed(seeks="unsure")) == ("L20",)


@pytest.mark.parametrize("goal", sorted(GOALS))
def test_reading_rule_6_a_goal_for_licensed_help_only_counts_as_deep_change(goal: str) -> None:
    expected = ("L17",) if GOALS[goal].licensed_only else ("L20",)
    assert rules_of(assessed(goals=[goal])) == expected


def test_reading_rule_6_wants_tools_or_seeks_growth_is_not_enough_for_it() -> None:
    assert rules_of(assessed(wants="tools", seeks="growth")) == ("L20",)


# 7
def test_reading_rule_7_support_needs_all_of_its_conditions() -> None:
    result = everyday()
    assert (result.level_of_care, result.intent, result.services) == (
        "support",
        "support",
        ("support",),
    )


@pytest.mark.parametrize(
    "changed",
    [
        {"instruments": {"PHQ4": [0, 0, 0, 0]}},
        {"instruments": {"ASQ": REFUSED, "ASQ_NOW": 0, "PHQ4": [0, 0, 0, 0]}},
        {"instruments": {"ASQ": NO}},
        {"instruments": {"ASQ": NO, "PHQ4": [0, 0, 0, None]}},
        {"instruments": {"ASQ": NO, "PHQ4": [1, 1, 1, 0]}},
        {"difficulty": None},
        {"difficulty": "somewhat"},
        {"wants": None},
        {"wants": "unsure"},
        {"wants": "both"},
        {"seeks": None},
        {"seeks": "unsure"},
        {"seeks": "both"},
        {"concerns": []},
        {"concerns": ["unsure"]},
        {"concerns": ["habits", "unsure"]},
        {"concerns": ["habits", "panic"]},
        {"age": 17},
        {"coverage": {"payer": "aetna"}},
        {"red_flags": ["partner_violence"]},
        {"text": "I want to die"},
        {"tried_coping": "not_enough"},
        {"on_medication": True},
        {"danger_now": True},
        {"goals": ["treat_condition"]},
        {"external_scores": {"PCL5": 31}},
        {"external_scores": {"CSSRS": "low"}},
        {"care_so_far": ["relapsed"]},
        {"instruments": {**EVERYDAY["instruments"], "DRUG": 1}},
        {"instruments": {**EVERYDAY["instruments"], "GAD7": [1, 1, 1, 1, 1, 0, 0]}},
        {"instruments": {**EVERYDAY["instruments"], "HARK": [0, 0, 0, None]}},
        {"instruments": {**EVERYDAY["instruments"], "ASQ_NOW": 1}},
    ],
)
def test_reading_rule_7_support_is_lost_with_one_condition(
    changed: dict[str, Any],
) -> None:
    assert everyday(**changed).level_of_care != "support"


@pytest.mark.parametrize("lasting", ["3_to_12_months", "over_1_year"])
@pytest.mark.parametrize("screen", [{"GAD7": [1, 1, 1, 1, 1, 0, 0]}, {"PHQ8": [1] * 5 + [0] * 3}])
def test_reading_rule_7_mild_strain_gives_no_less_help_for_having_lasted(
    lasting: str, screen: dict[str, Any]
) -> None:
    given = {"instruments": {**EVERYDAY["instruments"], **screen}}
    assert everyday(**given).level_of_care == "counselling"
    assert everyday(**given, duration=lasting).level_of_care == "counselling"


@pytest.mark.parametrize(
    "changed",
    [
        {"age": 18},
        {"instruments": {"ASQ": NO, "PHQ4": [1, 1, 0, 0]}},
        {"instruments": {"ASQ": NO, "PHQ4": [0, 0, 0, 0]}},
        {"instruments": {**EVERYDAY["instruments"], "ASQ_NOW": 0, "HARK": NO}},
        {"coverage": {"max_fee": 80}},
        {"coverage": {"sliding_scale": True}},
        {"external_scores": {"PCL5": 30, "CSSRS": "none"}},
        {"instruments": {**EVERYDAY["instruments"], "DRUG": 0}},
        {"text": "I want to sleep better"},
        {"tried_coping": "helped"},
        {"duration": "over_1_year"},
        {"concerns": ["habits", "confidence", "career"]},
        {"goals": ["cope_daily_stress"]},
    ],
)
def test_reading_rule_7_support_is_kept_on_the_right_side(
    changed: dict[str, Any],
) -> None:
    assert everyday(**changed).level_of_care == "support"


@pytest.mark.parametrize("code", sorted(CONCERNS))
def test_reading_rule_7_only_concerns_that_are_not_clinical_allow_support(code: str) -> None:
    allowed = not CONCERNS[code].clinical and code != "unsure"
    assert (everyday(concerns=[code]).level_of_care == "support") is allowed


@pytest.mark.parametrize("absent", ["danger_now", "on_medication", "red_flags", "coverage"])
def test_reading_rule_7_what_is_absent_is_taken_as_not_reported(absent: str) -> None:
    assert absent not in EVERYDAY
    assert everyday(**{absent: None}).level_of_care == "support"


# 8
def test_reading_rule_8_the_concern_suicidal_raises_suicide() -> None:
    result = assessed(concerns=["suicidal"])
    assert (result.safety_flags, result.level_of_care) == (("suicide",), "urgent")
    assert "L06" in rules_of(result)


def test_reading_rule_8_a_suicidal_meaning_in_the_text_raises_suicide() -> None:
    result = assessed(text="Some days I just want to die")
    assert (result.safety_flags, result.level_of_care) == (("suicide",), "urgent")
    assert assessed(text="I was dying of laughter").safety_flags == ()


@pytest.mark.parametrize("concern", ["ipv_survivor", "ipv_perpetrator"])
def test_reading_rule_8_both_sides_of_partner_abuse_raise_partner_violence(concern: str) -> None:
    assert assessed(concerns=[concern]).safety_flags == ("partner_violence",)


@pytest.mark.parametrize(
    "code", sorted(CONCERNS.keys() - {"suicidal", "ipv_survivor", "ipv_perpetrator"})
)
def test_reading_rule_8_what_a_concern_asks_about_says_only_what_to_ask(code: str) -> None:
    assert assessed(concerns=[code]).safety_flags == ()


# 9
def test_reading_rule_9_partner_violence_gives_at_least_psychotherapy() -> None:
    assert screened(HARK=YES).level_of_care == "psychotherapy"
    assert everyday(red_flags=["partner_violence"]).level_of_care == "psychotherapy"


@pytest.mark.parametrize(
    ("asked_for", "given"),
    [
        (["couples"], ("individual",)),
        (["couples", "individual"], ("individual",)),
        (["family", "couples", "group"], ("family", "individual", "group")),
        ([], ()),
    ],
)
def test_reading_rule_9_partner_violence_turns_couples_into_individual(
    asked_for: list[str], given: tuple[str, ...]
) -> None:
    assert assessed(red_flags=["partner_violence"], formats=asked_for).formats == given
    assert assessed(formats=asked_for).formats == tuple(asked_for)


@pytest.mark.parametrize(
    "given",
    [
        {"red_flags": ["partner_violence"]},
        {"concerns": ["ipv_survivor"]},
        {"instruments": {"HARK": [1, 1, 1, 1]}},
        {"danger_now": True, "red_flags": ["partner_violence"]},
    ],
)
def test_reading_rule_9_partner_violence_is_never_named(given: dict[str, Any]) -> None:
    result = assessed(**given)
    assert result.crisis is not None
    said = " ".join([*(reason.text for reason in result.because), result.crisis.headline]).lower()
    assert "L10" not in rules_of(result)
    assert not [word for word in ("partner", "violence", "abuse", "domestic") if word in said]


def test_reading_rule_9_hark_not_asked_blocks_nothing() -> None:
    assert assessed(formats=["couples"]).formats == ("couples",)
    assert screened(HARK=None).safety_flags == ()


@pytest.mark.parametrize(
    ("more", "level"),
    [
        ({}, "psychotherapy"),
        ({"on_medication": True}, "psychotherapy_and_medication"),
        ({"red_flags": ["partner_violence", "mania"]}, "urgent"),
    ],
)
def test_reading_rule_9_more_urgent_help_stays_beside_it(more: dict[str, Any], level: str) -> None:
    assert assessed(**{"concerns": ["ipv_survivor"], **more}).level_of_care == level


# 10
@pytest.mark.parametrize("age", [0, 12, 13, 17, 18, 64, 65, 120])
def test_reading_rule_10_holds_at_every_age(age: int) -> None:
    result = assessed(age=age)
    assert (result.level_of_care, rules_of(result), result.crisis) == (
        "counselling",
        ("L20",),
        None,
    )


def test_reading_rule_10_only_age_and_state_give_counselling_by_l20_without_a_crisis() -> None:
    result = assessed()
    assert (result.level_of_care, rules_of(result), result.crisis) == (
        "counselling",
        ("L20",),
        None,
    )
