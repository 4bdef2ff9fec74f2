"""Questionnaires that came in part, or with totals that do not agree, are refused."""

import pytest

from directory.vocabulary.instruments import INSTRUMENTS
from tests.triage.answering import answering
from tests.triage.sending import HIGHEST, item, items_of, refused, response, sent

TOTALS = {
    "PHQ2": ("55758-7", 6),
    "PHQ4": ("70272-0", 12),
    "PHQ9": ("44261-6", 27),
    "GAD7": ("70274-6", 21),
    "AUDITC": ("75626-2", 12),
    "HARK": ("76504-0", 4),
    "PHQ8": ("PHQ8.total", 24),
    "GAD2": ("GAD2.total", 6),
    "K6": ("K6.total", 24),
    "SCOFF": ("SCOFF.total", 5),
}
PHQ9_CODES = [q.loinc or "" for q in INSTRUMENTS["PHQ9"].items]


# Totals
@pytest.mark.parametrize(("code", "total", "highest"), [(c, *t) for c, t in TOTALS.items()])
def test_a_total_that_was_sent_along_must_agree(code: str, total: str, highest: int) -> None:
    items = items_of(code, HIGHEST[code])
    assert sent(response(*items, item(total, highest))) == sent(response(*items))
    for wrong in (highest - 1, highest + 1):
        (problem,) = refused(response(*items, item(total, wrong)))
        assert problem.field == f"questionnaire_responses[0].item[{len(items)}]"
        assert problem.message == (
            f"the answers to {code} come to {highest}: mend them, or take the total out"
        )


def test_a_total_without_a_value_says_nothing() -> None:
    items = items_of("PHQ2", [1, 2])
    assert sent(response(*items, item("55758-7"))) == sent(response(*items))


def test_a_total_over_a_gap_is_refused() -> None:
    (problem,) = refused(response(*items_of("PHQ2", [1, None]), item("55758-7", 1)))
    assert problem.field == "questionnaire_responses[0].item[2]"
    assert problem.message == "PHQ2 has a gap, so it has no total: take it out"


@pytest.mark.parametrize("code", ["44261-6", "PHQ9.total"])
def test_a_total_of_an_instrument_that_we_ask_is_no_answer_to_it(code: str) -> None:
    (problem,) = refused(response(item(code, 12)))
    assert problem.field == "questionnaire_responses[0].item[0]"
    assert problem.message == (
        "names PHQ9 without its answers: send them all, or take PHQ9.total and 44261-6 out"
    )


# What is there in part only
@pytest.mark.parametrize("left_out", range(9))
def test_a_list_with_an_item_left_out_is_refused_with_that_item(left_out: int) -> None:
    items = items_of("PHQ9", [1] * 9)
    del items[left_out]
    (problem,) = refused(response({"linkId": "44249-1", "item": items}))
    assert problem.field == "questionnaire_responses[0].item[0]"
    assert problem.message == (
        f"PHQ9 lacks its question {PHQ9_CODES[left_out]}: send every question, "
        "without an answer where none was given"
    )


@pytest.mark.parametrize(
    "name", ["44249-1", "http://loinc.org/q/44249-1|2.1", "https://x.org/PHQ9"]
)
def test_a_questionnaire_that_is_named_must_be_whole(name: str) -> None:
    (problem,) = refused(response(*items_of("PHQ8", [1] * 8), questionnaire=name))
    assert problem.field == "questionnaire_responses[0].questionnaire"
    assert problem.message.startswith("PHQ9 lacks its question 44260-8")


def test_our_own_link_ids_name_the_instrument_that_must_be_whole() -> None:
    (problem,) = refused(response(*(item(f"PHQ9.{n}", 1) for n in range(1, 9))))
    assert problem.field == "questionnaire_responses[0].item[0]"
    assert problem.message.startswith("PHQ9 lacks its question 44260-8")
    eight = [item(f"PHQ8.{n}", 1) for n in range(1, 9)]
    assert sent(response(*eight)) == answering(instruments={"PHQ8": [1] * 8})


def test_a_questionnaire_that_we_do_not_know_by_name_is_read_by_its_codes() -> None:
    whole = response(*items_of("PHQ8", [1] * 8), questionnaire="https://x.org/wellness|3")
    assert sent(whole) == answering(instruments={"PHQ8": [1] * 8})


@pytest.mark.parametrize(
    ("codes", "place", "lacking"),
    [
        (["44255-8"], 0, "PHQ2 lacks its question 44250-9"),
        ([c for c in PHQ9_CODES if c != "44254-1"], 2, "PHQ9 lacks its question 44254-1"),
        (["44259-0", "44251-7"], 0, "PHQ8 lacks its question 44250-9, 44255-8, 44254-1"),
        (["69733-4", "69725-0"], 0, "GAD7 lacks its question 68509-9, 69734-2"),
        (["K6.1", "K6.3"], 0, "K6 lacks its question K6.2, K6.4"),
    ],
)
def test_answers_that_make_up_no_instrument_are_refused(
    codes: list[str], place: int, lacking: str
) -> None:
    (problem,) = refused(response(*(item(code, 1) for code in codes)))
    assert problem.field == f"questionnaire_responses[0].item[{place}]"
    assert problem.message.startswith(lacking)


@pytest.mark.parametrize(
    ("named", "code"), [("EPDS", "EPDS"), ("ISI", "ISI"), ("82666-9", "DAST10"), ("PCL5", "PCL5")]
)
def test_a_name_without_a_score_is_refused(named: str, code: str) -> None:
    (problem,) = refused(response(questionnaire=named))
    assert problem.field == "questionnaire_responses[0].questionnaire"
    assert problem.message == f"names {code} without a score: send {code}.total"
