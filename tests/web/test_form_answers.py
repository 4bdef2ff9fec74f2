"""What a form sends, read by the kind of its control."""

import pytest

from directory.web.patient.triage.flow import FLOW
from directory.web.patient.triage.form_answers import read_form

QUESTIONS = {question.key: question for question in FLOW}


@pytest.mark.parametrize(
    ("question", "field"), [("age", "age"), ("on_medication", "coverage.max_fee")]
)
@pytest.mark.parametrize("written", ["9" * 5000, "-4", "٣٤", "1e3", "121000"])
def test_a_number_that_cannot_be_is_told(question: str, field: str, written: str) -> None:
    answers, problems = read_form(QUESTIONS[question], {field: [written]}, {})
    assert field in problems
    assert field not in answers


def test_a_price_may_be_written_as_people_write_it() -> None:
    answers, _ = read_form(QUESTIONS["on_medication"], {"coverage.max_fee": ["$1,200"]}, {})
    assert answers["coverage.max_fee"] == 1200
