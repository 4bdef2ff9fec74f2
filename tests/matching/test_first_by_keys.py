"""Taking the first few by some keys, without looking every key up for everybody."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from directory.matching.screening.scored import Key, Places, lowest

PAIRS = st.lists(st.tuples(st.integers(0, 2), st.integers(0, 3)), max_size=20)


def keys_of(pairs: list[tuple[int, int]]) -> list[Key]:
    """Return the keys of some pairs, and last the place itself."""
    columns = [np.array([pair[n] for pair in pairs], np.int64) for n in (0, 1)]
    return [columns[0].take, columns[1].take, lambda places: places]


@given(PAIRS, st.integers(1, 25))
def test_those_are_taken_who_come_first_by_all_keys_in_turn(
    pairs: list[tuple[int, int]], count: int
) -> None:
    found = lowest(np.arange(len(pairs)), count, keys_of(pairs))
    every = sorted(range(len(pairs)), key=lambda place: (*pairs[place], place))
    assert sorted(found.tolist()) == sorted(every[:count])


def test_where_no_key_decides_there_are_still_no_more_than_asked_for() -> None:
    assert lowest(np.arange(5), 2, [np.zeros_like]).tolist() == [0, 1]


def test_a_key_is_looked_up_only_for_those_between_whom_nothing_was_decided() -> None:
    seen: list[list[int]] = []

    def second(places: Places) -> Places:
        seen.append(places.tolist())
        return places

    first = np.array([1, 0, 1, 2, 1])
    assert sorted(lowest(np.arange(5), 2, [first.take, second]).tolist()) == [0, 1]
    assert seen == [[0, 2, 4]]
    assert sorted(lowest(np.arange(5), 4, [first.take, second]).tolist()) == [0, 1, 2, 4]
    assert len(seen) == 1
