"""Both sides of every rule of the level of care, threshold by threshold."""

from typing import Any

import pytest

from directory.triage.level_of_care import EATING, LOW_MOOD, PREDICATES, SUBSTANCES, TRAUMA
from directory.vocabulary import CONCERNS, GOALS, SAFETY_FLAGS
from tests.triage.answering import (
    assessed,
    gad7,
    items_adding_up_to,
    phq9,
    rules_of,
    with_scores,
    with_screens,
)

NO = [0, 0, 0, 0]
YES = [0, 1, 0, 0]


MILD = {"instruments": gad7(5)}
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
    (
        "L11",
        {"instruments": gad7(15), "care_so_far": ["outpatient_failed"]},
        {"instruments": gad7(15), "care_so_far": ["relapsed", "not_improving"]},
    ),
    (
        "L11",
        {"instruments": phq9(20), "care_so_far": ["outpatient_failed"]},
        {"instruments": phq9(20), "difficulty": "very"},
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
    *(
        ("L12", {"concerns": ["stress", code]}, {"concerns": ["stress"]})
        for code, concern in CONCERNS.items()
        if concern.med_eval == "required"
    ),
    *(
        ("L12", {"on_medication": True, "concerns": [code]}, {"concerns": [code]})
        for code, concern in CONCERNS.items()
        if concern.med_eval != "required"
    ),
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
    *(
        (
            "L16",
            {"duration": duration, "concerns": ["stress", code]},
            {"duration": short, "concerns": ["stress", code]},
        )
        for code in sorted(TRAUMA)
        for duration in ("2_weeks_to_3_months", "3_to_12_months", "over_1_year")
        for short in ("under_2_weeks", None)
    ),
    *(
        (
            "L16",
            {"duration": "2_weeks_to_3_months", "difficulty": hard, "concerns": [code]},
            {"duration": "2_weeks_to_3_months", "difficulty": easier, "concerns": [code]},
        )
        for code in sorted(LOW_MOOD)
        for hard, easier in (("very", "somewhat"), ("extremely", "not"))
    ),
    *(
        (
            "L16",
            {"duration": "3_to_12_months", "difficulty": "very", **low},
            {"duration": "3_to_12_months", "difficulty": "very", **less},
        )
        for low, less in (
            (with_scores(EPDS=13), with_scores(EPDS=12)),
            (with_screens(PHQ2=[3, 0]), with_screens(PHQ2=[2, 0])),
            (with_screens(PHQ8=items_adding_up_to(10, 8)), with_screens(PHQ8=[3, 3, 3] + [0] * 5)),
        )
    ),
    (
        "L16",
        {"duration": "over_1_year", **with_screens(PCPTSD5={"gate": 1, "items": [1, 1, 1, 0, 0]})},
        {"duration": "over_1_year", **with_screens(PCPTSD5={"gate": 1, "items": [1, 1, 0, 0, 0]})},
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
    *(
        ("L17", {"concerns": ["stress", code]}, {"concerns": ["stress"]})
        for code, concern in CONCERNS.items()
        if concern.clinical
    ),
    *(
        ("L17", {"wants": "both"}, {"goals": [code]})
        for code, goal in GOALS.items()
        if not goal.licensed_only
    ),
    ("L17", {"seeks": "both"}, {"seeks": "unsure"}),
    ("L17", {"goals": ["communication", "personality_change"]}, {"goals": ["communication"]}),
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
    *(
        (
            "L18",
            {"duration": short, "instruments": gad7(5)},
            {"duration": long, "instruments": gad7(5)},
        )
        for short in ("under_2_weeks", "2_weeks_to_3_months", None)
        for long in ("3_to_12_months", "over_1_year")
    ),
    *(
        (
            "L18",
            {"difficulty": easy, "instruments": gad7(5)},
            {"difficulty": hard, "instruments": gad7(5)},
        )
        for easy in ("not", "somewhat", None)
        for hard in ("very", "extremely")
    ),
    *(
        ("L15", {"duration": long, "difficulty": hard}, {"duration": short, "difficulty": hard})
        for long in ("3_to_12_months", "over_1_year")
        for hard in ("somewhat", "very", "extremely")
        for short in ("under_2_weeks", "2_weeks_to_3_months", None)
    ),
    *(
        ("L09", {"age": age, "red_flags": [flag]}, {"age": 18, "red_flags": [flag]})
        for age in (0, 12, 17)
        for flag in sorted(SAFETY_FLAGS)
        if flag != "partner_violence"
    ),
    ("L09", {"age": 17, "red_flags": ["suicide"]}, {"age": 17, "red_flags": ["partner_violence"]}),
    ("L20", {}, {"difficulty": "very"}),
    ("L21", {"red_flags": ["child_at_risk"]}, {"concerns": ["child_behaviour"]}),
]


@pytest.mark.parametrize(("rule", "fires", "does_not"), FIRES)
def test_a_rule_fires_on_its_side_of_the_line_only(
    rule: str, fires: dict[str, Any], does_not: dict[str, Any]
) -> None:
    assert rule in rules_of(assessed(**fires))
    assert rule not in rules_of(assessed(**does_not))


def test_every_rule_that_answers_alone_decide_has_both_sides() -> None:
    assert {rule for rule, _, _ in FIRES} >= PREDICATES.keys() - {"L10"}
