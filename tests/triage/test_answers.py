"""What the answers may hold, and which field is named when they do not."""

from typing import Any

import pytest
from pydantic import ValidationError

from directory.errors import problems_of
from directory.triage import TriageAnswers, reports_danger
from directory.vocabulary import STATES
from directory.vocabulary.instruments import INSTRUMENTS
from tests.triage.answering import answering

LISTS = {
    "ASQ": (4, 1),
    "PHQ2": (2, 3),
    "PHQ4": (4, 3),
    "PHQ8": (8, 3),
    "PHQ9": (9, 3),
    "GAD2": (2, 3),
    "GAD7": (7, 3),
    "K6": (6, 4),
    "AUDITC": (3, 4),
    "SCOFF": (5, 1),
    "HARK": (4, 1),
}
EXTERNAL_BOUNDS = {"EPDS": 30, "EPDS10": 3, "PCL5": 80, "ISI": 28, "WSAS": 40, "DAST10": 10}


def fields_at_fault(**given: Any) -> list[str]:
    """Return the fields that are named as wrong, none where the answers are fine."""
    try:
        answering(**given)
    except ValidationError as error:
        return [problem.field for problem in problems_of(error)]
    return []


def test_age_and_state_are_enough() -> None:
    assert answering().concerns == ()


def test_age_and_state_are_needed() -> None:
    assert fields_at_fault(age=None, state=None) == ["age", "state"]


@pytest.mark.parametrize(("age", "fine"), [(-1, False), (0, True), (120, True), (121, False)])
def test_an_age_is_from_0_to_120(age: int, fine: bool) -> None:
    assert fields_at_fault(age=age) == ([] if fine else ["age"])


@pytest.mark.parametrize("code", sorted(STATES))
def test_every_state_of_the_vocabulary_is_taken(code: str) -> None:
    assert answering(state=code).state == code


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("state", "California"),
        ("state", "ZZ"),
        ("age", "34"),
        ("age", 34.0),
        ("age", True),
        ("zip", "9411"),
        ("zip", "94110-1234"),
        ("zip", 94110),
        ("within_miles", 0),
        ("within_miles", "25"),
        ("for", "me"),
        ("wants", "everything"),
        ("duration", "3_months"),
        ("seeks", "medication"),
        ("tried_coping", "yes"),
        ("care_so_far", "relapsed"),
        ("care_so_far", ["relapsed", "relapsed"]),
        ("exploration_comfort", 0),
        ("exploration_comfort", 6),
        ("difficulty", "a lot"),
        ("sex", "other"),
        ("danger_now", "yes"),
        ("danger_now", 1),
        ("on_medication", 0),
        ("text", "x" * 2001),
        ("text", 5),
        ("concerns", ["panic", "panic"]),
        ("concerns", ["panic", "gad", "ocd", "ptsd"]),
        ("concerns", "panic"),
        ("mood", "low"),
        ("mood", None),
        ("for_", "self"),
    ],
)
def test_what_is_unknown_or_out_of_range_is_refused(field: str, value: Any) -> None:
    assert fields_at_fault(**{field: value}) == [field]


@pytest.mark.parametrize(
    "field", ["concerns", "goals", "formats", "delivery", "red_flags", "care_so_far"]
)
def test_an_unknown_code_in_a_list_is_named_by_its_place(field: str) -> None:
    assert fields_at_fault(**{field: ["nonsense"]}) == [f"{field}[0]"]


@pytest.mark.parametrize("field", sorted(TriageAnswers.model_fields.keys() - {"age", "state"}))
def test_null_means_not_asked(field: str) -> None:
    key = TriageAnswers.model_fields[field].alias or field
    assert answering(**{key: None}) == answering()


def test_what_is_named_twice_is_to_be_named_once() -> None:
    with pytest.raises(ValidationError) as refused:
        answering(concerns=["panic", "panic"])
    (problem,) = problems_of(refused.value)
    assert problem.message == "names the same thing twice: name each once"


def test_all_of_care_so_far_may_be_said_at_once() -> None:
    said = ("outpatient_failed", "relapsed", "not_improving")
    assert answering(care_so_far=said).care_so_far == said


def test_two_thousand_characters_are_taken() -> None:
    assert len(answering(text="x" * 2000).text) == 2000


def test_whom_it_is_for_is_called_for() -> None:
    assert answering(**{"for": "child"}).for_ == "child"


@pytest.mark.parametrize(("code", "length", "highest"), [(c, *shape) for c, shape in LISTS.items()])
def test_a_list_has_the_length_and_the_values_of_its_instrument(
    code: str, length: int, highest: int
) -> None:
    assert not fields_at_fault(instruments={code: [highest] * length})
    assert not fields_at_fault(instruments={code: [None] * length})
    too_high = [0] * (length - 1) + [highest + 1]
    assert fields_at_fault(instruments={code: too_high}) == [f"instruments.{code}[{length - 1}]"]
    assert fields_at_fault(instruments={code: [-1] + [0] * (length - 1)}) == [
        f"instruments.{code}[0]"
    ]
    for wrong, place in (
        (length - 1, length - 1),
        (length + 1, length),
        (length + 9, length),
        (0, 0),
    ):
        answers = {code: [0] * wrong}
        assert fields_at_fault(instruments=answers) == [f"instruments.{code}[{place}]"]


@pytest.mark.parametrize(
    ("answers", "message"),
    [
        ([0, 0, 0], "this answer is missing: give 4 answers, one for each question, not 3"),
        ([0] * 5, "there is no such question: give 4 answers, one for each question, not 5"),
    ],
)
def test_a_list_in_part_says_what_is_needed(answers: list[int], message: str) -> None:
    with pytest.raises(ValidationError) as refused:
        answering(instruments={"PHQ4": answers})
    assert [problem.message for problem in problems_of(refused.value)] == [message]


@pytest.mark.parametrize("code", sorted(LISTS))
def test_the_description_tells_the_length_and_the_values(code: str) -> None:
    length, highest = LISTS[code]
    schema = TriageAnswers.model_json_schema()["$defs"]["InstrumentAnswers"]["properties"][code]
    asked = schema["anyOf"][0]
    assert (asked["minItems"], asked["maxItems"]) == (length, length)
    assert asked["items"]["anyOf"][0] == {"type": "integer", "minimum": 0, "maximum": highest}


def test_answers_that_are_no_object_are_refused() -> None:
    with pytest.raises(ValidationError) as refused:
        TriageAnswers.model_validate(["age", 34])
    assert [problem.field for problem in problems_of(refused.value)] == [""]


@pytest.mark.parametrize("code", sorted(LISTS))
def test_the_shapes_agree_with_the_published_questions(code: str) -> None:
    length, highest = LISTS[code]
    items = INSTRUMENTS[code].items
    assert len(items) == length
    assert {max(v for v in item.values if v is not None) for item in items} == {highest}


@pytest.mark.parametrize("value", [True, 1.0, "1"])
def test_an_answer_is_a_whole_number(value: Any) -> None:
    assert fields_at_fault(instruments={"PHQ4": [0, 0, value, 0]}) == ["instruments.PHQ4[2]"]


@pytest.mark.parametrize(
    ("given", "at_fault"),
    [
        ({"ASQ_NOW": 2}, "instruments.ASQ_NOW"),
        ({"DRUG": -1}, "instruments.DRUG"),
        ({"PCPTSD5": [1, 1, 1, 1, 1]}, "instruments.PCPTSD5"),
        ({"PCPTSD5": {"gate": 1}}, "instruments.PCPTSD5"),
        ({"PCPTSD5": {"gate": 2, "items": [0] * 5}}, "instruments.PCPTSD5.gate"),
        ({"PCPTSD5": {"gate": 1, "items": [0] * 4}}, "instruments.PCPTSD5.items[4]"),
        ({"PCPTSD5": {"gate": 1, "items": [0, 0, 2, 0, 0]}}, "instruments.PCPTSD5.items[2]"),
        ({"MDQ": [1]}, "instruments.MDQ"),
    ],
)
def test_a_wrong_answer_names_its_place(given: dict[str, Any], at_fault: str) -> None:
    assert fields_at_fault(instruments=given) == [at_fault]


@pytest.mark.parametrize(("code", "highest"), EXTERNAL_BOUNDS.items())
def test_a_score_from_elsewhere_stays_in_its_range(code: str, highest: int) -> None:
    assert not fields_at_fault(external_scores={code: 0})
    assert not fields_at_fault(external_scores={code: highest})
    assert fields_at_fault(external_scores={code: highest + 1}) == [f"external_scores.{code}"]
    assert fields_at_fault(external_scores={code: -1}) == [f"external_scores.{code}"]


def test_the_who5_runs_to_100_and_the_cssrs_has_words() -> None:
    assert not fields_at_fault(external_scores={"WHO5": 100, "CSSRS": "none"})
    assert fields_at_fault(external_scores={"WHO5": 101}) == ["external_scores.WHO5"]
    assert fields_at_fault(external_scores={"CSSRS": "severe"}) == ["external_scores.CSSRS"]


MDQ = {"yes": 7, "same_time": True, "problem": "minor"}


@pytest.mark.parametrize(
    ("changed", "at_fault"),
    [
        ({}, None),
        ({"yes": 0, "problem": "none"}, None),
        ({"yes": 13, "problem": "serious"}, None),
        ({"yes": 14}, "yes"),
        ({"yes": -1}, "yes"),
        ({"yes": True}, "yes"),
        ({"same_time": 1}, "same_time"),
        ({"problem": "mild"}, "problem"),
        ({"band": "low"}, "band"),
    ],
)
def test_the_mdq_comes_in_sum(changed: dict[str, Any], at_fault: str | None) -> None:
    expected = [f"external_scores.MDQ.{at_fault}"] if at_fault else []
    assert fields_at_fault(external_scores={"MDQ": {**MDQ, **changed}}) == expected


@pytest.mark.parametrize("part", sorted(MDQ))
def test_the_mdq_needs_all_its_parts(part: str) -> None:
    given = {name: value for name, value in MDQ.items() if name != part}
    assert fields_at_fault(external_scores={"MDQ": given}) == [f"external_scores.MDQ.{part}"]


def test_a_problem_never_repeats_what_was_written() -> None:
    with pytest.raises(ValidationError) as refused:
        answering(text="my secret" * 300)
    assert "my secret" not in str(refused.value)


def test_answers_do_not_show_in_a_log_line() -> None:
    assert "my secret" not in repr(answering(text="my secret"))


@pytest.mark.parametrize(
    ("body", "danger"),
    [
        ({"danger_now": True}, True),
        ({"danger_now": "true", "age": "old"}, True),
        ({"danger_now": " YES "}, True),
        ({"danger_now": "1"}, True),
        ({"danger_now": 1}, True),
        ({"instruments": {"ASQ_NOW": "1"}}, True),
        ({"danger_now": "no"}, False),
        ({"danger_now": 2}, False),
        ({"instruments": {"ASQ_NOW": 1, "PHQ4": [9]}}, True),
        ({"danger_now": False, "instruments": {"ASQ_NOW": 0}}, False),
        ({"instruments": [1]}, False),
        ({}, False),
        (["danger_now"], False),
    ],
)
def test_danger_is_seen_even_in_a_body_that_is_refused(body: object, danger: bool) -> None:
    assert reports_danger(body) is danger
