"""The first few of many are those that putting all in order would give."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.columns.bits import from_documents
from directory.search.columns_engine.first_few import first_in, greatest, lowest
from directory.search.columns_engine.selection import Selection

MANY = 40_000


@given(st.lists(st.integers(0, 5), min_size=1, max_size=40), st.integers(1, 50))
def test_of_equal_keys_those_that_come_first_are_taken(keys, most):
    wanted = sorted(range(len(keys)), key=keys.__getitem__)[:most]
    assert lowest(np.array(keys, np.float64), most).tolist() == wanted


def crowded(kind):
    """Return many scores: each another, many alike, or such that a sample misleads."""
    scores = np.random.default_rng(5).random(MANY).astype(np.float32)
    if kind == "alike":
        return np.round(scores, 2)
    if kind == "sample is best":
        scores[:: MANY // 4096] += 1
    if kind == "sample is worst":
        scores[:: MANY // 4096] -= 1
    if kind == "best at the end":
        scores.sort()
    return scores


@pytest.mark.parametrize(
    "kind", ["each another", "alike", "sample is best", "sample is worst", "best at the end"]
)
@pytest.mark.parametrize("most", [1, 21, 101])
def test_a_sample_never_misleads_about_the_best(kind, most):
    scores = crowded(kind)
    assert greatest(scores, most) == np.sort(scores)[-most]
    assert greatest(scores[:most], most) == scores[:most].min()


@pytest.mark.parametrize("few", [0, 3, 50])
def test_the_first_of_an_order_are_found_however_late_they_come(few):
    order = np.random.default_rng(7).permutation(MANY).astype(np.uint32)
    for chosen in (np.sort(order[-few:] if few else order[:0]), np.sort(order[1000:30_000])):
        ways = (
            Selection(MANY, documents=chosen),
            Selection(MANY, bits=from_documents(chosen, MANY)),
        )
        wanted = order[np.isin(order, chosen)][:21].tolist()
        for selection in ways:
            assert first_in(order, selection, 21).tolist() == wanted
