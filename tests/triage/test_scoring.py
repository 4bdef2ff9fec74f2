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
    score_mdq,
    score_pcptsd5,
)
from directory.vocabulary.instruments import INSTRUMENTS
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
    "MDQ": lambda given: score_mdq(*given),
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


# Written out by hand: a cut-off or a band that is new or moved in the data fails here.
CUTOFFS = {
    ("PHQ2", "branch"): 2,
    ("PHQ2", "positive"): 3,
    ("PHQ8", "positive"): 10,
    ("PHQ9", "positive"): 10,
    ("PHQ9", "nice_more_severe"): 16,
    ("PHQ9", "item9"): 1,
    ("GAD2", "branch"): 3,
    ("GAD2", "positive"): 3,
    ("GAD7", "positive"): 10,
    ("K6", "moderate"): 8,
    ("K6", "positive"): 13,
    ("PCPTSD5", "positive"): 3,
    ("PCPTSD5", "efficient"): 4,
    ("AUDITC", "positive"): 3,
    ("AUDITC", "positive_male"): 4,
    ("AUDITC", "withdrawal_questions"): 8,
    ("DRUG", "positive"): 1,
    ("SCOFF", "positive"): 2,
    ("HARK", "positive"): 1,
    ("EPDS10", "positive"): 1,
    ("PCL5", "positive"): 31,
    ("MDQ", "positive"): 7,
}
# The total from which each band begins.
BANDS = {
    "PHQ4": {"normal": 0, "mild": 3, "moderate": 6, "severe": 9},
    "PHQ8": {"minimal": 0, "mild": 5, "moderate": 10, "moderately_severe": 15, "severe": 20},
    "PHQ9": {"minimal": 0, "mild": 5, "moderate": 10, "moderately_severe": 15, "severe": 20},
    "GAD7": {"minimal": 0, "mild": 5, "moderate": 10, "severe": 15},
    "EPDS": {"unlikely": 0, "possible": 10, "likely": 13},
    "ISI": {"none": 0, "subthreshold": 8, "moderate": 15, "severe": 22},
    "WSAS": {"low": 0, "significant": 10, "moderately_severe": 21},
    "DAST10": {"none": 0, "low": 1, "moderate": 3, "substantial": 6, "severe": 9},
    "WHO5": {"very_low": 0, "low": 29, "fair": 51},
}
LAST = {"PHQ4": 12, "PHQ8": 24, "PHQ9": 27, "GAD7": 21, "EPDS": 30, "ISI": 28, "WSAS": 40} | {
    "DAST10": 10,
    "WHO5": 100,
}


def scored(code: str, total: int) -> Score:
    """Score answers that add up to a total, by the scorer that serves in earnest."""
    if code in SCORERS_OF_TOTALS:
        return SCORERS_OF_TOTALS[code](total)
    if code == "DRUG":
        return score_drug(total)
    if code == "MDQ":
        return score_mdq(total, True, "serious")
    values = INSTRUMENTS[code].items[0].values
    items = items_adding_up_to(total, len(INSTRUMENTS[code].items), max(filter(None, values)))
    if code == "AUDITC":
        return score_auditc(items)
    return score_pcptsd5(1, items) if code == "PCPTSD5" else SCORERS_OF_ITEMS[code](items)


def test_every_cut_off_of_the_data_has_its_test() -> None:
    found = {(code, name): n for code, i in INSTRUMENTS.items() for name, n in i.cutoffs.items()}
    assert found == CUTOFFS


@pytest.mark.parametrize(
    ("code", "name", "cutoff"),
    [
        (*key, n)
        for key, n in CUTOFFS.items()
        if key not in {("PHQ9", "item9"), ("MDQ", "positive")}
    ],
)
def test_a_cut_off_is_met_at_its_value_and_not_below(code: str, name: str, cutoff: int) -> None:
    assert [scored(code, total).parts[name] for total in (cutoff - 1, cutoff)] == [False, True]


@pytest.mark.parametrize(
    ("code", "cutoff"),
    [(code, n) for (code, name), n in CUTOFFS.items() if name == "positive" and code not in BANDS],
)
def test_a_screen_without_bands_is_positive_from_its_cut_off(code: str, cutoff: int) -> None:
    assert [scored(code, total).positive for total in (cutoff - 1, cutoff)] == [False, True]


def test_the_last_item_of_the_phq9_counts_from_one_whatever_the_total() -> None:
    scorer = SCORERS_OF_ITEMS["PHQ9"]
    assert scorer([3] * 8 + [0]).parts["item9"] is False
    assert scorer([0] * 8 + [1]).parts["item9"] is True


def test_every_band_of_the_data_has_its_test() -> None:
    found = {c: {b.name: b.low for b in i.bands} for c, i in INSTRUMENTS.items() if i.bands}
    assert found == BANDS


@pytest.mark.parametrize("code", sorted(BANDS))
def test_each_total_falls_in_the_band_that_began_last(code: str) -> None:
    for total in range(LAST[code] + 1):
        begun = [name for name, low in BANDS[code].items() if low <= total]
        assert (scored(code, total).total, scored(code, total).band) == (total, begun[-1])


@pytest.mark.parametrize("code", sorted({code for code, _ in CUTOFFS} - BANDS.keys()))
def test_a_screen_without_bands_has_a_total_and_no_band(code: str) -> None:
    assert (scored(code, 1).total, scored(code, 1).band) == (1, None)


@pytest.mark.parametrize(
    ("given", "positive"),
    [
        ((7, True, "moderate"), True),
        ((13, True, "serious"), True),
        ((6, True, "serious"), False),
        ((7, False, "serious"), False),
        ((7, True, "minor"), False),
        ((7, True, "none"), False),
    ],
)
def test_the_mdq_needs_enough_signs_together_that_made_trouble(
    given: tuple[int, bool, str], positive: bool
) -> None:
    assert score_mdq(*given) == Score(total=given[0], positive=positive)


@pytest.mark.parametrize("lacking", range(4))
def test_the_pcl5_is_provisionally_positive_with_enough_of_each_cluster(lacking: int) -> None:
    needed = ((0, 1), (5, 1), (7, 2), (14, 2))
    items = [0] * 20
    for start, count in needed:
        items[start : start + count] = [2] * count
    assert score_pcl5_items(items).parts == {"positive": False, "provisional": True}
    items[needed[lacking][0]] = 1
    assert score_pcl5_items(items).parts["provisional"] is False


@pytest.mark.parametrize("place", [4, 6, 13, 19])
def test_the_last_item_of_each_cluster_of_the_pcl5_counts(place: int) -> None:
    items = [0, 0, 0, 0, 2, 0, 2, 0, 0, 0, 0, 0, 2, 2, 0, 0, 0, 0, 2, 2]
    assert score_pcl5_items(items).parts["provisional"] is True
    items[place] = 0
    assert score_pcl5_items(items).parts["provisional"] is False


def test_the_pcl5_of_31_is_positive_whatever_its_clusters_say() -> None:
    items = [4, 4, 4, 4, 4, 4, 4, 3] + [0] * 12
    assert score_pcl5_items(items) == Score(
        total=31, positive=True, parts={"positive": True, "provisional": False}
    )


def test_the_who5_is_four_times_the_sum_and_never_four_times_the_sum_less_five() -> None:
    assert score_who5_items([1, 1, 1, 1, 1]).total == 20
    assert score_who5_items([3, 3, 2, 2, 2]) == Score(total=48, band="low")
    assert score_who5_items([0, 0, 0, 0, 0]) == Score(total=0, band="very_low")


def test_three_drinks_points_are_positive_for_all_but_men() -> None:
    assert score_auditc([1, 1, 1]).positive
    assert score_auditc([1, 1, 1], "female").positive
    assert not score_auditc([1, 1, 1], "male").positive
    assert score_auditc([2, 1, 1], "male").positive
    assert score_auditc([1, 1, 0]).positive is False


def test_who_never_drinks_scores_nothing_whatever_the_rest_says() -> None:
    assert score_auditc([0, 4, 4]).total == 0


@pytest.mark.parametrize(
    ("items", "major", "other"),
    [
        ([2, 0, 0, 0, 0, 0, 0, 0, 0], False, False),
        ([2, 2, 0, 0, 0, 0, 0, 0, 0], False, True),
        ([0, 2, 2, 2, 2, 0, 0, 0, 0], False, True),
        ([1, 1, 3, 3, 3, 3, 3, 3, 3], False, False),
        ([2, 0, 2, 2, 2, 0, 0, 0, 1], True, False),
        ([2, 0, 2, 2, 2, 0, 0, 0, 0], False, True),
        ([0, 2, 0, 0, 0, 2, 2, 2, 1], True, False),
        ([1, 2, 1, 1, 1, 2, 2, 2, 0], False, True),
        ([2, 2, 2, 0, 0, 0, 0, 0, 3], False, True),
        ([1, 1, 2, 2, 0, 0, 0, 0, 0], False, False),
    ],
)
def test_the_phq9_algorithm_needs_a_core_sign_and_counts_the_last_item_from_one(
    items: list[int], major: bool, other: bool
) -> None:
    parts = SCORERS_OF_ITEMS["PHQ9"](items).parts
    assert (parts["mds"], parts["ods"]) == (major, other)


def test_the_other_depressive_syndrome_needs_two_to_four_signs() -> None:
    scorer = SCORERS_OF_ITEMS["PHQ9"]
    assert scorer([2, 0, 0, 0, 0, 0, 0, 0, 0]).parts["ods"] is False
    assert scorer([2, 2, 0, 0, 0, 0, 0, 0, 0]).parts["ods"] is True
    assert scorer([2, 2, 2, 2, 2, 0, 0, 0, 0]).parts["ods"] is False


def test_a_list_with_a_gap_is_not_complete() -> None:
    assert complete([1, None]) is None
    assert complete([1, 0]) == (1, 0)
