"""Whom to call: drawn by nobody, from a seed with which anybody can draw again."""

from collections import Counter
from hashlib import sha256
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from directory.accuracy.sampling import draw, drawn_one

IDS = st.lists(st.text("abcdef-123", min_size=1, max_size=6), unique=True, max_size=40)


@given(IDS, st.integers(0, 50), st.randoms())
def test_the_same_seed_draws_the_same_in_whatever_order_they_come(
    ids: list[str], size: int, random: Random
) -> None:
    shuffled = random.sample(ids, len(ids))
    drawn = draw("seed", ids, size)
    assert drawn == draw("seed", iter(shuffled), size)
    assert len({*drawn.ids}) == len(drawn.ids) == min(size, len(ids))
    assert {*drawn.ids} <= {*ids}
    assert drawn.population == len(ids)


@given(IDS, st.integers(0, 20), st.integers(0, 20))
def test_asking_for_more_keeps_those_drawn_already(ids: list[str], size: int, more: int) -> None:
    assert draw("seed", ids, size + more).ids[:size] == draw("seed", ids, size).ids


@given(IDS, st.integers(0, 50))
def test_who_was_called_lately_counts_and_is_not_drawn(ids: list[str], size: int) -> None:
    called = frozenset(ids[::2])
    drawn = draw("seed", ids, size, called)
    assert called.isdisjoint(drawn.ids)
    assert drawn.population == len(ids)


def test_anybody_can_draw_again_with_the_seed_alone() -> None:
    ids = [f"npi-{number}" for number in range(50)]
    order = sorted(ids, key=lambda id: sha256(f"a1b2\n{id}".encode()).hexdigest())
    assert draw("a1b2", ids, 7).ids == tuple(order[:7])


def test_each_listing_is_drawn_about_as_often_as_any_other() -> None:
    ids = [f"listing-{number}" for number in range(20)]
    often = Counter(id for seed in range(2000) for id in draw(str(seed), ids, 5).ids)
    # 500 are expected of each, with a standard deviation of 19.4; five of these are no chance.
    assert all(403 < often[id] < 597 for id in ids)


def test_one_plan_is_drawn_whatever_their_order() -> None:
    plans = ["aetna", "cigna", "medicaid"]
    assert drawn_one("seed", "ana", plans) == drawn_one("seed", "ana", plans[::-1])
    assert {drawn_one(str(seed), "ana", plans) for seed in range(40)} == {*plans}
