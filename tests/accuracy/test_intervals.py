"""The interval of a share: known values, and what holds of every one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.accuracy.intervals import Interval, wilson

# R. G. Newcombe, Two-sided confidence intervals for the single proportion, Statistics in Medicine
# 17, 1998, table I, method 3 (the score method without continuity correction).
NEWCOMBE = (
    (81, 263, 0.2553, 0.3662),
    (15, 148, 0.0624, 0.1605),
    (0, 20, 0.0, 0.1611),
    (1, 29, 0.0061, 0.1718),
)


@pytest.mark.parametrize(("right", "of", "low", "high"), NEWCOMBE)
def test_the_interval_is_the_one_that_newcombe_tabulates(
    right: int, of: int, low: float, high: float
) -> None:
    found = wilson(right, of)
    assert found
    assert (round(found.low, 4), round(found.high, 4)) == (low, high)


def test_a_known_value_at_the_middle() -> None:
    found = wilson(5, 10)
    assert found
    assert (round(found.low, 4), round(found.high, 4)) == (0.2366, 0.7634)


def test_nothing_that_was_looked_at_has_no_interval() -> None:
    assert wilson(0, 0) is None
    assert wilson(0, 0, 800) is None


@pytest.mark.parametrize("counts", [(-1, 3, None), (4, 3, None), (1, 3, 2)])
def test_counts_that_cannot_be_are_refused(counts: tuple[int, int, int | None]) -> None:
    with pytest.raises(ValueError, match="cannot be"):
        wilson(*counts)


def test_where_all_were_looked_at_the_share_is_known() -> None:
    assert wilson(3, 4, 4) == Interval(0.75, 0.75)
    assert wilson(0, 1, 1) == Interval(0.0, 0.0)


COUNTS = st.integers(1, 400).flatmap(
    lambda of: st.tuples(st.integers(0, of), st.just(of), st.integers(of, 5000))
)


@given(COUNTS)
def test_an_interval_holds_its_share_within_0_and_1(counts: tuple[int, int, int]) -> None:
    right, of, population = counts
    for found in (wilson(right, of), wilson(right, of, population)):
        assert found
        assert 0 <= found.low <= right / of <= found.high <= 1


@given(COUNTS)
def test_knowing_how_few_there_are_never_widens_an_interval(counts: tuple[int, int, int]) -> None:
    right, of, population = counts
    endless, finite, more = (
        wilson(right, of),
        wilson(right, of, population),
        wilson(right, of, 10**9),
    )
    assert endless
    assert finite
    assert more
    assert finite.width <= endless.width + 1e-12
    assert more.width == pytest.approx(endless.width, abs=1e-4)


@given(COUNTS)
def test_right_and_wrong_mirror_each_other(counts: tuple[int, int, int]) -> None:
    right, of, population = counts
    one, other = wilson(right, of, population), wilson(of - right, of, population)
    assert one
    assert other
    assert one.low == pytest.approx(1 - other.high)
    assert one.high == pytest.approx(1 - other.low)


@given(COUNTS)
def test_the_ends_are_where_the_score_test_just_holds(counts: tuple[int, int, int]) -> None:
    """An end p solves (share - p) squared = z squared p (1 - p) / n: what Wilson's interval is."""
    right, of, _ = counts
    found, z = wilson(right, of), 1.959963984540054
    assert found
    for end in (found.low, found.high):
        assert (right / of - end) ** 2 == pytest.approx(z * z * end * (1 - end) / of, abs=1e-9)
