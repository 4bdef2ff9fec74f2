"""Building columns from listings that stream by."""

from datetime import date

import numpy as np
import pytest

from directory.columns import Columns, ColumnsBuilder, MemoryArrays
from directory.columns.bits import empty
from tests.factories import make_provider

TODAY = date(2026, 11, 21)


def built(*pieces):
    memory = MemoryArrays()
    builder = ColumnsBuilder(memory)
    for ids in pieces:
        builder.add([make_provider(id=id, name=f"Name {id[::-1]}") for id in ids])
    assert builder.write() == sum(map(len, pieces))
    return memory.arrays()


@pytest.mark.parametrize("pieces", [("ba",), ("aa",), ("b", "a"), ("a", "a"), ("ab", "", "bc")])
def test_listings_out_of_order_or_twice_are_refused(pieces):
    with pytest.raises(ValueError, match="in the order of their ids, each once"):
        built(*pieces)


def test_columns_of_nobody_can_be_asked_anything():
    columns = Columns(built(), TODAY)
    nobody = np.zeros(0, np.uint32)
    assert columns.size == 0
    assert columns.documents_of(["a"]).tolist() == []
    assert columns.values.having("state", ("CA",)).tolist() == []
    assert columns.values.counts("state", empty(0)).sum() == 0
    assert columns.values.counts_of_all(nobody).sum() == 0
    assert columns.points.within((37.8, -122.3), 5000).tolist() == []
    assert columns.points.miles((37.8, -122.3), nobody).tolist() == []
    assert columns.place_of_name(("name", "id")) == 0
    assert [array.tolist() for array in columns.numbers.trainings(nobody)] == [[], []]


def test_it_does_not_matter_in_what_pieces_the_listings_come():
    whole, pieced = built("abcdef"), built("a", "", "bcd", "ef", "")
    assert whole.keys() == pieced.keys()
    for name, array in whole.items():
        np.testing.assert_array_equal(array, pieced[name])
        assert array.dtype == pieced[name].dtype


def test_a_document_is_found_by_its_id_and_by_the_place_of_its_name():
    columns = Columns(built(["az", "by", "cx"]), TODAY)
    assert columns.documents_of(["cx", "no", "az"]).tolist() == [0, 2]
    names = [columns.names[number] for number in columns.names_order]
    assert names == ["name xc", "name yb", "name za"]
    assert columns.place_of_name(None) == 0
    assert columns.place_of_name(("name xc", "cx")) == 1
    assert columns.place_of_name(("name xc", "cw")) == 0
    assert columns.place_of_name(("name zz", "")) == 3
