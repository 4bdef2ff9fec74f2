"""The mistakes that stand in well-known public examples are never read as if they were right."""

from typing import Any

import pytest

from directory.triage import assess, reports_danger
from directory.triage.item_scoring import score_who5_items
from tests.triage.answering import answering
from tests.triage.sending import FIELD, item, items_of, observation, refused, response, sent

CSSRS = ["93246-7", "93247-5", "93248-3", "93249-1", "93250-9", "93267-3", "93269-9"]


def cssrs(*values: int | None, **named: int) -> list[dict[str, Any]]:
    by_number = dict(enumerate(values)) | {int(name[1:]) - 1: v for name, v in named.items()}
    return [item(CSSRS[number], value) for number, value in by_number.items()]


def auditc(*values: int) -> list[dict[str, Any]]:
    return items_of("AUDITC", list(values))


# 1: HL7 US Core codes the first AUDIT-C item 68517-2
def test_trap_1_the_count_of_heavy_days_is_not_the_first_question_of_the_audit_c() -> None:
    wrong = [item("68517-2", 0), *auditc(3, 1, 2)[1:]]
    (problem,) = refused(response(*wrong))
    assert problem.field == "questionnaire_responses[0].item[0]"
    assert problem.message == (
        "68517-2 counts the days of heavy drinking: the first question of the AUDIT-C is 68518-0"
    )
    assert sent(response(*auditc(3, 1, 2))) == answering(instruments={"AUDITC": [3, 1, 2]})


# 2: HL7 BH-Profiles labels the total of the AUDIT-C 76504-0
@pytest.mark.parametrize("named", [[], [item("75626-2", 6)]])
def test_trap_2_the_total_of_the_hark_is_not_that_of_the_audit_c(named: list[Any]) -> None:
    (problem,) = refused(response(*auditc(3, 1, 2), *named, item("76504-0", 6)))
    assert problem.field == f"questionnaire_responses[0].item[{3 + len(named)}]"
    assert problem.message == (
        "names HARK without its answers: send them all, or take HARK.total and 76504-0 out"
    )
    both = [*auditc(3, 1, 2), *items_of("HARK", [1, 0, 0, 0]), item("76504-0", 6)]
    assert refused(response(*both))[0].field == "questionnaire_responses[0].item[7]"
    assert sent(response(*auditc(3, 1, 2), item("75626-2", 6))).instruments.AUDITC == (3, 1, 2)


# 3: GAD-7 forms with the lowest answer "Not at all sure"
@pytest.mark.parametrize(
    "said",
    [
        {"valueCoding": {"code": "LA6568-5", "display": "Not at all sure"}},
        {"valueCoding": {"display": " not at all SURE"}},
        {"valueString": "Not at all sure"},
    ],
)
def test_trap_3_not_at_all_sure_is_no_answer_of_the_gad_7(said: dict[str, Any]) -> None:
    rest = items_of("GAD7", [0] * 7)[1:]
    (problem,) = refused(response(item("69725-0", said), *rest))
    assert problem.field == "questionnaire_responses[0].item[0]"
    assert problem.message.endswith('is no answer of the GAD-7: its lowest answer is "Not at all"')
    right = {"valueCoding": {"code": "LA6568-5", "display": "Not at all"}}
    assert sent(response(item("69725-0", right), *rest)).instruments.GAD7 == (0,) * 7


# 4: HL7 BH-Profiles sends the C-SSRS risk Low where every answer is No
def test_trap_4_the_risk_of_the_c_ssrs_is_worked_out_and_never_taken_over() -> None:
    low = {"valueCodeableConcept": {"coding": [{"code": "LA9194-7", "display": "Low"}]}}
    items = cssrs(0, 0, f6=0)
    (problem,) = refused(response(*items, item("93374-7", {"valueString": "Low"})))
    assert problem.field == "questionnaire_responses[0].item[3]"
    assert problem.message == (
        "the answers to CSSRS come to 'none': mend them, or take 93374-7 out"
    )
    observed = [observation(CSSRS[n], {"valueBoolean": False}) for n in range(7)]
    assert refused(*observed, observation("93374-7", low))[0].field == f"{FIELD}[7]"
    assert sent(response(*items)) == answering(external_scores={"CSSRS": "none"})


def test_trap_4_the_risk_alone_is_not_taken() -> None:
    (problem,) = refused(response(item("93374-7", {"valueString": "low"})))
    assert problem.message == (
        "names CSSRS without its answers: send them all, or take 93374-7 out"
    )


@pytest.mark.parametrize("number", [3, None])
def test_trap_4_a_risk_without_words_agrees_with_nothing(number: int | None) -> None:
    said = None if number is None else {"valueInteger": number}
    problems = refused(response(*cssrs(0, 0, f6=0), item("93374-7", said)))
    assert bool(problems) is (number is not None)


@pytest.mark.parametrize(
    ("items", "risk"),
    [
        (cssrs(0, 0, f6=0), "none"),
        (cssrs(1, 0, f6=0), "low"),
        (cssrs(0, 0, None, None, None, 0, None), "none"),
        (cssrs(0, 1, 0, 0, 0, 0), "low"),
        (cssrs(1, 1, 1, 0, 0, 0), "moderate"),
        (cssrs(0, 0, f6=1, f7=0), "moderate"),
        (cssrs(0, 0, f6=1, f7=1), "high"),
        (cssrs(1, 1, 0, 1, 0, 0), "high"),
        (cssrs(1, 1, 0, 0, 1, 0), "high"),
        (cssrs(1, 1, 1, 1, 1, 1, 1), "high"),
    ],
)
def test_the_risk_of_the_c_ssrs_comes_from_its_questions(items: list[Any], risk: str) -> None:
    words = {"valueCoding": {"display": f"{risk.title()} risk"}}
    answers = sent(response(*items, item("93374-7", words)))
    assert answers == answering(external_scores={"CSSRS": risk})


@pytest.mark.parametrize(
    ("items", "lacking"),
    [
        (cssrs(0, 1, f6=0), "93248-3, 93249-1, 93250-9"),
        (cssrs(0, 0), "93267-3, 93269-9"),
        (cssrs(0, 0, f6=1), "93269-9"),
        (cssrs(0, None, f6=0), "93248-3, 93249-1, 93250-9"),
        (cssrs(0, f3=0, f4=0, f5=0, f6=0), "93247-5"),
    ],
)
def test_only_what_the_c_ssrs_skips_may_be_left_out(items: list[Any], lacking: str) -> None:
    (problem,) = refused(response(*items))
    assert problem.message.startswith(f"CSSRS lacks its question {lacking}: ")


def test_a_refusal_in_the_c_ssrs_is_named_since_its_risk_cannot_be_known() -> None:
    (problem,) = refused(response(*cssrs(0, 0, 0, 0, 0, None, 0)))
    assert problem.field == "questionnaire_responses[0].item[5]"
    assert problem.message == "has no answer, which CSSRS needs"


# 5: a calculator publishes (raw - 5) * 4 for the WHO-5
def test_trap_5_the_who_5_is_four_times_the_sum_of_answers_from_0_to_5() -> None:
    items = items_of("WHO5", [3, 3, 2, 2, 2])
    assert sent(response(*items, item("WHO5.total", 48))) == answering(external_scores={"WHO5": 48})
    (problem,) = refused(response(*items, item("WHO5.total", (12 - 5) * 4)))
    assert problem.message == ("the answers to WHO5 come to 48: mend them, or take the total out")
    assert score_who5_items([3, 3, 2, 2, 2]).total == 48


# 6: "greater than two" for the SCOFF
@pytest.mark.parametrize(
    ("values", "positive"), [([1, 0, 0, 0, 0], False), ([1, 1, 0, 0, 0], True)]
)
def test_trap_6_the_scoff_is_positive_at_two(values: list[int | None], positive: bool) -> None:
    result = assess(sent(response(*items_of("SCOFF", values))))
    assert result.scores["SCOFF"]["positive"] is positive
    assert result.level_of_care == ("psychotherapy" if positive else "counselling")


# 7: HL7 BH-Profiles codes the first HARK item with the code of the panel
def test_trap_7_the_first_question_of_the_hark_does_not_bear_the_code_of_the_panel() -> None:
    items = items_of("HARK", [1, 0, 0, 0])
    wrong = item("76499-3", 1)
    (problem,) = refused(response(wrong, *items[1:]))
    assert problem.field == "questionnaire_responses[0].item[0]"
    assert problem.message == (
        "76499-3 stands for the whole of HARK, not for a question: its first question is 76500-8"
    )
    assert refused(observation("76499-3", {"valueBoolean": True}))[0].field == f"{FIELD}[0]"
    assert sent(response({"linkId": "76499-3", "item": items})).instruments.HARK == (1, 0, 0, 0)


# And two more that the codes invite
def test_the_total_of_the_phq_15_is_not_that_of_the_gad_2() -> None:
    (problem,) = refused(response(*items_of("GAD2", [1, 1]), item("70273-8", 2)))
    assert problem.field == "questionnaire_responses[0].item[2]"
    assert problem.message == (
        "70273-8 is the total of the PHQ-15, not of the GAD-2: use GAD2.total"
    )


def test_one_answer_of_a_published_phq_4_is_two() -> None:
    said: list[Any] = ["LA18938-3", "LA6570-1", "LA6571-9", "LA18938-3"]
    assert sent(response(*items_of("PHQ4", said))).instruments.PHQ4 == (2, 2, 3, 2)
    items = items_of("PHQ9", ["LA18938-3", *["LA6568-5"] * 8])  # type: ignore[list-item]
    assert refused(response(*items))[0].field == "questionnaire_responses[0].item[0]"


def test_a_heading_that_stands_for_an_unknown_score_names_ours() -> None:
    (problem,) = refused(response(item("82666-9", 3)))
    assert problem.message == (
        "82666-9 stands for the whole of DAST10, not for a question: its score is DAST10.total"
    )


# Danger
@pytest.mark.parametrize("code", ["ASQ_NOW", "93249-1", "93250-9", "93269-9", "CSSRS.4", "CSSRS.5"])
@pytest.mark.parametrize(
    "said",
    [
        {"valueBoolean": True},
        {"valueInteger": 1},
        {"valueString": "Yes "},
        {"valueCoding": {"code": "LA33-6"}},
        {"valueCoding": {"display": "yes"}},
    ],
)
def test_danger_in_a_questionnaire_is_seen_also_where_it_is_refused(
    code: str, said: dict[str, Any]
) -> None:
    assert reports_danger({FIELD: [response(item("unknown", 1), item(f"/x/{code}", said))]})
    assert reports_danger({FIELD: [observation(code, said, status="preliminary")]})
    nested = {"linkId": "page", "item": [item(code, said)]}
    assert reports_danger({FIELD: [response(nested), 3]})


@pytest.mark.parametrize(
    "resource",
    [
        response(item("ASQ_NOW", False)),
        response(item("ASQ_NOW", 0)),
        response(item("ASQ_NOW", "LA32-8")),
        response(item("ASQ_NOW")),
        response(item("ASQ.1", True), item("93246-7", 1)),
        observation("93249-1", False),
        observation("93246-7", True),
        {"linkId": 5, "code": "93249-1", "valueBoolean": True},
        {"code": {"coding": [{"code": None}]}, "valueBoolean": True},
        ["ASQ_NOW", True],
        None,
    ],
)
def test_no_danger_is_seen_where_none_was_spoken_of(resource: Any) -> None:
    assert not reports_danger({FIELD: [resource]})
    assert not reports_danger({FIELD: resource})


def test_a_link_id_is_seen_also_beside_a_code() -> None:
    line = {**item("ASQ_NOW", True), "code": {"coding": [{"code": "x"}]}}
    assert reports_danger({FIELD: [response(line)]})


def test_a_questionnaire_of_any_depth_is_searched_for_danger() -> None:
    nested = item("ASQ_NOW", True)
    for _ in range(5000):
        nested = {"item": [nested]}
    assert reports_danger({FIELD: [nested]})
