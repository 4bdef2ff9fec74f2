"""Many strings in one block: read by number, found by themselves and by how they begin."""

from zlib import crc32

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from directory.columns import MemoryArrays
from directory.columns.strings import Strings, StringsBuilder, encode, write_strings

ANY = st.text(st.characters(exclude_categories=[]), max_size=6) | st.text(
    "ab\U0001f600é", max_size=4
)


def written(strings):
    memory = MemoryArrays()
    write_strings(memory, "some", strings)
    return Strings(memory.arrays(), "some")


def test_strings_come_back_as_they_went_in_whatever_they_are():
    strings = ["", "a", "José", "心理", "😀", "\0", "\ud800", "a\udfffb", "x" * 10_000]
    found = written(strings)
    assert len(found) == len(strings)
    assert list(found) == strings
    assert found[2:4] == strings[2:4]
    assert found[1:8:3] == strings[1:8:3]
    assert found.many(np.array([8, 0, 6, 6], np.uint32)) == [strings[n] for n in (8, 0, 6, 6)]


def test_there_may_be_no_strings_at_all():
    found = written([])
    assert (len(found), list(found), found.number("a"), found.number("")) == (0, [], None, None)
    assert found.beginning("a") == (0, 0)
    assert found.many(np.zeros(0, np.uint32)) == []


def test_strings_that_are_written_in_pieces_are_one_block():
    memory = MemoryArrays()
    builder = StringsBuilder(memory, "some")
    for piece in (["b", "a"], [], ["", "é"], []):
        builder.add(piece)
    builder.write()
    found = Strings(memory.arrays(), "some")
    assert list(found) == ["b", "a", "", "é"]
    assert [found.number(string) for string in ("b", "a", "", "é", "c")] == [0, 1, 2, 3, None]


def test_two_strings_with_one_hash_are_told_apart():
    assert crc32(b"plumless") == crc32(b"buckeroo")
    found = written(["plumless", "zebra", "buckeroo"])
    assert [found.number(string) for string in ("plumless", "buckeroo")] == [0, 2]
    assert written(["plumless"]).number("buckeroo") is None


@given(st.lists(ANY, max_size=20, unique=True), ANY)
def test_a_string_is_found_by_itself_or_not_at_all(strings, other):
    found = written(strings)
    for number, string in enumerate(strings):
        assert found.number(string) == number
    assert found.number(other) == (strings.index(other) if other in strings else None)


@given(st.lists(ANY, max_size=20, unique=True), ANY.filter(bool))
def test_the_strings_that_begin_so_stand_together(strings, start):
    ordered = sorted(strings)
    found = written(ordered)
    first, end = found.beginning(start)
    assert ordered[first:end] == [string for string in ordered if string.startswith(start)]


@given(st.lists(ANY, max_size=20))
def test_bytes_sort_as_the_strings_do(strings):
    assert sorted(strings) == sorted(strings, key=encode)
