"""Known answers from published sources, and both sides of every cut-off."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from directory.triage.item_scoring import score_cssrs_items, score_pcl5_items, score_who5_items
from directory.triage.scoring import (
    SCORERS_OF_ITEMS,
    SCORERS_OF_TOTALS,
    Score,
    complete,
    score_asq,
    score_auditc,
    score_drug,
    score_pcptsd5,
)
from tests.triage.answering import items_adding_up_to

KNOWN_ANSWERS = json.loads(
    (Path(__file__).parent / "data" / "known_answers.json").read_text(encoding="utf-8")
)
SCORERS: dict[str, Callable[[Any], Score]] = {
    **SCORERS_OF_TOTALS,
    **SCORERS_OF_ITEMS,
    "ASQ": lambda given: score_asq(*given),
    "PCPTSD5": lambda given: score_pcptsd5(*given),
    "AUDITC": score_auditc,
    "DRUG": lambda given: score_drug(given[0]),
    "PCL5": score_pcl5_items,
    "CSSRS": score_cssrs_items,
    "WHO5": score_who5_items,
}


def facts_of(score: Score) -> dict[str, Any]:
    return {
        "total": score.total,
        "band": score.band,
        "positive": score.positive,
        "smi": score.positive,
        "value": score.band or score.positive,
        **score.parts,
    }


@pytest.mark.parametrize(
    "case", KNOWN_ANSWERS, ids=lambda case: f"{case['instrument']} {case['given']}"
)
def test_the_scorer_gives_the_known_answer(case: dict[str, Any]) -> None:
    given, expected = case["given"], dict(case["expected"])
    facts = facts_of(SCORERS[case["instrument"]](given))
    if case["instrument"] == "AUDITC":
        facts |= {sex: score_auditc(given, sex).positive for sex in ("male", "female")}
    if case["instrument"] == "WHO5":
        facts["value"] = facts["total"]
    assert {name: facts[name] for name in expected} == expected


@pytest.mark.parametrize(
    ("code", "length", "highest", "cutoff"),
    [
        ("PHQ2", 2, 3, 3),
        ("GAD2", 2, 3, 3),
        ("K6", 6, 4, 13),
        ("SCOFF", 5, 1, 2),
        ("HARK", 4, 1, 1),
    ],
)
def test_a_cut_off_is_met_at_its_value_and_not_below(
    code: str, length: int, highest: int, cutoff: int
) -> None:
    scorer = SCORERS_OF_ITEMS[code]
    assert scorer(items_adding_up_to(cutoff, length, highest)).positive is True
    assert scorer(items_adding_up_to(cutoff - 1, length, highest)).positive is False


@pytest.mark.parametrize(
    ("code", "length", "edges"),
    [
        ("PHQ4", 4, {2: "normal", 3: "mild", 5: "mild", 6: "moderate", 8: "moderate", 9: "severe"}),
        ("PHQ8", 8, {4: "minimal", 5: "mild", 9: "mild", 10: "moderate", 14: "moderate"}),
        ("PHQ8", 8, {15: "moderately_severe", 19: "moderately_severe", 20: "severe"}),
        ("PHQ9", 9, {4: "minimal", 5: "mild", 9: "mild", 10: "moderate", 14: "moderate"}),
        ("PHQ9", 9, {15: "moderately_severe", 19: "moderately_severe", 20: "severe"}),
        ("GAD7", 7, {4: "minimal", 5: "mild", 9: "mild", 10: "moderate", 14: "moderate"}),
        ("GAD7", 7, {15: "severe", 21: "severe"}),
    ],
)
def test_a_band_begins_and_ends_where_it_should(
    code: str, length: int, edges: dict[int, str]
) -> None:
    scorer = SCORERS_OF_ITEMS[code]
    found = {total: scorer(items_adding_up_to(total, length)).band for total in edges}
    assert found == edges


@pytest.mark.parametrize(
    ("code", "edges"),
    [
        ("EPDS", {9: "unlikely", 10: "possible", 12: "possible", 13: "likely"}),
        ("ISI", {7: "none", 8: "subthreshold", 14: "subthreshold", 15: "moderate", 22: "severe"}),
        ("WSAS", {9: "low", 10: "significant", 20: "significant", 21: "moderately_severe"}),
        ("DAST10", {0: "none", 1: "low", 3: "moderate", 6: "substantial", 9: "severe"}),
        ("WHO5", {28: "very_low", 29: "low", 50: "low", 51: "fair"}),
    ],
)
def test_a_total_from_elsewhere_falls_in_its_band(code: str, edges: dict[int, str]) -> None:
    assert {total: SCORERS_OF_TOTALS[code](total).band for total in edges} == edges


@pytest.mark.parametrize(("code", "cutoff"), [("PCL5", 31), ("EPDS10", 1)])
def test_a_total_from_elsewhere_meets_its_cut_off(code: str, cutoff: int) -> None:
    scorer = SCORERS_OF_TOTALS[code]
    assert (scorer(cutoff - 1).positive, scorer(cutoff).positive) == (False, True)


def test_the_phq2_branches_to_the_rest_from_two() -> None:
    branches = [SCORERS_OF_ITEMS["PHQ2"]([total, 0]).parts["branch"] for total in (1, 2)]
    assert branches == [False, True]


def test_three_drinks_points_are_positive_for_all_but_men() -> None:
    assert score_auditc([1, 1, 1]).positive
    assert score_auditc([1, 1, 1], "female").positive
    assert not score_auditc([1, 1, 1], "male").positive
    assert score_auditc([2, 1, 1], "male").positive


def test_who_never_drinks_scores_nothing_whatever_the_rest_says() -> None:
    assert score_auditc([0, 4, 4]).total == 0


def test_the_other_depressive_syndrome_needs_two_to_four_signs() -> None:
    scorer = SCORERS_OF_ITEMS["PHQ9"]
    assert scorer([2, 0, 0, 0, 0, 0, 0, 0, 0]).parts["ods"] is False
    assert scorer([2, 2, 0, 0, 0, 0, 0, 0, 0]).parts["ods"] is True
    assert scorer([2, 2, 2, 2, 2, 0, 0, 0, 0]).parts["ods"] is False


def test_a_list_with_a_gap_is_not_complete() -> None:
    assert complete([1, None]) is None
    assert complete([1, 0]) == (1, 0)
