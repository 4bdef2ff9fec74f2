"""The document that a triage hands on."""

import json
from pathlib import Path

import pytest

from directory.triage import TriageAnswers, TriageResult, age_group_of, assess
from tests.triage.answering import assessed, rules_of, screened

EXAMPLE = Path(__file__).parent.parent / "data" / "example_answers.json"
# As the contract writes them, in its order.
CONTRACT_FIELDS = (
    "schema level_of_care intent safety_flags concerns scores age_group age state zip within_miles "
    "formats delivery services seeks on_medication exploration_comfort coverage preferences goals "
    "text because crisis"
)


def example() -> TriageResult:
    return assess(TriageAnswers.model_validate_json(EXAMPLE.read_text(encoding="utf-8")))


def test_the_example_answers_give_psychotherapy_with_reasons() -> None:
    result = example()
    assert (result.level_of_care, rules_of(result)) == ("psychotherapy", ("L14", "L15", "L17"))
    assert all(reason.text for reason in result.because)
    assert (result.safety_flags, result.crisis) == ((), None)


def test_the_example_answers_are_scored() -> None:
    assert example().scores == {
        "ASQ": {"band": "negative"},
        "PHQ4": {"total": 6, "band": "moderate"},
        "GAD7": {"total": 11, "band": "moderate"},
    }


def test_the_document_has_the_fields_of_the_contract_in_its_order() -> None:
    assert list(example().model_dump(mode="json")) == CONTRACT_FIELDS.split()


def test_the_document_names_its_schema() -> None:
    assert json.loads(example().model_dump_json())["schema"] == "triage-result/1"


def test_the_answers_that_matching_needs_are_handed_on() -> None:
    answers, result = json.loads(EXAMPLE.read_text(encoding="utf-8")), example().model_dump()
    for field in ("concerns", "goals", "formats", "delivery"):
        assert list(result[field]) == answers[field]
    for field in ("age", "state", "zip", "seeks", "on_medication", "exploration_comfort", "text"):
        assert result[field] == answers[field]
    assert result["coverage"] == {"payer": "aetna", "max_fee": 180, "sliding_scale": False}


def test_the_answers_to_instruments_are_not_handed_on() -> None:
    assert "instruments" not in example().model_dump()


def test_a_document_reads_back_as_itself() -> None:
    result = example()
    assert TriageResult.model_validate_json(result.model_dump_json()) == result


def test_a_result_does_not_show_in_a_log_line() -> None:
    assert "subway" not in repr(example())


@pytest.mark.parametrize(
    ("age", "group"),
    [
        (0, "child"),
        (12, "child"),
        (13, "teen"),
        (17, "teen"),
        (18, "adult"),
        (64, "adult"),
        (65, "older_adult"),
    ],
)
def test_an_age_belongs_to_a_group(age: int, group: str) -> None:
    assert age_group_of(age) == assessed(age=age).age_group == group


def test_therapy_is_looked_for_unless_support_is_enough() -> None:
    assert (assessed().intent, assessed().services) == ("psychotherapy", ("psychotherapy",))


def test_a_question_about_medication_adds_a_prescriber() -> None:
    with_medication = ("psychotherapy", "medication")
    assert assessed(on_medication=True).services == with_medication
    assert assessed(concerns=["medication"]).services == with_medication
    assert screened(GAD7=[3, 3, 3, 3, 3, 0, 0]).services == with_medication
    assert assessed(red_flags=["psychosis"]).services == with_medication


def test_a_more_urgent_level_does_not_forget_the_prescriber() -> None:
    result = assessed(on_medication=True, red_flags=["suicide"])
    assert (result.level_of_care, result.services) == ("urgent", ("psychotherapy", "medication"))


def test_a_wish_for_a_test_adds_testing() -> None:
    assert assessed(concerns=["testing"]).services == ("psychotherapy", "testing")


def test_what_was_not_asked_is_null_in_the_document() -> None:
    result = assessed()
    assert (result.seeks, result.exploration_comfort, result.coverage) == (None, None, None)
