"""Both sides of every rule of the level of care."""

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
    items_adding_up_to,
    rules_of,
    screened,
)

NO = [0, 0, 0, 0]
YES = [0, 1, 0, 0]


def phq9(total: int) -> dict[str, list[int]]:
    """Return PHQ-9 answers with this total and a plain no to the last item."""
    return {"PHQ9": [*items_adding_up_to(total, 8), 0]}


def gad7(total: int) -> dict[str, list[int]]:
    return {"GAD7": items_adding_up_to(total, 7)}


def with_screens(**answers: Any) -> dict[str, Any]:
    return {"instruments": answers}


def with_scores(**scores: Any) -> dict[str, Any]:
    return {"external_scores": scores}


FIRES: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
    ("L00", with_screens(ASQ=YES, ASQ_NOW=1), with_screens(ASQ=YES, ASQ_NOW=0)),
    ("L00", with_screens(ASQ=YES), with_screens(ASQ=NO)),
    ("L00", with_scores(CSSRS="high"), with_scores(CSSRS="moderate")),
    ("L00", {"danger_now": True}, {"danger_now": False}),
    ("L00", {"red_flags": ["overdose", "suicide"]}, {"red_flags": ["overdose"]}),
    ("L00", {"text": "I took a whole bottle of pills"}, {"text": "I took my pills"}),
    ("L01", {"red_flags": ["psychosis"], "danger_now": True}, {"red_flags": ["psychosis"]}),
    ("L01", {"red_flags": ["mania"], "danger_now": True}, {"danger_now": True}),
    ("L02", {"red_flags": ["postpartum_psychosis"]}, {"concerns": ["postpartum"]}),
    ("L03", {"red_flags": ["withdrawal"]}, {"concerns": ["alcohol"]}),
    ("L04", {"red_flags": ["overdose"]}, {"concerns": ["opioid"]}),
    ("L05", {"red_flags": ["eating_medical"]}, {"concerns": ["anorexia"]}),
    ("L05", with_screens(SCOFF=[1, 0, 1, 0, 0]), with_screens(SCOFF=[1, 1, 0, 0, 0])),
    ("L05", with_screens(SCOFF=[0, 1, 1, 0, 0]), with_screens(SCOFF=[0, 0, 1, 0, 0])),
    (
        "L05",
        {"concerns": ["arfid"], "instruments": {"SCOFF": [0, 0, 1, 0, 0]}},
        {"concerns": ["binge_eating"], "instruments": {"SCOFF": [0, 0, 1, 0, 0]}},
    ),
    ("L06", with_screens(ASQ=YES, ASQ_NOW=0), with_screens(ASQ=NO, ASQ_NOW=0)),
    ("L06", with_scores(CSSRS="moderate"), with_scores(CSSRS="low")),
    ("L06", with_screens(PHQ9=[0] * 8 + [1]), with_screens(PHQ9=[0] * 9)),
    ("L06", with_scores(EPDS10=1), with_scores(EPDS10=0)),
    ("L06", {"red_flags": ["suicide"]}, {"red_flags": []}),
    ("L06", {"concerns": ["suicidal"]}, {"concerns": ["depression"]}),
    ("L07", with_scores(CSSRS="low"), with_scores(CSSRS="none")),
    ("L08", {"red_flags": ["psychosis"]}, {"red_flags": ["psychosis"], "danger_now": True}),
    ("L08", {"red_flags": ["mania"]}, {"concerns": ["bipolar"]}),
    ("L09", {"age": 17, "danger_now": True}, {"age": 18, "danger_now": True}),
    ("L09", {"age": 9, "red_flags": ["eating_medical"]}, {"age": 9, "concerns": ["anorexia"]}),
    ("L09", {"age": 9, "red_flags": ["child_at_risk"]}, {"age": 9, **with_scores(CSSRS="low")}),
    (
        "L11",
        {"instruments": phq9(20), "difficulty": "extremely"},
        {"instruments": phq9(19), "difficulty": "extremely"},
    ),
    (
        "L11",
        {"instruments": {"PHQ8": items_adding_up_to(20, 8)}, "difficulty": "extremely"},
        {"instruments": {"PHQ8": items_adding_up_to(20, 8)}, "difficulty": "very"},
    ),
    *(
        ("L11", {"care_so_far": ["outpatient_failed"], **severe}, {"care_so_far": [], **severe})
        for severe in ({"instruments": phq9(20)}, {"instruments": gad7(15)})
    ),
    *(
        ("L11", {**failed, **severe}, {**failed, **milder})
        for failed in [{"care_so_far": ["outpatient_failed"]}]
        for severe, milder in (
            ({"instruments": phq9(20)}, {"instruments": phq9(19)}),
            ({"instruments": gad7(15)}, {"instruments": gad7(14)}),
            ({"difficulty": "extremely"}, {"difficulty": "very"}),
        )
    ),
    *(
        (
            "L11",
            {"care_so_far": [course], "concerns": [concern]},
            {"care_so_far": others, "concerns": [concern]},
        )
        for course, others, concerns in (
            ("relapsed", ["outpatient_failed", "not_improving"], SUBSTANCES),
            ("not_improving", ["outpatient_failed", "relapsed"], EATING),
        )
        for concern in sorted(concerns)
    ),
    (
        "L11",
        {"care_so_far": ["relapsed"], "concerns": ["alcohol"]},
        {"care_so_far": ["relapsed"], "concerns": ["loved_one_addiction"]},
    ),
    (
        "L11",
        {"care_so_far": ["not_improving"], "concerns": ["stress", "arfid"]},
        {"care_so_far": ["not_improving"], "concerns": ["body_image"]},
    ),
    ("L12", {"concerns": ["bipolar"]}, {"concerns": ["alcohol"]}),
    ("L12", {"on_medication": True}, {"on_medication": False}),
    ("L13", {"instruments": phq9(15)}, {"instruments": phq9(14)}),
    ("L13", with_screens(PHQ8=items_adding_up_to(15, 8)), {"instruments": gad7(14)}),
    ("L13", {"instruments": gad7(15)}, {"instruments": gad7(14)}),
    ("L13", with_screens(AUDITC=[4, 4, 0]), with_screens(AUDITC=[4, 3, 0])),
    ("L14", {"instruments": phq9(10)}, {"instruments": phq9(9)}),
    ("L14", {"instruments": phq9(14)}, {"instruments": phq9(15)}),
    ("L14", {"instruments": gad7(10)}, {"instruments": gad7(9)}),
    ("L14", {"instruments": gad7(14)}, {"instruments": gad7(15)}),
    ("L14", with_screens(PHQ4=[3, 3, 0, 0]), with_screens(PHQ4=[3, 2, 0, 0])),
    (
        "L14",
        with_screens(PCPTSD5={"gate": 1, "items": [1, 1, 1, 0, 0]}),
        with_screens(PCPTSD5={"gate": 1, "items": [1, 1, 0, 0, 0]}),
    ),
    ("L14", with_screens(AUDITC=[1, 1, 1]), with_screens(AUDITC=[1, 1, 0])),
    (
        "L14",
        {"sex": "male", "instruments": {"AUDITC": [2, 1, 1]}},
        {"sex": "male", "instruments": {"AUDITC": [1, 1, 1]}},
    ),
    ("L14", with_screens(DRUG=1), with_screens(DRUG=0)),
    ("L14", with_screens(SCOFF=[1, 1, 0, 0, 0]), with_screens(SCOFF=[1, 0, 0, 0, 0])),
    ("L14", with_screens(K6=[3, 2, 2, 2, 2, 2]), with_screens(K6=[2, 2, 2, 2, 2, 2])),
    ("L14", with_scores(EPDS=13), with_scores(EPDS=12)),
    ("L14", with_scores(PCL5=31), with_scores(PCL5=30)),
    ("L14", {"difficulty": "very"}, {"difficulty": "somewhat"}),
    ("L14", {"difficulty": "extremely"}, {"difficulty": "not"}),
    (
        "L15",
        {"duration": "3_to_12_months", "difficulty": "somewhat"},
        {"duration": "2_weeks_to_3_months", "difficulty": "somewhat"},
    ),
    (
        "L15",
        {"duration": "over_1_year", "difficulty": "extremely"},
        {"duration": "over_1_year", "difficulty": "not"},
    ),
    (
        "L16",
        {"duration": "2_weeks_to_3_months", "concerns": ["ptsd"]},
        {"duration": "under_2_weeks", "concerns": ["ptsd"]},
    ),
    ("L16", {"duration": "over_1_year", **with_scores(PCL5=31)}, with_scores(PCL5=31)),
    (
        "L16",
        {"duration": "2_weeks_to_3_months", "concerns": ["depression"], "difficulty": "very"},
        {"duration": "2_weeks_to_3_months", "concerns": ["depression"], "difficulty": "somewhat"},
    ),
    (
        "L16",
        {"duration": "2_weeks_to_3_months", "difficulty": "very", "instruments": phq9(10)},
        {"duration": "2_weeks_to_3_months", "difficulty": "very", "instruments": phq9(9)},
    ),
    ("L17", {"tried_coping": "not_enough"}, {"tried_coping": "helped"}),
    ("L17", {"tried_coping": "not_enough"}, {"tried_coping": "no"}),
    *(
        ("L17", {"care_so_far": [course]}, {"care_so_far": []})
        for course in ("outpatient_failed", "relapsed", "not_improving")
    ),
    ("L17", {"seeks": "diagnosis"}, {"seeks": "growth"}),
    ("L17", {"concerns": ["stress", "panic"]}, {"concerns": ["stress"]}),
    ("L17", {"wants": "deeper"}, {"wants": "tools"}),
    ("L18", {"instruments": phq9(5)}, {"instruments": phq9(4)}),
    ("L18", {"instruments": phq9(9)}, {"instruments": phq9(10)}),
    ("L18", {"instruments": gad7(5)}, {"instruments": gad7(4)}),
    ("L18", {"instruments": gad7(9)}, {"instruments": gad7(10)}),
    ("L18", with_screens(PHQ4=[1, 1, 1, 0]), with_screens(PHQ4=[1, 1, 0, 0])),
    ("L18", with_screens(PHQ4=[2, 2, 1, 0]), with_screens(PHQ4=[2, 2, 2, 0])),
    (
        "L18",
        {"duration": "under_2_weeks", **with_screens(PHQ4=[1, 1, 1, 0])},
        {"duration": "over_1_year", **with_screens(PHQ4=[1, 1, 1, 0])},
    ),
    (
        "L18",
        {"difficulty": "somewhat", "instruments": phq9(5)},
        {"difficulty": "very", "instruments": phq9(5)},
    ),
    ("L20", {}, {"difficulty": "very"}),
    ("L21", {"red_flags": ["child_at_risk"]}, {"concerns": ["child_behaviour"]}),
]


@pytest.mark.parametrize(("rule", "fires", "does_not"), FIRES)
def test_a_rule_fires_on_its_side_of_the_line_only(
    rule: str, fires: dict[str, Any], does_not: dict[str, Any]
) -> None:
    assert rule in rules_of(assessed(**fires))
    assert rule not in rules_of(assessed(**does_not))


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
