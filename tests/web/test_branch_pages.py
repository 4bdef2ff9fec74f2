"""The further screens on the pages: who is asked which, word for word, and what they come to."""

from typing import Any

import pytest
from flask.testing import FlaskClient

from directory.triage import TriageAnswers, TriageResult, assess
from directory.vocabulary.instruments import INSTRUMENTS
from directory.web.patient.triage.answer_document import answer_document
from directory.web.patient.triage.flow import FLOW, path
from tests.web.walking import walk

ALONE = "instruments.HARK.alone"
ADULT: dict[str, Any] = {"age": 30, "state": "CA"}
BY_KEY = {question.key: question for question in FLOW}


def items(code: str, *values: int | None, first: int = 0) -> dict[str, int | None]:
    return {f"instruments.{code}[{first + i}]": value for i, value in enumerate(values)}


def asked(**answers: Any) -> list[str]:
    keys = [question.key for question in path({**ADULT, **answers})]
    return [key for key in keys if key.startswith("instruments.")]


def document(**answers: Any) -> dict[str, Any]:
    return answer_document({**ADULT, **answers})


def told(**answers: Any) -> TriageResult:
    return assess(TriageAnswers.model_validate(document(**answers)))


@pytest.mark.parametrize("code", ["PHQ4", "ASQ", "HARK", "SCOFF", "AUDITC"])
def test_every_item_is_asked_word_for_word_with_its_own_choices(code: str) -> None:
    for place, item in enumerate(INSTRUMENTS[code].items):
        question = BY_KEY[f"instruments.{code}[{place}]"]
        (field,) = question.fields
        choices = field.choices({})
        assert field.label == item.text
        assert [c.label for c in choices][: len(item.values)] == [o.label for o in item.options]
        assert choices[-1].value is None
        assert question.stem == INSTRUMENTS[code].stem or INSTRUMENTS[code].stem is None


def test_a_low_mood_leads_to_the_six_questions_not_yet_asked() -> None:
    low = items("PHQ4", 0, 0, 1, 1)
    assert [key for key in asked(**low) if "PHQ8" in key] == [
        f"instruments.PHQ8[{place}]" for place in range(2, 8)
    ]
    assert not any("PHQ8" in key for key in asked(**items("PHQ4", 0, 0, 0, 1)))


def test_the_longer_lists_are_made_of_both_askings() -> None:
    low = {**items("PHQ4", 0, 3, 1, 2), **items("PHQ8", 0, 1, 2, 3, 0, 1, first=2)}
    assert document(**low)["instruments"]["PHQ8"] == [1, 2, 0, 1, 2, 3, 0, 1]
    worried = {**items("PHQ4", 2, 3, 0, 0), **items("GAD7", 0, 1, 2, 3, 0, first=2)}
    assert document(**worried)["instruments"]["GAD7"] == [2, 3, 0, 1, 2, 3, 0]
    assert told(**worried).scores["GAD7"]["total"] == 11


def test_a_longer_list_goes_in_whole_or_not_at_all() -> None:
    low = {**items("PHQ4", 0, 0, 1, 2), **items("PHQ8", 0, 1, 2, first=2)}
    assert "PHQ8" not in document(**low)["instruments"]


def test_two_branches_ask_at_most_twelve_questions_more() -> None:
    gate = {"instruments.PCPTSD5.gate": 1, "concerns": ("ptsd",)}
    assert len(path({**ADULT, **gate, **items("PHQ4", 3, 3, 3, 3)})) == 24 + 6 + 6


def test_trauma_is_asked_about_behind_a_gate() -> None:
    trauma: dict[str, Any] = {"concerns": ("ptsd",)}
    gate = "instruments.PCPTSD5.gate"
    assert gate in asked(**trauma)
    assert not any("PCPTSD5.items" in key for key in asked(**trauma))
    assert not any("PCPTSD5.items" in key for key in asked(**trauma, **{gate: 0}))
    assert not any("PCPTSD5.items" in key for key in asked(**trauma, **{gate: None}))
    assert sum("PCPTSD5.items" in key for key in asked(**trauma, **{gate: 1})) == 5


def test_what_stands_behind_the_gate_goes_in_with_it() -> None:
    trauma: dict[str, Any] = {"concerns": ("ptsd",)}
    gate = "instruments.PCPTSD5.gate"
    behind = {f"instruments.PCPTSD5.items[{place}]": 1 for place in range(5)}
    assert document(**trauma, **{gate: 0})["instruments"]["PCPTSD5"] == {"gate": 0}
    assert document(**trauma, **{gate: 1}, **behind)["instruments"]["PCPTSD5"] == {
        "gate": 1,
        "items": [1, 1, 1, 1, 1],
    }
    assert "PCPTSD5" not in document(**trauma, **{gate: 1})["instruments"]
    assert "PCPTSD5" not in document(**trauma, **{gate: None})["instruments"]


@pytest.mark.parametrize(("first", "whole"), [(0, [0, 0, 0]), (None, [None, None, None])])
def test_whoever_never_drinks_is_asked_no_more_about_it(
    first: int | None, whole: list[int | None]
) -> None:
    answers = {"concerns": ("alcohol",), **items("AUDITC", first)}
    assert "instruments.AUDITC[1]" not in asked(**answers)
    assert "instruments.DRUG" in asked(**answers)
    assert document(**answers)["instruments"]["AUDITC"] == whole


def test_whoever_drinks_is_asked_how_much() -> None:
    answers = {"concerns": ("alcohol",), **items("AUDITC", 1)}
    assert "instruments.AUDITC[2]" in asked(**answers)
    assert "AUDITC" not in document(**answers)["instruments"]


def test_how_often_drugs_were_used_is_a_count_or_left_open() -> None:
    drank = {"concerns": ("alcohol",), **items("AUDITC", 0)}
    assert document(**drank, **{"instruments.DRUG": 12})["instruments"]["DRUG"] == 12
    assert told(**drank, **{"instruments.DRUG": 12}).scores["DRUG"]["positive"] is True
    assert "DRUG" not in told(**drank, **{"instruments.DRUG": None}).scores


@pytest.mark.parametrize(
    ("drinking", "is_asked"), [((4, 2, 1), False), ((4, 2, 2), True), ((4, 4, 4), True)]
)
def test_heavy_drinking_leads_to_a_question_about_the_body(
    drinking: tuple[int, int, int], is_asked: bool
) -> None:
    answers = {"concerns": ("alcohol",), **items("AUDITC", *drinking)}
    keys = [question.key for question in path({**ADULT, **answers})]
    assert ("red_flags.withdrawal_signs" in keys) is is_asked


@pytest.mark.parametrize(
    ("answer", "level"),
    [
        (True, "emergency_medical"),
        (None, "emergency_medical"),
        (False, "psychotherapy_and_medication"),
    ],
)
def test_signs_of_withdrawal_and_not_saying_call_for_a_doctor(
    answer: bool | None, level: str
) -> None:
    drinking = {"concerns": ("alcohol",), **items("AUDITC", 4, 4, 4)}
    assert told(**drinking, **{"red_flags.withdrawal_signs": answer}).level_of_care == level


def test_withdrawal_is_asked_about_once() -> None:
    answers = {"concerns": ("alcohol",), **items("AUDITC", 4, 4, 4)}
    keys = [q.key for q in path({**ADULT, **answers, "red_flags": ("withdrawal",)})]
    assert "red_flags.withdrawal_signs" not in keys


@pytest.mark.parametrize("flag", ["psychosis", "mania"])
@pytest.mark.parametrize(
    ("answer", "level"), [(True, "crisis"), (None, "crisis"), (False, "urgent")]
)
def test_danger_is_asked_about_again_after_a_changed_mind(
    flag: str, answer: bool | None, level: str
) -> None:
    answers = {"danger_now": False, "red_flags": (flag,), "danger_now.again": answer}
    assert "danger_now.again" in [q.key for q in path({**ADULT, **answers})]
    assert told(**answers).level_of_care == level


@pytest.mark.parametrize(
    ("answer", "level"), [(True, "crisis"), (None, "crisis"), (False, "urgent")]
)
def test_an_overdose_that_is_happening_or_was_meant_is_a_crisis(
    answer: bool | None, level: str
) -> None:
    answers = {"danger_now": False, "red_flags": ("overdose",), "red_flags.overdose_now": answer}
    assert told(**answers).level_of_care == level
    assert told(**answers).safety_flags == ("overdose",)


@pytest.mark.parametrize("flags", [(), ("suicide",), ("withdrawal",), ("none",)])
def test_no_other_flag_leads_to_these_questions(flags: tuple[str, ...]) -> None:
    keys = {q.key for q in path({**ADULT, "red_flags": flags})}
    assert not {"danger_now.again", "red_flags.overdose_now"} & keys


def test_whoever_told_of_danger_is_not_asked_again() -> None:
    answers = {**ADULT, "danger_now": True, "red_flags": ("mania", "overdose")}
    keys = {q.key for q in path(answers)}
    assert not {"danger_now.again", "red_flags.overdose_now"} & keys


def test_declining_to_speak_of_danger_is_not_reporting_it() -> None:
    assert told(danger_now=None).level_of_care == "counselling"


def test_the_partner_is_asked_about_alone_after_a_word_of_warning() -> None:
    keys = asked(formats=("couples",))
    assert keys.index(ALONE) + 1 == keys.index("instruments.HARK[0]")


def test_whoever_is_not_alone_is_asked_nothing_and_counts_as_declining() -> None:
    answers = {"formats": ("couples",), ALONE: None}
    assert not any("HARK[" in key for key in asked(**answers))
    assert told(**answers).safety_flags == ("partner_violence",)
    assert told(**answers).formats == ("individual",)


def test_four_times_no_leaves_couples_work_open() -> None:
    answers = {"formats": ("couples",), ALONE: 0, **items("HARK", 0, 0, 0, 0)}
    assert told(**answers).safety_flags == ()
    assert told(**answers).formats == ("couples",)


def test_declining_one_question_about_the_partner_counts_as_yes() -> None:
    answers = {"formats": ("couples",), ALONE: 0, **items("HARK", 0, None, 0, 0)}
    assert told(**answers).safety_flags == ("partner_violence",)


@pytest.mark.parametrize("whom", ["child", "other"])
def test_nobody_answers_about_the_partner_of_another(whom: str) -> None:
    assert not any("HARK" in key for key in asked(formats=("couples",), **{"for": whom}))
    assert any("HARK" in key for key in asked(formats=("couples",), **{"for": "self"}))
    assert any("HARK" in key for key in asked(formats=("couples",), **{"for": None}))


def test_the_suicide_questions_depend_on_nothing_but_age() -> None:
    nothing: dict[str, Any] = {}
    much = {"for": "other", "danger_now": None, "concerns": ("habits",), "text": "fine"}
    for answers in (nothing, much, items("PHQ4", 0, 0, 0, 0), items("PHQ4", *[None] * 4)):
        assert [key for key in asked(**answers) if "ASQ[" in key] == [
            f"instruments.ASQ[{place}]" for place in range(4)
        ]


@pytest.mark.parametrize("key", [q.key for q in FLOW if q.key not in {"age", "state"}])
def test_every_question_can_be_declined(key: str) -> None:
    for field in BY_KEY[key].fields:
        choices = field.choices({"concerns": ("panic", "gad")})
        assert not field.required or any(choice.value is None for choice in choices)


def test_care_so_far_is_asked_only_where_it_can_matter() -> None:
    care = [q.key for q in path({**ADULT, "concerns": ("alcohol",)})]
    assert "care_so_far" in care
    assert "care_so_far" not in [q.key for q in path({**ADULT, "concerns": ("panic",)})]
    (field,) = BY_KEY["care_so_far"].fields
    assert [c.code for c in field.choices({"concerns": ("bulimia",)})] == [
        "outpatient_failed",
        "not_improving",
        "none",
    ]


def test_care_so_far_reaches_the_triage() -> None:
    answers = {"concerns": ("alcohol",), "care_so_far": ("relapsed", "none")}
    assert document(**answers)["care_so_far"] == ["relapsed"]


def test_whoever_answers_for_another_is_told_how(client: FlaskClient) -> None:
    way = walk(client)
    while way.asked[-1:] != ["formats"]:
        way.answer({"for": "child", "age": "15", "state": "CA", **ANSWERS})
    assert "Please answer for the one who needs help" in way.text


ANSWERS = {
    "danger_now": "false",
    "wants": "both",
    "duration": "null",
    "difficulty": "null",
    "seeks": "null",
    "tried_coping": "null",
}


def test_danger_that_comes_up_on_the_way_brings_help_at_once(client: FlaskClient) -> None:
    way = walk(client).to_the_end(red_flags=["mania"], **{"danger_now.again": "true"})
    assert way.asked[-1] == "danger_now.again"
    assert way.at == "/triage/results"
    assert "tel:988" in way.text


def test_an_overdose_now_brings_help_at_once(client: FlaskClient) -> None:
    way = walk(client).to_the_end(red_flags=["overdose"], **{"red_flags.overdose_now": "true"})
    assert way.asked[-1] == "red_flags.overdose_now"
    assert "tel:988" in way.text


def test_signs_of_withdrawal_bring_medical_help_at_once(client: FlaskClient) -> None:
    drinks = {f"instruments.AUDITC[{place}]": "4" for place in range(3)}
    way = walk(client).to_the_end(
        concerns=["alcohol"], **drinks, **{"red_flags.withdrawal_signs": "true"}
    )
    assert way.asked[-1] == "red_flags.withdrawal_signs"
    assert "medical help" in way.text


def test_a_count_that_is_none_is_told(client: FlaskClient) -> None:
    way = walk(client).to_the_end(concerns=["alcohol"], **{"instruments.DRUG": ""})
    assert way.at == "/triage/check"
    place = way.asked.index("instruments.DRUG") + 1
    way.at = f"/triage/{place}"
    way.at = way.post(way.at, {"instruments.DRUG": "a few"}).location
    assert "Write a number, such as 0 or 3" in way.text
