"""The lots that decide ties: the same all day, fair over many days."""

from collections import Counter
from datetime import date, timedelta

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from directory.columns.lots import LOT_BITS, draw, lot_number

DAYS = [date(2026, 1, 1) + timedelta(days) for days in range(365)]


@given(st.lists(st.integers(0, 2**64 - 1)), st.dates(date(1970, 1, 1), date(2149, 1, 1)))
def test_a_lot_is_the_same_whether_drawn_alone_or_among_many(numbers: list[int], day: date) -> None:
    together = draw(np.array(numbers, np.uint64), day).tolist()
    assert together == [draw(number, day) for number in numbers]
    assert all(0 <= lot < 2**LOT_BITS for lot in together)


def test_everybody_comes_first_about_as_often() -> None:
    numbers = {id: lot_number(id) for id in ("aaron-abel", "ana", "npi-1", "npi-2", "zoe")}
    first = Counter(min(numbers, key=lambda id: draw(numbers[id], day)) for day in DAYS)
    assert set(first) == set(numbers)
    assert max(first.values()) < 2 * min(first.values())


def test_ids_that_hardly_differ_draw_as_different_lots_as_others() -> None:
    lots = sorted(draw(lot_number(f"npi-{number}"), DAYS[0]) for number in range(1000))
    assert len(set(lots)) == len(lots)
    middle = sum(lot < 2 ** (LOT_BITS - 1) for lot in lots)
    assert 400 < middle < 600
