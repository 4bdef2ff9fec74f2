"""Rules 1 to 5 of the public interface's "How answers are read", sentence by sentence."""

from typing import Any

import pytest
from pydantic import ValidationError

from directory.triage import reports_danger
from directory.vocabulary.instruments import INSTRUMENTS
from directory.vocabulary.rules import RULES
from tests.triage.answering import (
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
def test_reading_rule_1_a_list_holds_the_value_of_each_option_never_its_position() -> None:
    assert screened(ASQ=YES, ASQ_NOW=0).safety_flags == ("suicide",)
    assert screened(ASQ=NO, ASQ_NOW=0).safety_flags == ()


@pytest.mark.parametrize("code", ["ASQ", "PCPTSD5", "SCOFF", "HARK"])
def test_reading_rule_1_yes_is_1_and_no_is_0(code: str) -> None:
    for item in INSTRUMENTS[code].items:
        values = {option.label: option.value for option in item.options}
        assert (values["Yes"], values["No"]) == (1, 0)


def test_reading_rule_1_the_first_option_of_the_asq_is_a_yes_and_still_counts_one() -> None:
    first = INSTRUMENTS["ASQ"].items[0].options[0]
    assert (first.label, first.value) == ("Yes", 1)
    assert screened(ASQ=[first.value, 0, 0, 0], ASQ_NOW=0).level_of_care == "urgent"


@pytest.mark.parametrize("code", ["PHQ2", "PHQ4", "PHQ8", "PHQ9", "GAD2", "GAD7", "K6", "AUDITC"])
def test_reading_rule_1_the_options_of_a_scale_rise_from_zero(code: str) -> None:
    for item in INSTRUMENTS[code].items:
        assert list(item.values) == list(range(len(item.options)))


# 2
@pytest.mark.parametrize(
    "code", [*sorted(c for c, i in INSTRUMENTS.items() if i.bundled), "ASQ_NOW"]
)
def test_reading_rule_2_a_null_instrument_was_not_asked_so_no_score_no_flag(
    code: str,
) -> None:
    assert screened(**{code: None}) == assessed()
    assert (assessed().scores, assessed().safety_flags) == ({}, ())


def test_reading_rule_2_a_null_inside_asq_is_a_refusal_and_counts_as_yes() -> None:
    assert screened(ASQ=REFUSED, ASQ_NOW=0).level_of_care == "urgent"
    assert screened(ASQ=REFUSED, ASQ_NOW=0).scores == {"ASQ": {"band": "non_acute_positive"}}


def test_reading_rule_2_a_null_inside_hark_raises_the_flag_and_leaves_it_unscored() -> None:
    result = screened(HARK=[0, None, 0, 0])
    assert (result.safety_flags, result.scores) == (("partner_violence",), {})


@pytest.mark.parametrize("place", range(4))
def test_reading_rule_2_only_a_plain_no_to_all_of_hark_raises_nothing(place: int) -> None:
    for answer, flags in ((0, ()), (1, ("partner_violence",)), (None, ("partner_violence",))):
        items = [answer if n == place else 0 for n in range(4)]
        assert screened(HARK=items).safety_flags == flags


def test_reading_rule_2_all_of_asq_refused_counts_as_yes_too() -> None:
    assert screened(ASQ=[None] * 4, ASQ_NOW=0).level_of_care == "urgent"
    assert screened(ASQ=[None] * 4).level_of_care == "crisis"


@pytest.mark.parametrize(("last", "flags"), [(0, ()), (1, ("suicide",)), (3, ("suicide",))])
def test_reading_rule_2_item_9_of_phq9_counts_from_one(last: int, flags: tuple[str, ...]) -> None:
    assert screened(PHQ9=[0] * 8 + [last]).safety_flags == flags


def test_reading_rule_2_a_null_in_item_9_of_phq9_raises_the_flag_and_leaves_it_unscored() -> None:
    result = screened(PHQ9=[3] * 8 + [None])
    assert (result.safety_flags, result.scores) == (("suicide",), {})
    assert result.level_of_care == "urgent"


def test_reading_rule_2_a_yes_in_item_9_counts_even_where_another_item_is_null() -> None:
    result = screened(PHQ9=[None] + [0] * 7 + [1])
    assert (result.safety_flags, result.scores) == (("suicide",), {})


@pytest.mark.parametrize(
    ("code", "length"),
    [("PHQ2", 2), ("PHQ4", 4), ("PHQ8", 8), ("GAD2", 2), ("GAD7", 7), ("K6", 6), ("AUDITC", 3)],
)
def test_reading_rule_2_a_null_in_another_list_leaves_it_unscored(code: str, length: int) -> None:
    result = screened(**{code: [3] * (length - 1) + [None]})
    assert (result.scores, result.safety_flags) == ({}, ())
    assert result.level_of_care == "counselling"


def test_reading_rule_2_a_null_in_another_item_of_phq9_raises_no_flag() -> None:
    result = screened(PHQ9=[None] + [3] * 7 + [0])
    assert (result.scores, result.safety_flags) == ({}, ())


def test_reading_rule_2_a_null_inside_scoff_or_pcptsd5_leaves_it_unscored() -> None:
    trauma = {"gate": 1, "items": [1, 1, 1, 1, None]}
    assert screened(SCOFF=[1, 1, 0, 1, None], PCPTSD5=trauma).scores == {}
    assert screened(PCPTSD5={"gate": None, "items": [1] * 5}).scores == {}


def test_reading_rule_2_without_a_frightening_event_the_items_need_not_be_asked() -> None:
    assert screened(PCPTSD5={"gate": 0}).scores == {"PCPTSD5": {"total": 0, "positive": False}}


@pytest.mark.parametrize("answers", [[0, 0, 0], [0, 0, 0, 0, 0], [0, 0, 0, 4], [-1, 0, 0, 0]])
def test_reading_rule_2_a_wrong_length_or_value_is_refused(
    answers: list[int],
) -> None:
    with pytest.raises(ValidationError):
        answering(instruments={"PHQ4": answers})


@pytest.mark.parametrize(
    "body", [{"danger_now": True, "age": -1}, {"instruments": {"ASQ_NOW": 1, "PHQ4": [9]}}]
)
def test_reading_rule_2_danger_is_seen_in_a_body_that_is_refused(
    body: dict[str, Any],
) -> None:
    assert reports_danger(body)


@pytest.mark.parametrize(
    "body",
    [{"danger_now": False, "age": -1}, {"instruments": {"ASQ_NOW": 0, "PHQ4": [9]}}, {"age": -1}],
)
def test_reading_rule_2_without_danger_a_refusal_is_just_a_refusal(body: dict[str, Any]) -> None:
    assert not reports_danger(body)


# 3
def test_reading_rule_3_asq_now_1_is_acute_whatever_the_rest_says() -> None:
    assert screened(ASQ_NOW=1).level_of_care == "crisis"
    assert screened(ASQ=NO, ASQ_NOW=1).level_of_care == "crisis"
    assert screened(ASQ=NO, ASQ_NOW=1).safety_flags == ("suicide",)


@pytest.mark.parametrize("answers", [YES, REFUSED])
def test_reading_rule_3_a_yes_or_refusal_is_acute_unless_asq_now_is_0(
    answers: Any,
) -> None:
    assert screened(ASQ=answers, ASQ_NOW=None).level_of_care == "crisis"
    assert screened(ASQ=answers).level_of_care == "crisis"
    assert screened(ASQ=answers, ASQ_NOW=0).level_of_care == "urgent"


@pytest.mark.parametrize("place", range(4))
@pytest.mark.parametrize("answer", [1, None])
def test_reading_rule_3_holds_for_each_question_of_the_asq(place: int, answer: int | None) -> None:
    items = [answer if n == place else 0 for n in range(4)]
    levels = [screened(ASQ=items, ASQ_NOW=now).level_of_care for now in (None, 1, 0)]
    assert levels == ["crisis", "crisis", "urgent"]


def test_reading_rule_3_all_no_is_neither_acute_nor_urgent() -> None:
    assert screened(ASQ=NO).level_of_care == "counselling"
    assert screened(ASQ=NO, ASQ_NOW=0).level_of_care == "counselling"


def test_reading_rule_3_a_no_to_right_now_alone_says_nothing() -> None:
    assert screened(ASQ_NOW=0) == assessed()


# 4
def test_reading_rule_4_all_rules_are_evaluated_and_the_most_urgent_level_wins() -> None:
    result = assessed(danger_now=True, tried_coping="not_enough", on_medication=True)
    assert result.level_of_care == "crisis"
    assert rules_of(result) == ("L00", "L12", "L17")


def test_reading_rule_4_the_flags_and_exclusions_of_all_rules_apply() -> None:
    result = assessed(red_flags=["psychosis", "partner_violence"], formats=["couples"])
    assert result.level_of_care == "urgent"
    assert result.safety_flags == ("partner_violence", "psychosis")
    assert result.formats == ("individual",)


def test_reading_rule_4_because_lists_every_rule_that_fired_by_priority() -> None:
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


def test_reading_rule_4_l20_applies_only_where_no_other_rule_sets_a_level() -> None:
    assert rules_of(assessed()) == ("L20",)
    assert "L20" not in rules_of(screened(HARK=YES))
    assert "L20" not in rules_of(everyday())
    assert "L20" not in rules_of(screened(PHQ4=[1, 1, 1, 0]))


# 5
def test_reading_rule_5_phq8_stands_for_phq9_wherever_a_rule_names_it() -> None:
    at = {total: screened(PHQ8=items_adding_up_to(total, 8)).level_of_care for total in (5, 10, 15)}
    assert at == {5: "counselling", 10: "psychotherapy", 15: "psychotherapy_and_medication"}
    severe = {"PHQ8": items_adding_up_to(20, 8)}
    assert assessed(instruments=severe, difficulty="extremely").level_of_care == "intensive"


@pytest.mark.parametrize("total", [4, 5, 9, 10, 14, 15, 19, 20, 24])
def test_reading_rule_5_phq8_gives_what_phq9_gives_at_every_boundary(total: int) -> None:
    items = items_adding_up_to(total, 8)
    for more in ({}, {"difficulty": "somewhat"}, {"difficulty": "extremely"}):
        eight = assessed(instruments={"PHQ8": items}, **more)
        nine = assessed(instruments={"PHQ9": [*items, 0]}, **more)
        assert (eight.level_of_care, eight.because) == (nine.level_of_care, nine.because)


def test_reading_rule_5_of_phq8_and_phq9_the_higher_counts() -> None:
    low, high = items_adding_up_to(4, 8), items_adding_up_to(15, 8)
    for eight, nine in ((low, high), (high, low)):
        result = screened(PHQ8=eight, PHQ9=[*nine, 0])
        assert result.level_of_care == "psychotherapy_and_medication"


def test_reading_rule_5_at_least_psychotherapy_means_that_more_urgent_help_stays() -> None:
    assert brought(EPDS=13, EPDS10=1).level_of_care == "urgent"
    assert assessed(difficulty="very", danger_now=True).level_of_care == "crisis"


def test_reading_rule_5_phq4_of_6_or_more_gives_at_least_psychotherapy() -> None:
    assert screened(PHQ4=[3, 3, 0, 0]).level_of_care == "psychotherapy"
    assert screened(PHQ4=[3, 2, 0, 0]).level_of_care == "counselling"


def test_reading_rule_5_difficulty_very_or_extremely_gives_at_least_psychotherapy() -> None:
    levels = [
        assessed(difficulty=difficulty).level_of_care
        for difficulty in ("not", "somewhat", "very", "extremely")
    ]
    assert levels == ["counselling", "counselling", "psychotherapy", "psychotherapy"]


def test_reading_rule_5_epds_of_13_and_pcl5_of_31_do_too() -> None:
    assert [brought(EPDS=n).level_of_care for n in (12, 13)] == ["counselling", "psychotherapy"]
    assert [brought(PCL5=n).level_of_care for n in (30, 31)] == ["counselling", "psychotherapy"]
