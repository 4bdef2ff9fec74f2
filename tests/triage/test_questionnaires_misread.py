"""Resources and answers of a shape that we cannot read are refused at their place."""

from typing import Any

import pytest
from pydantic import ValidationError

from directory.errors import problems_of
from directory.vocabulary.instruments import INSTRUMENTS
from tests.triage.answering import answering
from tests.triage.sending import FIELD, item, items_of, observation, refused, response, sent


def coded(code: Any) -> dict[str, Any]:
    return {**observation("-"), "code": code}


# Where the place is named, whatever is wrong with the shape
@pytest.mark.parametrize(
    ("resource", "field", "message"),
    [
        ([], "", "must be a JSON object"),
        ({}, ".resourceType", "is none that we read: send QuestionnaireResponse or Observation"),
        ({"resourceType": ["Observation"]}, ".resourceType", "is none that we read"),
        ({"resourceType": "Questionnaire"}, ".resourceType", "is none that we read"),
        (response(status="in-progress"), ".status", "must be completed or amended: send it when"),
        (response(status=None), ".status", "must be completed or amended"),
        (response(status=["completed"]), ".status", "must be completed or amended"),
        (
            observation("DRUG", 0, status="preliminary"),
            ".status",
            "must be final or amended or corrected",
        ),
        (response(item={}), ".item", "must be a JSON list"),
        (response(item=[3]), ".item[0]", "must be a JSON object"),
        (response({"answer": []}), ".item[0].linkId", "is needed: send a LOINC code, or ours"),
        (response(item("/")), ".item[0].linkId", "is needed"),
        (response({"linkId": 5}), ".item[0].linkId", "is needed"),
        (response({"linkId": "DRUG", "answer": {}}), ".item[0].answer", "must be a JSON list"),
        (response({"linkId": "DRUG", "answer": [1]}), ".item[0].answer[0]", "must be a JSON obj"),
        (response({"linkId": "DRUG", "answer": [{}, {}]}), ".item[0]", "has 2 answers: send one"),
        (
            response({"linkId": "x", "item": [{"linkId": "y"}]}),
            ".item[0].item[0]",
            "'y' is no code",
        ),
        (
            response({"linkId": "DRUG", "answer": [{"valueInteger": 0, "item": [item("y")]}]}),
            ".item[0].answer[0].item[0]",
            "'y' is no code that we read: send LOINC codes, or ours, as PHQ9.1",
        ),
        (response(item("44250-X", 1)), ".item[0]", "'44250-X' is no code that we read"),
        (response(item("44250-0", 1)), ".item[0]", "'44250-0' is no code that we read"),
        (response(item("MDQ.total", 7)), ".item[0]", "'MDQ.total' is no code that we read"),
        (response(item("ASQ.total", 0)), ".item[0]", "'ASQ.total' is no code that we read"),
        (response(item("phq9", 7)), ".item[0]", "'phq9' is no code that we read"),
        (coded([]), ".code", "must be a JSON object"),
        (coded({}), ".code", "must be a JSON list"),
        (coded({"coding": [7]}), ".code", "must be a JSON object"),
        (coded({"coding": [{"code": 7}]}), ".code", "has no LOINC code: send one"),
        (coded({"coding": [{"code": "DRUG", "system": []}]}), ".code", "has no LOINC code"),
        (coded({"coding": []}), ".code", "has no LOINC code: send one"),
        (observation("76499-3", component=3), ".component", "must be a JSON list"),
        (observation("76499-3", component=[3]), ".component[0]", "must be a JSON object"),
        (observation("76499-3", component=[{}]), ".component[0].code", "must be a JSON object"),
    ],
)
def test_a_resource_of_another_shape_is_refused_at_its_place(
    resource: Any, field: str, message: str
) -> None:
    (problem,) = refused(resource)
    assert problem.field == f"questionnaire_responses[0]{field}"
    assert problem.message.startswith(message)


@pytest.mark.parametrize(
    ("resource", "place"),
    [
        (observation("DRUG", {"valueDate": "2026"}), ""),
        (observation("DRUG", {"valueInteger": -1}), ""),
        (observation("mood", 1), ""),
        (observation("x", None, component=[observation("DRUG", {"valueTime": 1})]), "[0]"),
        (observation("x", None, component=[observation("DRUG", -1)]), "[0]"),
        (observation("x", None, component=[observation("DRUG", 0), observation("y")]), "[1]"),
    ],
)
def test_an_observation_or_component_that_cannot_be_read_is_refused_at_its_place(
    resource: Any, place: str
) -> None:
    (problem,) = refused(resource)
    part = f".component{place}" if place else ""
    assert problem.field == f"questionnaire_responses[0]{part}"


@pytest.mark.parametrize("status", ["completed", "amended"])
def test_a_response_that_is_done_is_read(status: str) -> None:
    assert sent(response(item("DRUG", 1), status=status)).instruments.DRUG == 1


@pytest.mark.parametrize("status", ["final", "amended", "corrected"])
def test_an_observation_that_is_done_is_read(status: str) -> None:
    assert sent(observation("DRUG", 1, status=status)).instruments.DRUG == 1


def test_a_response_without_a_status_is_taken_as_done() -> None:
    whole = response(item("DRUG", 1))
    del whole["status"]
    assert sent(whole).instruments.DRUG == 1


def test_a_response_that_says_nothing_is_fine() -> None:
    assert sent(response()) == sent() == answering()
    assert sent({"resourceType": "QuestionnaireResponse"}) == answering()


@pytest.mark.parametrize("responses", [{}, "all", 3, (response(),)])
def test_the_responses_are_a_list(responses: Any) -> None:
    with pytest.raises(ValidationError) as error:
        answering(**{FIELD: responses})
    (problem,) = problems_of(error.value)
    assert (problem.field, problem.message) == (FIELD, "must be a JSON list")


def test_there_are_at_most_a_hundred_resources() -> None:
    assert sent(*[response()] * 100) == answering()
    (problem,) = refused(*[response()] * 101)
    assert (problem.field, problem.message) == (FIELD, "has 101 resources: send at most 100")


def test_eight_levels_of_groups_are_read_and_no_more() -> None:
    nested = item("DRUG", 2)
    for _ in range(7):
        nested = {"linkId": "g", "item": [nested]}
    assert sent(response(nested)).instruments.DRUG == 2
    (problem,) = refused(response({"linkId": "g", "item": [nested]}))
    assert problem.field == "questionnaire_responses[0]" + ".item[0]" * 9
    assert problem.message == "lies too deep: send a flatter questionnaire"


@pytest.mark.parametrize(
    "answer",
    [
        {"valueDate": "2026-01-01"},
        {"valueInteger": 1, "valueString": "Yes"},
        {"valueInteger": True},
        {"valueInteger": "1"},
        {"valueDecimal": 1.5},
        {"valueDecimal": float("nan")},
        {"valueDecimal": float("inf")},
        {"valueQuantity": 1},
        {"valueQuantity": {"unit": "drinks"}},
        {"valueBoolean": 1},
        {"valueString": ""},
        {"valueString": 1},
        {"valueCoding": "LA33-6"},
        {"valueCoding": {}},
        {"valueCoding": {"code": 1, "display": ""}},
        {"valueCodeableConcept": []},
        {"valueCodeableConcept": {}},
        {"valueCodeableConcept": {"coding": []}},
        {"valueCodeableConcept": {"coding": [{"code": "LA33-6"}, {"code": "LA32-8"}]}},
        {"valueCodeableConcept": {"coding": ["LA33-6"]}},
        {"valueCodeableConcept": {"coding": [], "text": "Yes"}},
    ],
)
def test_an_answer_that_cannot_be_read_is_refused(answer: dict[str, Any]) -> None:
    (problem,) = refused(response(*items_of("SCOFF", [0] * 4 + [answer])))
    assert problem.field == "questionnaire_responses[0].item[4]"
    assert problem.message == (
        "has an answer that we cannot read: send one of valueCoding, valueCodeableConcept, "
        "valueInteger, valueDecimal, valueQuantity, valueBoolean, valueString"
    )


@pytest.mark.parametrize(
    "answer",
    [
        {"valueInteger": 1},
        {"valueDecimal": 1.0},
        {"valueQuantity": {"value": 1}},
        {"valueBoolean": True},
        {"valueString": " YES "},
        {"valueCoding": {"code": "LA33-6"}},
        {"valueCoding": {"code": "LA33-6", "display": "Ja"}},
        {"valueCoding": {"display": "yes"}},
        {"valueCoding": {"system": "http://snomed.info/sct", "code": "1", "display": "Yes"}},
        {"valueCodeableConcept": {"coding": [{"code": "LA33-6"}]}},
        {"valueCodeableConcept": {"text": "Yes"}},
    ],
)
def test_a_yes_is_read_in_every_value_type(answer: dict[str, Any]) -> None:
    answers = sent(response(*items_of("SCOFF", [0] * 4 + [answer])))
    assert answers.instruments.SCOFF == (0, 0, 0, 0, 1)


@pytest.mark.parametrize(
    ("code", "answer", "send"),
    [
        ("PHQ2", 4, "one of LA6568-5, LA6569-3, LA6570-1, LA6571-9"),
        ("PHQ2", -1, "one of LA6568-5"),
        ("PHQ2", True, "one of LA6568-5"),
        ("PHQ2", "LA33-6", "one of LA6568-5"),
        ("PHQ2", {"valueString": "often"}, "one of LA6568-5"),
        ("PHQ2", {"valueCoding": {"code": "LA6571-9", "display": "Not at all"}}, "one of LA6568"),
        ("PHQ2", {"valueCoding": {"code": "LA9-9", "display": "Not at all"}}, "one of LA6568-5"),
        ("SCOFF", 2, "one of LA33-6, LA32-8"),
        ("K6", 5, "one of None of the time, A little of the time"),
        ("ASQ", {"valueString": "maybe"}, "one of Yes, No, Prefer not to say"),
        ("PCL5", 5, "one of 0, 1, 2, 3, 4"),
        ("WHO5", 6, "one of 0, 1, 2, 3, 4, 5"),
        ("DRUG", -1, "a whole number from 0"),
        ("DRUG", {"valueString": "often"}, "a whole number from 0"),
        ("EPDS10", 4, "one of 0, 1, 2, 3"),
    ],
)
def test_an_answer_that_is_no_option_is_refused(code: str, answer: Any, send: str) -> None:
    instrument = INSTRUMENTS[code]
    count = len(instrument.items or instrument.brought_items)
    items = items_of(code, [answer] + [0] * (count - 1)) if count > 1 else [item(code, answer)]
    (problem,) = refused(response(*items))
    assert problem.field == "questionnaire_responses[0].item[0]"
    assert problem.message.startswith(f"is no answer to this question: send {send}")


@pytest.mark.parametrize("words", ["Yes", "no", "PREFER NOT TO SAY"])
def test_words_alone_answer_a_question_that_has_no_loinc_answers(words: str) -> None:
    said = {"valueCoding": {"code": "LA33-6", "display": words}}
    items = items_of("ASQ", [0, 0, 0, said])
    expected = {"yes": 1, "no": 0}.get(words.casefold())
    assert (0, 0, 0, expected) == sent(response(*items)).instruments.ASQ


def test_a_question_that_is_answered_twice_is_refused() -> None:
    for pair in (("44250-9", "PHQ2.1"), ("PHQ2.1", "PHQ9.1"), ("55758-7", "PHQ2.total")):
        items = [*(item(code, 1) for code in pair), item("44255-8", 0)]
        (problem,) = refused(response(*items))
        assert problem.field == "questionnaire_responses[0].item[1]"
        assert problem.message == f"{pair[1]} is sent twice: send one response a sitting"
