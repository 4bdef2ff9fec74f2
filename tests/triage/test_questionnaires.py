"""Questionnaires answered elsewhere become answers of ours, or are refused with their place."""

from typing import Any

import pytest

from directory.triage import assess
from directory.vocabulary.instruments import INSTRUMENTS
from tests.triage.answering import answering
from tests.triage.sending import (
    FIELD,
    HIGHEST,
    item,
    items_of,
    observation,
    refused,
    response,
    sent,
)

PHQ9_CODES = [q.loinc or "" for q in INSTRUMENTS["PHQ9"].items]


def auditc(*values: int | None) -> list[dict[str, Any]]:
    codes = ("68518-0", "68519-8", "68520-6")
    return [item(code, value) for code, value in zip(codes, values, strict=False)]


# What is read
@pytest.mark.parametrize("code", sorted(HIGHEST))
def test_every_instrument_is_read_by_the_codes_of_its_questions(code: str) -> None:
    answers = sent(response(*items_of(code, HIGHEST[code])))
    assert answers == answering(instruments={code: HIGHEST[code]})
    assert answers.questionnaire_responses == ()


@pytest.mark.parametrize("code", sorted(HIGHEST))
def test_every_instrument_is_read_by_our_own_link_ids(code: str) -> None:
    values = HIGHEST[code]
    items = [item(f"{code}.{n}", value) for n, value in enumerate(values, start=1)]
    assert sent(response(*items)) == answering(instruments={code: values})


@pytest.mark.parametrize("code", sorted(HIGHEST))
def test_every_option_is_read_by_its_loinc_answer_or_by_its_words(code: str) -> None:
    for option in INSTRUMENTS[code].items[0].options:
        said = {"valueCoding": {"code": option.loinc, "display": option.label}}
        if option.loinc is None:
            del said["valueCoding"]["code"]
        first, *rest = items_of(code, [0] * len(HIGHEST[code]))
        first = item(first["linkId"], said)
        assert getattr(sent(response(first, *rest)).instruments, code)[0] == option.value


def test_the_pc_ptsd_5_has_a_gate_and_five_items() -> None:
    codes = ["102011-4", *(q.loinc or "" for q in INSTRUMENTS["PCPTSD5"].items)]
    given = {"gate": 1, "items": [1, 1, 1, 0, 0]}
    coded = [item(code, value) for code, value in zip(codes, [1, 1, 1, 1, 0, 0], strict=True)]
    total = item("102017-1", 3)
    assert sent(response(*coded, total)) == answering(instruments={"PCPTSD5": given})
    assert [p.field for p in refused(response(*coded, item("102017-1", 4)))] == [
        "questionnaire_responses[0].item[6]"
    ]


def test_what_a_gate_lets_through_is_read_item_by_item() -> None:
    items = [item(f"PCPTSD5.{n}", value) for n, value in enumerate([1, 0, 1, 0, 1, 0], start=1)]
    assert sent(response(*items)) == answering(
        instruments={"PCPTSD5": {"gate": 1, "items": [0, 1, 0, 1, 0]}}
    )


def test_without_a_frightening_event_its_items_may_be_left_out() -> None:
    given = {"gate": 0, "items": [0] * 5}
    assert sent(response(item("PCPTSD5.1", False))) == answering(instruments={"PCPTSD5": given})
    assert refused(response(item("PCPTSD5.1", True)))[0].message == (
        "PCPTSD5 lacks its question 102012-2, 102013-0, 102014-8, 102015-5, 102016-3: "
        "send every question, without an answer where none was given"
    )


def test_who_never_drinks_need_not_be_asked_how_much() -> None:
    assert sent(response(*auditc(0))) == answering(instruments={"AUDITC": [0, 0, 0]})
    assert sent(response(*auditc(0), item("75626-2", 0))).instruments.AUDITC == (0, 0, 0)
    assert [p.field for p in refused(response(*auditc(1)))] == [
        "questionnaire_responses[0].item[0]"
    ]
    assert refused(response(*auditc(0, 2)))[0:] == ()


def test_what_was_skipped_may_be_sent_without_an_answer() -> None:
    assert sent(response(*auditc(0, None, None))) == answering(instruments={"AUDITC": [0, 0, 0]})
    assert sent(response(*auditc(1, None, 0))).instruments.AUDITC == (1, None, 0)
    assert sent(response(*auditc(None, 0, 0))).instruments.AUDITC == (None, 0, 0)


def test_a_count_and_single_questions_are_read() -> None:
    answers = sent(response(item("DRUG", 3), item("ASQ_NOW", 0), item("EPDS10", 1)))
    assert answers == answering(
        instruments={"DRUG": 3, "ASQ_NOW": 0}, external_scores={"EPDS10": 1}
    )


@pytest.mark.parametrize(
    ("option", "difficulty"),
    [
        ("LA6572-7", "not"),
        ("LA6573-5", "somewhat"),
        ("LA6575-0", "very"),
        ("LA6574-3", "extremely"),
    ],
)
def test_the_question_on_difficulty_is_read(option: str, difficulty: str) -> None:
    assert sent(response(item("69722-7", option))) == answering(difficulty=difficulty)
    assert sent(response(item("69722-7"))) == answering()


def test_a_question_without_an_answer_is_a_refusal() -> None:
    items = items_of("ASQ", [0, None, 0, 0])
    assert sent(response(*items)).instruments.ASQ == (0, None, 0, 0)
    refusing = {"valueString": "prefer not to say "}
    items[1] = item("ASQ.2", refusing)
    assert sent(response(*items)).instruments.ASQ == (0, None, 0, 0)
    last = sent(response(*items_of("PHQ9", [0] * 8 + [None])))
    assert assess(last).safety_flags == ("suicide",)


def test_scores_of_instruments_that_we_only_score_are_taken() -> None:
    scores = {"EPDS": 12, "ISI": 8, "WSAS": 40, "DAST10": 0, "PCL5": 31, "WHO5": 100}
    items = [item(f"{code}.total", score) for code, score in scores.items()]
    assert sent(response(*items)) == answering(external_scores=scores)
    assert sent(response(item("71354-5", 12), item("82667-7", 10))) == answering(
        external_scores={"EPDS": 12, "DAST10": 10}
    )


@pytest.mark.parametrize(
    ("code", "score", "message"),
    [
        ("EPDS.total", 31, "the score of EPDS is a number from 0 to 30"),
        ("71354-5", -1, "the score of EPDS is a number from 0 to 30"),
        ("WHO5.total", 101, "the score of WHO5 is a number from 0 to 100"),
        ("82667-7", "LA33-6", "the score of DAST10 is a number from 0 to 10"),
        ("ISI.total", None, "the score of ISI is a number from 0 to 28"),
    ],
)
def test_a_score_out_of_range_is_refused(code: str, score: Any, message: str) -> None:
    (problem,) = refused(response(item(code, score)))
    assert (problem.field, problem.message) == ("questionnaire_responses[0].item[0]", message)


def test_the_items_of_the_pcl5_come_to_its_score() -> None:
    values: list[int | None] = [4, 4, 4, 4, 4, 4, 4, 3] + [0] * 12
    answers = sent(response(*items_of("PCL5", values), item("PCL5.total", 31)))
    assert answers == answering(external_scores={"PCL5": 31})
    assert assess(answers).level_of_care == "psychotherapy"


def test_an_instrument_that_is_only_scored_needs_every_answer() -> None:
    values = [1, 1, None, 1, 1]
    (problem,) = refused(response(*items_of("WHO5", values)))
    assert problem.field == "questionnaire_responses[0].item[2]"
    assert problem.message == "has no answer, which WHO5 needs"


def test_several_instruments_of_one_response_are_told_apart() -> None:
    both = [*items_of("PHQ9", [1] * 9), *items_of("GAD7", [2] * 7)]
    assert sent(response(*both)) == answering(instruments={"PHQ9": [1] * 9, "GAD7": [2] * 7})
    four = [*items_of("GAD2", [1, 0]), *items_of("PHQ2", [0, 1])]
    assert sent(response(*four)) == answering(instruments={"PHQ4": [1, 0, 0, 1]})
    mixed = [*items_of("PHQ9", [0] * 9), *items_of("GAD2", [1, 1])]
    assert sent(response(*mixed)) == answering(instruments={"PHQ9": [0] * 9, "GAD2": [1, 1]})


def test_an_instrument_that_is_named_is_read_beside_one_that_contains_it() -> None:
    items = [*items_of("PHQ9", [1] * 9), item("44261-6", 9), item("55758-7", 2)]
    assert sent(response(*items)) == answering(instruments={"PHQ9": [1] * 9, "PHQ2": [1, 1]})


def test_items_in_groups_and_below_answers_are_read() -> None:
    first, second = items_of("PHQ2", [1, 2])
    group = {"linkId": "/55757-9", "item": [first, second, item("/55757-9/55758-7", 3)]}
    assert sent(response(group)) == answering(instruments={"PHQ2": [1, 2]})
    page = {"linkId": "page-1", "item": [group]}
    assert sent(response(page)) == answering(instruments={"PHQ2": [1, 2]})
    first["answer"][0]["item"] = [second]
    assert sent(response(first)) == answering(instruments={"PHQ2": [1, 2]})


@pytest.mark.parametrize(
    "link",
    [
        {"linkId": "/44249-1/44250-9"},
        {"linkId": "44250-9/"},
        {"linkId": " 44250-9 "},
        {"linkId": "q1", "definition": "http://loinc.org/44250-9"},
        {"linkId": "44250-9", "definition": "http://example.org/q1"},
    ],
)
def test_a_code_may_stand_at_the_end_of_a_link_or_in_the_definition(link: dict[str, str]) -> None:
    items = [{**item("-", 2), **link}, item("44255-8", 1)]
    assert sent(response(*items)) == answering(instruments={"PHQ2": [2, 1]})


def test_observations_are_read_together_by_their_loinc_codes() -> None:
    observations = [observation(code, 1) for code in PHQ9_CODES]
    total = observation("44261-6", {"valueQuantity": {"value": 9.0, "unit": "{score}"}})
    panel = observation("44249-1", None, hasMember=[{"reference": "Observation/1"}])
    answers = sent(panel, *observations, total)
    assert answers == answering(instruments={"PHQ9": [1] * 9})


def test_an_observation_may_have_its_items_as_components() -> None:
    parts = [
        {"code": {"coding": [{"code": code}]}, "valueCodeableConcept": {"coding": [{"code": said}]}}
        for code, said in (("76500-8", "LA32-8"), ("76501-6", "LA33-6"))
    ]
    more = [{"code": {"coding": [{"code": c}]}, "valueBoolean": False} for c in ("76502-4",)]
    words = {"code": {"coding": [{"code": "76503-2"}]}, "valueCodeableConcept": {"text": "No"}}
    answers = sent(observation("76499-3", None, component=[*parts, *more, words]))
    assert answers == answering(instruments={"HARK": [0, 1, 0, 0]})


def test_an_observation_is_known_by_its_loinc_code_among_others() -> None:
    foreign = {"system": "http://snomed.info/sct", "code": "55757-9"}
    coded = {"coding": [foreign, {"system": "http://loinc.org", "code": "44250-9"}]}
    first = {**observation("-", 1), "code": coded}
    assert sent(first, observation("44255-8", 0)) == answering(instruments={"PHQ2": [1, 0]})
    (problem,) = refused({**first, "code": {"coding": [foreign]}})
    assert (problem.field, problem.message) == (
        "questionnaire_responses[0].code",
        "has no LOINC code: send one",
    )


def test_an_observation_without_a_value_is_a_refusal() -> None:
    codes = ("76500-8", "76501-6", "76502-4", "76503-2")
    answers = sent(*(observation(code, None if n == 2 else 0) for n, code in enumerate(codes)))
    assert answers == answering(instruments={"HARK": [0, 0, None, 0]})
    assert assess(answers).safety_flags == ("partner_violence",)


# Beside what was answered here
def test_what_is_brought_joins_what_was_answered_here() -> None:
    given = {"instruments": {"ASQ": [0, 0, 0, 0], "PHQ2": None}, "external_scores": {"ISI": 3}}
    answers = sent(response(*items_of("PHQ2", [1, 2]), item("EPDS.total", 4)), **given)
    assert answers == answering(
        instruments={"ASQ": [0, 0, 0, 0], "PHQ2": [1, 2]}, external_scores={"ISI": 3, "EPDS": 4}
    )


@pytest.mark.parametrize(
    ("resources", "given", "field", "name"),
    [
        ([response(*items_of("PHQ2", [1, 2]))], {"instruments": {"PHQ2": [1, 2]}}, 0, "PHQ2"),
        ([response(item("69722-7", 0))], {"difficulty": "not"}, 0, "difficulty"),
        ([response(item("EPDS10", 0))], {"external_scores": {"EPDS10": 0}}, 0, "EPDS10"),
        ([response(*items_of("PHQ2", [1, 2]))] * 2, {}, 1, "PHQ2"),
    ],
)
def test_the_same_instrument_twice_is_refused(
    resources: list[Any], given: dict[str, Any], field: int, name: str
) -> None:
    (problem,) = refused(*resources, **given)
    assert problem.field == f"questionnaire_responses[{field}]"
    assert problem.message == f"{name} is there twice: send it once, the latest"


def test_observations_of_what_was_answered_here_are_refused_as_a_whole() -> None:
    (problem,) = refused(observation("69722-7", 0), difficulty="very")
    assert problem.field == FIELD


def test_a_part_of_the_answers_that_is_no_object_is_refused_by_its_own_rules() -> None:
    (problem,) = refused(response(item("DRUG", 0)), instruments=[1])
    assert problem.field == "instruments"


def test_what_was_given_is_not_changed_by_reading_it() -> None:
    body: dict[str, Any] = {"instruments": {"DRUG": 0}, FIELD: [response(item("ASQ_NOW", 0))]}
    answering(**body)
    assert body["instruments"] == {"DRUG": 0}
