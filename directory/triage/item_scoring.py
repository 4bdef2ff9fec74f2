"""Scores of instruments answered elsewhere, from their items: totals sent along may be wrong."""

from collections.abc import Sequence
from dataclasses import replace

from directory.triage.scoring import SCORERS_OF_TOTALS, Score

# The clusters of the PCL-5 (items counted from 0) and how many of each must be present.
_PCL5_CLUSTERS = ((0, 5, 1), (5, 7, 1), (7, 14, 2), (14, 20, 2))


def score_pcl5_items(items: Sequence[int]) -> Score:
    """Score the 20 items of the PCL-5; `provisional` says whether each cluster is met."""
    met = all(
        sum(item >= 2 for item in items[start:end]) >= needed
        for start, end, needed in _PCL5_CLUSTERS
    )
    score = SCORERS_OF_TOTALS["PCL5"](sum(items))
    return replace(score, parts={**score.parts, "provisional": met})


def score_who5_items(items: Sequence[int]) -> Score:
    """Score the 5 items of the WHO-5: each 0 to 5, the sum times 4."""
    return SCORERS_OF_TOTALS["WHO5"](sum(items) * 4)


def score_cssrs_items(items: Sequence[int]) -> Score:
    """Score the 6 questions of the C-SSRS screener and the one on the past three months."""
    wish, thoughts, method, intent, plan, behaviour, recent = (bool(item) for item in items)
    if intent or plan or (behaviour and recent):
        return Score(band="high")
    if method or behaviour:
        return Score(band="moderate")
    return Score(band="low" if wish or thoughts else "none")
