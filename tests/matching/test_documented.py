"""docs/matching.md says what the code does."""

import re
from pathlib import Path

from directory.matching.eligibility import REASONS
from directory.matching.ranking_table import RANKING

PAGE = (Path(__file__).parents[2] / "docs" / "matching.md").read_text(encoding="utf-8")


def test_the_weights_are_those_of_the_code() -> None:
    rows = re.findall(r"^\| `(\w+)` \| (\d+)", PAGE, re.MULTILINE)
    assert {factor: int(weight) for factor, weight in rows} == dict(RANKING.weights)
    assert f"({RANKING.urgent.time:g} at `urgent`, `urgent_medical`)" in PAGE
    assert f"more than {RANKING.need.breadth.modalities} modalities" in PAGE


def test_the_reasons_stand_in_the_order_of_the_code() -> None:
    assert re.findall(r"^\d\. \*\*`(\w+)`\*\*", PAGE, re.MULTILINE) == list(REASONS)
