"""Sets of documents as bits, of any size: none, one, just below a word, a word, and more."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.columns.bits import (
    among,
    count,
    each_once,
    empty,
    flags_of,
    from_documents,
    full,
    holds,
    members,
    words_for,
)
from directory.columns.ragged import ends_of, places

SIZES = (0, 1, 63, 64, 65, 127, 128, 129, 1000)


def documents(*numbers):
    return np.array(numbers, np.uint32)


@pytest.mark.parametrize("size", SIZES)
def test_a_set_may_be_empty_or_full_at_any_size(size):
    assert len(empty(size)) == len(full(size)) == words_for(size)
    assert (count(empty(size)), count(full(size))) == (0, size)
    assert members(empty(size)).tolist() == []
    assert members(full(size)).tolist() == list(range(size))


@pytest.mark.parametrize("size", SIZES)
def test_the_last_document_is_the_last_of_the_set(size):
    if size:
        bits = from_documents(documents(size - 1), size)
        assert (count(bits), members(bits).tolist()) == (1, [size - 1])
        assert holds(bits, documents(size - 1)).tolist() == [True]
        assert holds(full(size), np.arange(size)).all()


def test_a_set_and_its_complement_have_nothing_in_common():
    bits = from_documents(documents(3, 64, 66), 70)
    assert count(bits & ~bits) == 0
    assert count(full(70) & ~bits) == 67


@st.composite
def sets(draw):
    size = draw(st.sampled_from(SIZES))
    if not size:
        return 0, [], []
    numbers = st.integers(0, size - 1)
    return size, sorted(draw(st.sets(numbers, max_size=200))), draw(st.lists(numbers, max_size=50))


@given(sets())
def test_bits_tell_the_same_as_a_list_of_numbers(drawn):
    size, numbers, asked = drawn
    bits = from_documents(documents(*numbers), size)
    assert members(bits).tolist() == numbers
    assert members(bits).dtype == np.uint32
    assert count(bits) == len(numbers)
    assert np.flatnonzero(flags_of(bits)).tolist() == numbers
    wanted = [number in numbers for number in asked]
    for found in (holds(bits, documents(*asked)), among(documents(*asked), documents(*numbers))):
        assert (found.tolist(), found.dtype) == (wanted, np.bool_)


def test_nothing_is_among_nothing():
    assert among(documents(1, 2), documents()).tolist() == [False, False]
    assert among(documents(), documents(1)).tolist() == []
    assert among(documents(9), documents(1, 2)).tolist() == [False]


@given(st.lists(st.integers(0, 2**32 - 1), max_size=30))
def test_documents_are_put_in_order_each_once(numbers):
    assert each_once(documents(*numbers)).tolist() == sorted(set(numbers))


@given(st.lists(st.lists(st.integers(0, 9), max_size=4), min_size=1, max_size=8), st.data())
def test_rows_of_any_length_are_found_in_one_flat_array(rows, data):
    flat = np.array([entry for row in rows for entry in row], np.int64)
    ends = ends_of(np.array([len(row) for row in rows], np.uint16))
    asked = data.draw(st.lists(st.sampled_from(range(len(rows))), max_size=6))
    entries, lengths = places(ends, documents(*asked))
    assert flat[entries].tolist() == [entry for number in asked for entry in rows[number]]
    assert lengths.tolist() == [len(rows[number]) for number in asked]
