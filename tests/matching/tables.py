"""Ranking tables for tests: the one that ships with some of its lines changed, or drawn anew."""

from typing import Any

from hypothesis import strategies as st

from directory.matching import RANKING, RankingTable
from directory.vocabulary import LEVELS_OF_CARE

Lines = dict[str, Any]


def table_with(**parts: Lines) -> RankingTable:
    """Return the table that ships with some lines changed: a keyword for each of its parts."""
    lines = RANKING.model_dump()
    for part, changes in parts.items():
        for key, value in changes.items():
            lines[part][key] = lines[part][key] | value if isinstance(value, dict) else value
    return RankingTable.model_validate(lines)


_WEIGHTS = st.one_of(st.integers(0, 40), st.floats(0, 1000))
_SHARES = st.one_of(st.sampled_from([0, 1]), st.floats(0, 1))


def _falling(*names: str) -> st.SearchStrategy[Lines]:
    """Draw values of which none is more than the one before."""
    return st.lists(_SHARES, min_size=len(names), max_size=len(names)).map(
        lambda values: dict(zip(names, sorted(values, reverse=True), strict=True))
    )


def _shares(*names: str, **others: st.SearchStrategy[Any]) -> st.SearchStrategy[Lines]:
    return st.fixed_dictionaries({**dict.fromkeys(names, _SHARES), **others})


_PARTS = {
    "weights": st.fixed_dictionaries(
        {**dict.fromkeys(RANKING.weights.model_dump(), _WEIGHTS), "need": st.floats(1, 1000)}
    ),
    "urgent": st.fixed_dictionaries(
        {
            "levels": st.lists(st.sampled_from(list(LEVELS_OF_CARE)), unique=True).map(tuple),
            "time": _WEIGHTS,
        }
    ),
    "need": _shares(
        *("focus", "main_concern", "own_words", "prescribing", "finds_out", "general"),
        grade=_falling("A", "B", "C", "none"),
        training=_falling("certified", "trained", "self_declared"),
        breadth=_shares(modalities=st.integers(0, 3), factor=_SHARES),
    ),
    "wishes": _shares("not_known"),
    "style": _falling("not_known", "not_met"),
    "time": _shares(
        *("weekly", "wait_list", "no_date", "wait_list_without_date", "not_known"),
        full_days=st.integers(0, 365),
    ),
    "access": st.fixed_dictionaries({"far_miles": st.floats(1, 1000)}),
    "data_trust": _shares(
        "openings", "license", others=st.floats(0.1, 1), fading=st.floats(0.1, 10)
    ),
    "fairness": st.fixed_dictionaries(
        {
            "band_points": st.one_of(st.integers(0, 20), st.floats(0, 20)),
            "of_one_practice": st.integers(1, 6),
            "first_places": st.integers(1, 8),
        }
    ),
}
# Any valid table.
TABLES = st.one_of(st.just(RANKING), st.fixed_dictionaries(_PARTS).map(RankingTable.model_validate))
