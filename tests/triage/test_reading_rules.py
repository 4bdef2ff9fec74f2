"""The ten numbered rules of the contract's "How answers are read", sentence by sentence."""

from typing import Any

import pytest
from pydantic import ValidationError

from directory.triage import reports_danger
from directory.vocabulary import CONCERNS, GOALS
from directory.vocabulary.instruments import INSTRUMENTS
from directory.vocabulary.rules import RULES
from tests.triage.answering import (
    EVERYDAY,
    answering,
    assessed,
    brought,
    everyday,
    items_adding_up_to,
    rules_of,
    screened,
)

NO, YES, REFUSED = [0, 0, 0, 0], [1, 0, 0, 0], [0, None, 0, 0]


# 1
def test_1_a_list_holds_the_value_of_each_option_never_its_position() -> None:
    assert screened(ASQ=YES, ASQ_NOW=0).safety_flags == ("suicide",)
    assert screened(ASQ=NO, ASQ_NOW=0).safety_flags == ()


@pytest.mark.parametrize("code", ["ASQ", "PCPTSD5", "SCOFF", "HARK"])
def test_1_yes_is_1_and_no_is_0(code: str) -> None:
    for item in INSTRUMENTS[code].items:
        values = {option.label: option.value for option in item.options}
        assert (values["Yes"], values["No"]) == (1, 0)


# 2
@pytest.mark.parametrize(
    "code", [*sorted(c for c, i in INSTRUMENTS.items() if i.bundled), "ASQ_NOW"]
)
def test_2_an_instrument_that_is_null_was_not_asked_so_no_score_and_no_flag(code: str) -> None:
    assert screened(**{code: None}) == assessed()
    assert (assessed().scores, assessed().safety_flags) == ({}, ())


def test_2_a_null_inside_asq_is_a_refusal_and_counts_as_yes() -> None:
    assert screened(ASQ=REFUSED, ASQ_NOW=0).level_of_care == "urgent"
    assert screened(ASQ=REFUSED, ASQ_NOW=0).scores == {"ASQ": {"band": "non_acute_positive"}}


def test_2_a_null_inside_hark_raises_the_flag_and_leaves_it_unscored() -> None:
    result = screened(HARK=[0, None, 0, 0])
    assert (result.safety_flags, result.scores) == (("partner_violence",), {})


def test_2_a_null_in_item_9_of_phq9_raises_the_flag_and_leaves_it_unscored() -> None:
    result = screened(PHQ9=[3] * 8 + [None])
    assert (result.safety_flags, result.scores) == (("suicide",), {})
    assert result.level_of_care == "urgent"


def test_2_a_yes_in_item_9_counts_even_where_another_item_is_null() -> None:
    result = screened(PHQ9=[None] + [0] * 7 + [1])
    assert (result.safety_flags, result.scores) == (("suicide",), {})


@pytest.mark.parametrize(
    ("code", "length"),
    [("PHQ2", 2), ("PHQ4", 4), ("PHQ8", 8), ("GAD2", 2), ("GAD7", 7), ("K6", 6), ("AUDITC", 3)],
)
def test_2_a_null_inside_another_list_leaves_it_unscored(code: str, length: int) -> None:
    result = screened(**{code: [3] * (length - 1) + [None]})
    assert (result.scores, result.safety_flags) == ({}, ())
    assert result.level_of_care == "counselling"


def test_2_a_null_in_any_other_item_of_phq9_leaves_it_unscored_without_a_flag() -> None:
    result = screened(PHQ9=[None] + [3] * 7 + [0])
    assert (result.scores, result.safety_flags) == ({}, ())


def test_2_a_null_inside_scoff_or_pcptsd5_leaves_it_unscored() -> None:
    trauma = {"gate": 1, "items": [1, 1, 1, 1, None]}
    assert screened(SCOFF=[1, 1, 0, 1, None], PCPTSD5=trauma).scores == {}
    assert screened(PCPTSD5={"gate": None, "items": [1] * 5}).scores == {}


def test_2_without_a_frightening_event_the_items_need_not_be_asked() -> None:
    assert screened(PCPTSD5={"gate": 0}).scores == {"PCPTSD5": {"total": 0, "positive": False}}


@pytest.mark.parametrize("answers", [[0, 0, 0], [0, 0, 0, 0, 0], [0, 0, 0, 4], [-1, 0, 0, 0]])
def test_2_a_wrong_length_or_a_value_out_of_range_is_refused(answers: list[int]) -> None:
    with pytest.raises(ValidationError):
        answering(instruments={"PHQ4": answers})


@pytest.mark.parametrize(
    "body", [{"danger_now": True, "age": -1}, {"instruments": {"ASQ_NOW": 1, "PHQ4": [9]}}]
)
def test_2_danger_now_or_asq_now_is_seen_in_a_body_that_is_refused(body: dict[str, Any]) -> None:
    assert reports_danger(body)


# 3
def test_3_asq_now_1_is_acute_whatever_the_rest_says() -> None:
    assert screened(ASQ_NOW=1).level_of_care == "crisis"
    assert screened(ASQ=NO, ASQ_NOW=1).level_of_care == "crisis"
    assert screened(ASQ=NO, ASQ_NOW=1).safety_flags == ("suicide",)


@pytest.mark.parametrize("answers", [YES, REFUSED])
def test_3_a_yes_or_refusal_with_asq_now_null_is_acute_with_0_it_is_not(answers: Any) -> None:
    assert screened(ASQ=answers, ASQ_NOW=None).level_of_care == "crisis"
    assert screened(ASQ=answers).level_of_care == "crisis"
    assert screened(ASQ=answers, ASQ_NOW=0).level_of_care == "urgent"


def test_3_a_no_to_right_now_alone_says_nothing() -> None:
    assert screened(ASQ_NOW=0) == assessed()


# 4
def test_4_all_rules_are_evaluated_and_the_most_urgent_level_wins() -> None:
    result = assessed(danger_now=True, tried_coping="not_enough", on_medication=True)
    assert result.level_of_care == "crisis"
    assert rules_of(result) == ("L00", "L12", "L17")


def test_4_the_flags_and_exclusions_of_all_rules_apply() -> None:
    result = assessed(red_flags=["psychosis", "partner_violence"], formats=["couples"])
    assert result.level_of_care == "urgent"
    assert result.safety_flags == ("partner_violence", "psychosis")
    assert result.formats == ("individual",)


def test_4_because_lists_every_rule_that_fired_by_priority() -> None:
    result = assessed(
        age=16,
        danger_now=True,
        red_flags=["withdrawal", "child_at_risk"],
        duration="over_1_year",
        difficulty="very",
        concerns=["ptsd"],
    )
    fired = rules_of(result)
    assert fired == ("L00", "L03", "L21", "L09", "L14", "L15", "L16", "L17")
    assert list(fired) == sorted(fired, key=lambda rule: -RULES[rule].priority)


def test_4_l20_applies_only_where_no_other_rule_sets_a_level() -> None:
    assert rules_of(assessed()) == ("L20",)
    assert "L20" not in rules_of(screened(HARK=YES))
    assert "L20" not in rules_of(everyday())
    assert "L20" not in rules_of(screened(PHQ4=[1, 1, 1, 0]))


# 5
def test_5_phq8_stands_for_phq9_wherever_a_rule_names_it() -> None:
    at = {total: screened(PHQ8=items_adding_up_to(total, 8)).level_of_care for total in (5, 10, 15)}
    assert at == {5: "counselling", 10: "psychotherapy", 15: "psychotherapy_and_medication"}
    severe = {"PHQ8": items_adding_up_to(20, 8)}
    assert assessed(instruments=severe, difficulty="extremely").level_of_care == "intensive"


def test_5_phq4_of_6_or_more_gives_at_least_psychotherapy() -> None:
    assert screened(PHQ4=[3, 3, 0, 0]).level_of_care == "psychotherapy"
    assert screened(PHQ4=[3, 2, 0, 0]).level_of_care == "counselling"


def test_5_difficulty_very_or_extremely_gives_at_least_psychotherapy() -> None:
    levels = [
        assessed(difficulty=difficulty).level_of_care
        for difficulty in ("not", "somewhat", "very", "extremely")
    ]
    assert levels == ["counselling", "counselling", "psychotherapy", "psychotherapy"]


def test_5_epds_of_13_and_pcl5_of_31_do_too() -> None:
    assert [brought(EPDS=n).level_of_care for n in (12, 13)] == ["counselling", "psychotherapy"]
    assert [brought(PCL5=n).level_of_care for n in (30, 31)] == ["counselling", "psychotherapy"]


# 6
def test_6_wants_both_counts_as_deeper() -> None:
    assert rules_of(assessed(wants="both")) == rules_of(assessed(wants="deeper")) == ("L17",)
    assert rules_of(assessed(wants="unsure")) == ("L20",)


def test_6_seeks_both_counts_as_diagnosis() -> None:
    assert rules_of(assessed(seeks="both")) == rules_of(assessed(seeks="diagnosis")) == ("L17",)
    assert rules_of(assessed(seeks="unsure")) == ("L20",)


@pytest.mark.parametrize("goal", sorted(GOALS))
def test_6_a_goal_for_licensed_help_only_counts_as_deep_change(goal: str) -> None:
    expected = ("L17",) if GOALS[goal].licensed_only else ("L20",)
    assert rules_of(assessed(goals=[goal])) == expected


# 7
def test_7_support_needs_all_of_its_conditions() -> None:
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
        {"instruments": {**EVERYDAY["instruments"], "GAD7": [1, 1, 1, 1, 1, 0, 0]}},
        {"instruments": {**EVERYDAY["instruments"], "HARK": [0, 0, 0, None]}},
        {"instruments": {**EVERYDAY["instruments"], "ASQ_NOW": 1}},
    ],
)
def test_7_support_is_lost_when_one_condition_is_not_met(changed: dict[str, Any]) -> None:
    assert everyday(**changed).level_of_care != "support"


@pytest.mark.parametrize("lasting", ["3_to_12_months", "over_1_year"])
@pytest.mark.parametrize("screen", [{"GAD7": [1, 1, 1, 1, 1, 0, 0]}, {"PHQ8": [1] * 5 + [0] * 3}])
def test_7_mild_strain_gives_no_less_help_for_having_lasted(
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
        {"instruments": {**EVERYDAY["instruments"], "ASQ_NOW": 0, "HARK": NO}},
        {"coverage": {"max_fee": 80}},
        {"tried_coping": "helped"},
        {"duration": "over_1_year"},
        {"concerns": ["habits", "confidence", "career"]},
        {"goals": ["cope_daily_stress"]},
    ],
)
def test_7_support_is_kept_on_the_right_side_of_each_condition(changed: dict[str, Any]) -> None:
    assert everyday(**changed).level_of_care == "support"


@pytest.mark.parametrize("code", sorted(CONCERNS))
def test_7_only_concerns_that_are_not_clinical_allow_support(code: str) -> None:
    allowed = not CONCERNS[code].clinical and code != "unsure"
    assert (everyday(concerns=[code]).level_of_care == "support") is allowed


@pytest.mark.parametrize("absent", ["danger_now", "on_medication", "red_flags", "coverage"])
def test_7_what_is_absent_is_taken_as_not_reported(absent: str) -> None:
    assert absent not in EVERYDAY
    assert everyday(**{absent: None}).level_of_care == "support"


# 8
def test_8_the_concern_suicidal_raises_suicide() -> None:
    result = assessed(concerns=["suicidal"])
    assert (result.safety_flags, result.level_of_care) == (("suicide",), "urgent")
    assert "L06" in rules_of(result)


def test_8_a_suicidal_meaning_in_the_text_raises_suicide() -> None:
    result = assessed(text="Some days I just want to die")
    assert (result.safety_flags, result.level_of_care) == (("suicide",), "urgent")
    assert assessed(text="I was dying of laughter").safety_flags == ()


@pytest.mark.parametrize("concern", ["ipv_survivor", "ipv_perpetrator"])
def test_8_both_sides_of_partner_abuse_raise_partner_violence(concern: str) -> None:
    assert assessed(concerns=[concern]).safety_flags == ("partner_violence",)


@pytest.mark.parametrize(
    "code", sorted(CONCERNS.keys() - {"suicidal", "ipv_survivor", "ipv_perpetrator"})
)
def test_8_what_a_concern_asks_about_says_only_what_to_ask(code: str) -> None:
    assert assessed(concerns=[code]).safety_flags == ()


# 9
def test_9_partner_violence_gives_at_least_psychotherapy() -> None:
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
def test_9_partner_violence_turns_couples_into_individual(
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
def test_9_partner_violence_is_never_named(given: dict[str, Any]) -> None:
    result = assessed(**given)
    assert result.crisis is not None
    said = " ".join([*(reason.text for reason in result.because), result.crisis.headline]).lower()
    assert "L10" not in rules_of(result)
    assert not [word for word in ("partner", "violence", "abuse", "domestic") if word in said]


def test_9_hark_not_asked_blocks_nothing() -> None:
    assert assessed(formats=["couples"]).formats == ("couples",)
    assert screened(HARK=None).safety_flags == ()


# 10
def test_10_only_age_and_state_give_counselling_by_l20_without_a_crisis() -> None:
    result = assessed()
    assert (result.level_of_care, rules_of(result), result.crisis) == (
        "counselling",
        ("L20",),
        None,
    )
