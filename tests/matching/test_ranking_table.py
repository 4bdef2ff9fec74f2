"""The table of the ranking: what ships, what an operator may change, and what is refused."""

import pytest
from pydantic import ValidationError

from directory.errors import Invalid
from directory.matching import RANKING, read_ranking_table
from directory.matching.ranking_table import FACTORS

SHIPPED = {
    "weights": {
        "need": 25,
        "preference": 25,
        "time": 20,
        "cost": 10,
        "culture_language": 10,
        "access": 5,
        "data_trust": 5,
    },
    "urgent": {"levels": ("urgent", "urgent_medical"), "time": 35},
    "need": {
        "focus": 0.5,
        "main_concern": 0.6,
        "own_words": 0.1,
        "prescribing": 0.85,
        "finds_out": 0.8,
        "general": 0.6,
        "grade": {"A": 1.0, "B": 0.7, "C": 0.4, "none": 0.2},
        "training": {"certified": 1.0, "trained": 0.85, "self_declared": 0.6},
        "breadth": {"modalities": 8, "factor": 0.5},
    },
    "wishes": {"not_known": 0.4},
    "style": {"not_known": 0.9, "not_met": 0.85},
    "time": {
        "full_days": 7,
        "weekly": 0.95,
        "wait_list": 0.7,
        "no_date": 0.6,
        "wait_list_without_date": 0.2,
        "not_known": 0.3,
    },
    "access": {"far_miles": 60},
    "data_trust": {"openings": 0.5, "license": 0.2, "others": 0.3, "fading": 1.0},
    "fairness": {"band_points": 4, "of_one_practice": 2, "first_places": 5},
}


def sentence_against(own: str) -> str:
    with pytest.raises(Invalid) as refused:
        read_ranking_table(own)
    return str(refused.value)


def test_the_table_that_ships_has_the_weights_of_the_clinical_material() -> None:
    assert RANKING.model_dump() == SHIPPED
    assert read_ranking_table() == read_ranking_table("# nothing\n") == RANKING


def test_the_factors_stand_in_the_order_of_the_interface() -> None:
    contract = "need preference time cost culture_language access data_trust"
    assert " ".join(FACTORS) == contract


def test_a_file_of_ones_own_need_only_hold_the_lines_that_differ() -> None:
    own = read_ranking_table(
        'weights.cost = 12.5\n[urgent]\nlevels = ["soon"]\n[need.grade]\nnone = 0\n'
    )
    expected = RANKING.model_dump()
    expected["weights"]["cost"] = 12.5
    expected["urgent"]["levels"] = ("soon",)
    expected["need"]["grade"]["none"] = 0.0
    assert own.model_dump() == expected


def test_the_table_is_never_changed() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        RANKING.weights.need = 1  # type: ignore[misc]


UP_TO_1000 = "give a number from 0 to 1000"
UP_TO_1 = "give a number from 0 to 1"


@pytest.mark.parametrize(
    ("own", "sentence"),
    [
        ("weights.cost = -1", f"weights.cost: -1 is out of range: {UP_TO_1000}"),
        ("weights.time = 1000.5", f"weights.time: 1000.5 is out of range: {UP_TO_1000}"),
        ("weights.need = 0", "weights.need: 0 is out of range: give a number from 1 to 1000"),
        ("weights.need = 0.9", "weights.need: 0.9 is out of range: give a number from 1 to 1000"),
        ("weights.need = 1001", "weights.need: 1001 is out of range: give a number from 1 to 1000"),
        ("weights.access = nan", f"weights.access: nan is out of range: {UP_TO_1000}"),
        ("weights.access = inf", f"weights.access: inf is out of range: {UP_TO_1000}"),
        ("weights.access = true", "weights.access: Input should be a valid number"),
        ('weights.access = "5"', "weights.access: Input should be a valid number"),
        ("weights.stars = 5", "weights.stars: this field is not known here: take it out"),
        ("outcomes = 15", "outcomes: this field is not known here: take it out"),
        ("urgent.time = -0.1", f"urgent.time: -0.1 is out of range: {UP_TO_1000}"),
        ("need.focus = 1.1", f"need.focus: 1.1 is out of range: {UP_TO_1}"),
        ("need.grade.B = 1.1", f"need.grade.B: 1.1 is out of range: {UP_TO_1}"),
        ("need.grade.C = 0.8", "need.grade.C: 0.8 is more than B: give 0.7 or less"),
        ("need.grade.none = 0.5", "need.grade.none: 0.5 is more than C: give 0.4 or less"),
        (
            "need.training.trained = 0.5",
            "need.training.self_declared: 0.6 is more than trained: give 0.5 or less",
        ),
        ("style.not_known = 0.5", "style.not_met: 0.85 is more than not_known: give 0.5 or less"),
        ("style.not_met = -0.5", f"style.not_met: -0.5 is out of range: {UP_TO_1}"),
        (
            "need.breadth.modalities = -1",
            "need.breadth.modalities: -1 is out of range: give a number from 0 to 200",
        ),
        (
            "need.breadth.modalities = 201",
            "need.breadth.modalities: 201 is out of range: give a number from 0 to 200",
        ),
        (
            "time.full_days = 366",
            "time.full_days: 366 is out of range: give a number from 0 to 365",
        ),
        ("time.full_days = -1", "time.full_days: -1 is out of range: give a number from 0 to 365"),
        ("time.full_days = 7.0", "time.full_days: Input should be a valid integer"),
        (
            "access.far_miles = 0",
            "access.far_miles: 0 is out of range: give a number from 1 to 1000",
        ),
        (
            "access.far_miles = 1001",
            "access.far_miles: 1001 is out of range: give a number from 1 to 1000",
        ),
        (
            "data_trust.fading = 0",
            "data_trust.fading: 0 is out of range: give a number from 0.1 to 10",
        ),
        (
            "data_trust.fading = 11",
            "data_trust.fading: 11 is out of range: give a number from 0.1 to 10",
        ),
        (
            "fairness.band_points = 21",
            "fairness.band_points: 21 is out of range: give a number from 0 to 20",
        ),
        (
            "fairness.band_points = -1",
            "fairness.band_points: -1 is out of range: give a number from 0 to 20",
        ),
        (
            "fairness.of_one_practice = 0",
            "fairness.of_one_practice: 0 is out of range: give a number from 1 to 20",
        ),
        (
            "fairness.of_one_practice = 21",
            "fairness.of_one_practice: 21 is out of range: give a number from 1 to 20",
        ),
        (
            "fairness.first_places = 0",
            "fairness.first_places: 0 is out of range: give a number from 1 to 20",
        ),
        (
            "fairness.first_places = 21",
            "fairness.first_places: 21 is out of range: give a number from 1 to 20",
        ),
    ],
)
def test_a_line_that_is_wrong_is_refused_with_its_key_and_how_to_mend_it(
    own: str, sentence: str
) -> None:
    assert sentence_against(own) == sentence


@pytest.mark.parametrize(
    "own",
    [
        "weights = {need = 1, cost = 0, time = 1000}",
        "need = {focus = 0, main_concern = 1}",
        "need.grade = {A = 1, B = 1, C = 0, none = 0}",
        "need.training = {certified = 0.5, trained = 0.5, self_declared = 0.5}",
        "need.breadth.modalities = 0",
        "need.breadth.modalities = 200",
        "style = {not_known = 0.85, not_met = 0.85}",
        "time.full_days = 0",
        "time.full_days = 365",
        "access.far_miles = 1",
        "access.far_miles = 1000",
        "data_trust = {openings = 0, license = 0, fading = 0.1}",
        "data_trust = {license = 0, others = 0, fading = 10}",
        "data_trust = {openings = 0, others = 0}",
        "fairness = {band_points = 0, of_one_practice = 1, first_places = 1}",
        "fairness = {band_points = 20, of_one_practice = 20, first_places = 20}",
    ],
)
def test_the_bounds_themselves_are_allowed(own: str) -> None:
    assert read_ranking_table(own) != RANKING


def test_trust_that_is_worth_nothing_in_sum_is_refused() -> None:
    assert sentence_against("data_trust = {openings = 0, license = 0, others = 0}") == (
        "data_trust.openings: 0 in sum with license and others: give one of them more than 0, "
        "or set weights.data_trust to 0"
    )


def test_a_level_that_does_not_exist_is_refused() -> None:
    assert sentence_against('urgent.levels = ["soon", "now"]').startswith(
        "urgent.levels[1]: 'now' is no level_of_care code: use crisis, "
    )


def test_a_part_that_is_no_table_is_refused() -> None:
    assert sentence_against("weights = 5").startswith("weights: ")


def test_every_wrong_line_is_named() -> None:
    found = sentence_against("weights.cost = -1\nneed.focus = 2\n")
    assert "weights.cost: " in found
    assert "need.focus: " in found


def test_what_is_no_toml_is_refused_with_its_place() -> None:
    found = sentence_against("[weights]\nneed == 3\n")
    assert found.startswith("this is no TOML: ")
    assert "at line 2" in found


def test_stated_factors_share_a_thousand_tenths() -> None:
    assert RANKING.shares("psychotherapy", FACTORS) == {
        "need": 250,
        "preference": 250,
        "time": 200,
        "cost": 100,
        "culture_language": 100,
        "access": 50,
        "data_trust": 50,
    }
    assert RANKING.shares("soon", ("need", "cost")) == {
        "need": 1000 * 25 / 35,
        "cost": 1000 * 10 / 35,
    }


@pytest.mark.parametrize(
    ("level", "time"), [("urgent", 35), ("urgent_medical", 35), ("soon", 20), ("crisis", 20)]
)
def test_time_weighs_more_at_the_urgent_levels(level: str, time: int) -> None:
    assert RANKING.shares(level, ("need", "time"))["time"] == 1000 * time / (25 + time)


@pytest.mark.parametrize(
    ("points", "tenths"), [(4, 40), (0, 0), (2.3, 23), (0.29, 3), (0.24, 2), (20, 200)]
)
def test_the_width_of_a_band_is_told_in_tenths(points: float, tenths: int) -> None:
    assert read_ranking_table(f"fairness.band_points = {points}").fairness.band_tenths == tenths
