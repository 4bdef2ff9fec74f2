"""How processes share what the columns engine built, each with the edits that it took in itself."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest

from directory.search import ColumnsEngine, SearchQuery
from tests.factories import in_order, make_provider


def ids(engine, text=""):
    return {hit.id for hit in engine.search(SearchQuery(text=text, page_size=100)).hits}


@pytest.fixture
def process(folder, today) -> Iterator[Callable[[], ColumnsEngine]]:
    """Open the same folder again, as another process does."""
    opened: list[ColumnsEngine] = []

    def another() -> ColumnsEngine:
        opened.append(ColumnsEngine(folder, today))
        return opened[-1]

    another().rebuild([make_provider(id="old")], 10)
    yield another
    for engine in opened:
        engine.close()


def test_each_process_takes_in_edits_for_itself(process):
    one, other = process(), process()
    one.apply([make_provider(id="new")], ["old"], 11)
    assert (ids(one), one.seq(), one.edits()) == ({"new"}, 11, 2)
    assert (ids(other), other.seq(), other.edits()) == ({"old"}, 10, 0)


def test_a_process_goes_over_to_what_another_built(process):
    one, other = process(), process()
    other.apply([make_provider(id="a")], [], 11)
    one.rebuild([make_provider(id="b")], 12)
    assert (ids(other), other.seq(), other.edits()) == ({"b"}, 12, 0)


def test_edits_that_came_while_another_built_are_kept(process):
    one, other = process(), process()
    assert ids(other) == {"old"}

    def listings():
        other.apply([make_provider(id="a", bio="Early.")], [], 12)
        other.apply([make_provider(id="c")], ["old"], 13)
        yield make_provider(id="a", bio="Earlier.")
        yield make_provider(id="old")

    one.rebuild(listings(), 11)
    assert (ids(other), other.seq(), other.edits()) == ({"a", "c"}, 13, 3)
    assert (ids(other, "early"), ids(other, "earlier")) == ({"a"}, set())


def test_edits_that_came_while_the_process_itself_built_are_kept(process):
    engine = process()
    engine.apply([make_provider(id="a")], [], 11)

    def listings():
        engine.apply([make_provider(id="c")], ["old"], 12)
        yield make_provider(id="a")
        yield make_provider(id="old")

    engine.rebuild(listings(), 11)
    assert (ids(engine), engine.seq(), engine.edits()) == ({"a", "c"}, 12, 2)


def test_a_build_that_began_before_another_loses_no_edit(process):
    """Its listings are older than what a process knows, and the log tells what came between."""
    one, other = process(), process()
    one.rebuild([make_provider(id="b")], 12)
    assert ids(other) == {"b"}
    other.apply([make_provider(id="c")], [], 13)
    one.rebuild([make_provider(id="a")], 11)
    assert (ids(other), other.seq()) == ({"a"}, 11)
    other.apply([make_provider(id="b"), make_provider(id="c")], [], 13)
    assert ids(other) == {"a", "b", "c"}


def test_a_build_with_older_listings_than_edits_taken_in_leaves_them_to_the_log(process):
    engine = process()
    engine.apply([make_provider(id="b")], [], 12)

    def listings():
        engine.apply([make_provider(id="c")], [], 13)
        yield make_provider(id="a")

    engine.rebuild(listings(), 11)
    assert (ids(engine), engine.seq()) == ({"a"}, 11)


def test_an_index_of_another_history_takes_nothing_over(process):
    engine = process()
    engine.apply([make_provider(id="a")], [], 15)
    engine.rebuild([make_provider(id="b")], 3)
    assert (ids(engine), engine.seq(), engine.edits()) == ({"b"}, 3, 0)


def test_reading_and_editing_write_nothing(process, folder):
    engine = process()
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    engine.apply([make_provider(id="a")], ["old"], 11)
    engine.search(SearchQuery(text="my secret worry"))
    engine.candidates("CA", "my secret worry")
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == before


def test_listings_out_of_order_are_refused_and_change_nothing(process):
    engine = process()
    for wrong in (("b", "a"), ("a", "a")):
        with pytest.raises(ValueError, match="order of their ids"):
            engine.rebuild([make_provider(id=id) for id in wrong], 11)
    assert (ids(engine), engine.seq()) == ({"old"}, 10)


def test_many_small_edits_come_to_what_one_build_would_give(process, today):
    engine = process()
    left = {"old": make_provider(id="old")}
    for seq in range(11, 91):
        id = f"p{seq * 7 % 23}"
        if seq % 5 == 0:
            left.pop(id, None)
            engine.apply([], [id], seq)
        else:
            left[id] = make_provider(id=id, bio=f"round{seq} common", name=f"Name{seq % 9} Lee")
            engine.apply([left[id]], [], seq)
        if seq == 60:
            today.day = date(2026, 12, 2)
    queries = ("", "common", "name4", "nam", "lee", '"round77 common"', "rond77")
    edited = [engine.search(SearchQuery(text=text, page_size=9)) for text in queries]
    assert len(left) > 9
    engine.rebuild(in_order(*left.values()), 91)
    assert [engine.search(SearchQuery(text=text, page_size=9)) for text in queries] == edited
