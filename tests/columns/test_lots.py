"""The lots that decide ties: the same for one seed, fair over many."""

from collections import Counter

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from directory.columns.lots import LOT_BITS, draw, lot_number

SEEDS = [lot_number(f"day {number}") for number in range(365)]
WORDS = st.integers(0, 2**64 - 1)


@given(st.lists(WORDS), WORDS)
def test_a_lot_is_the_same_whether_drawn_alone_or_among_many(numbers: list[int], seed: int) -> None:
    together = draw(np.array(numbers, np.uint64), seed).tolist()
    assert together == [draw(number, seed) for number in numbers]
    assert all(0 <= lot < 2**LOT_BITS for lot in together)


def test_everybody_comes_first_about_as_often() -> None:
    numbers = {id: lot_number(id) for id in ("aaron-abel", "ana", "npi-1", "npi-2", "zoe")}
    first = Counter(min(numbers, key=lambda id: draw(numbers[id], seed)) for seed in SEEDS)
    assert set(first) == set(numbers)
    assert max(first.values()) < 2 * min(first.values())


def test_ids_that_hardly_differ_draw_as_different_lots_as_others() -> None:
    lots = sorted(draw(lot_number(f"npi-{number}"), SEEDS[0]) for number in range(1000))
    assert len(set(lots)) == len(lots)
    middle = sum(lot < 2 ** (LOT_BITS - 1) for lot in lots)
    assert 400 < middle < 600
