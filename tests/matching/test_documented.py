"""docs/matching.md says what the code does."""

import re
from pathlib import Path

import pytest

from directory.errors import Invalid
from directory.matching.eligibility import REASONS
from directory.matching.ranking_table import RANKING, read_ranking_table
from directory.providers.freshness import fresh_days

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "matching.md").read_text(encoding="utf-8")
SAID = " ".join(PAGE.split())
CONFIGURATION = (DOCS / "configuration.md").read_text(encoding="utf-8")


def test_the_weights_are_those_of_the_code() -> None:
    rows = re.findall(r"^\| `(\w+)` \| (\d+)", PAGE, re.MULTILINE)
    assert {factor: int(weight) for factor, weight in rows} == dict(RANKING.weights)
    assert f"({RANKING.urgent.time:g} at `urgent`, `urgent_medical`)" in PAGE
    assert f"more than {RANKING.need.breadth.modalities} modalities" in PAGE


def test_every_other_figure_of_the_table_is_told_as_it_is() -> None:
    need, time, trust = RANKING.need, RANKING.time, RANKING.data_trust
    grade, training = need.grade, need.training
    assert (need.focus, need.own_words, need.breadth.factor, trust.fading) == (0.5, 0.1, 0.5, 1)
    for words in (
        f"not known {RANKING.wishes.not_known:g}, not met 0",
        f"not known {RANKING.style.not_known:g}, not met {RANKING.style.not_met:g}",
        f"1 within {time.full_days} days, then {1 - time.weekly:.0%} less".replace("%", " %"),
        f"a waiting list {time.wait_list:g} of that; no date {time.no_date:g}",
        f"without one {time.wait_list_without_date:g}, not known {time.not_known:g}",
        f"(0 at {RANKING.access.far_miles:g} miles)",
        f"{trust.openings:g} for confirmed openings, {trust.license:g} for a checked licence",
        f"{trust.others:g} for the mean of the other facts",
        f"The first concern weighs {need.main_concern:g}",
        f"(A {grade.A:g}, B {grade.B:g}, C {grade.C:g}, none {grade.none:g})",
        f"(certified {training.certified:g}, trained {training.trained:g}",
        f"self-declared {training.self_declared:g})",
        f"medication is called for ({need.prescribing:g})",
        f"is called for) has {need.finds_out:g}, and anybody else {need.general:g}",
        f"within **{RANKING.fairness.band_points:g} points** count as equal",
        f"at most {1 - RANKING.style.not_met:.0%} of the weight".replace("%", " %"),
        f"{fresh_days('availability')} days for openings, {fresh_days('payers')} for plans",
        f"and {fresh_days('bio')} for all else",
    ):
        assert words in SAID, words
    of_one, first = RANKING.fairness.of_one_practice, RANKING.fairness.first_places
    assert "No practice holds more than two of the first five places" in SAID
    assert (of_one, first) == (2, 5)
    assert fresh_days("locations") == fresh_days("payers")


def test_the_file_shown_to_operators_is_taken_and_the_sentence_shown_is_ours() -> None:
    (example,) = re.findall(r"```toml\n(.*?)```", CONFIGURATION, re.DOTALL)
    own = read_ranking_table(example)
    assert (own.weights.cost, own.data_trust.fading) == (20, 0.5)
    with pytest.raises(Invalid) as refused:
        read_ranking_table("weights.cost = -1")
    assert str(refused.value) in " ".join(CONFIGURATION.split())


def test_the_reasons_stand_in_the_order_of_the_code() -> None:
    assert re.findall(r"^\d\. \*\*`(\w+)`\*\*", PAGE, re.MULTILINE) == list(REASONS)
