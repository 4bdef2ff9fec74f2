"""How processes share the files of a Whoosh index."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from directory.search import SearchQuery, WhooshEngine
from tests.factories import make_provider


def ids(engine, text=""):
    return {hit.id for hit in engine.search(SearchQuery(text=text, page_size=100)).hits}


@pytest.fixture
def process(folder, today) -> Iterator[Callable[[], WhooshEngine]]:
    """Open the same folder again, as another process does."""
    opened: list[WhooshEngine] = []

    def another() -> WhooshEngine:
        opened.append(WhooshEngine(folder, today))
        return opened[-1]

    another().rebuild([], 0)
    yield another
    for engine in opened:
        engine.close()


def test_two_processes_see_the_commits_of_each_other(process):
    one, other = process(), process()
    one.apply([make_provider(id="a")], [], 1)
    assert ids(other) == {"a"}
    other.apply([make_provider(id="b")], [], 2)
    assert ids(one) == {"a", "b"}
    other.rebuild([make_provider(id="c")], 3)
    assert (ids(one), one.seq()) == ({"c"}, 3)


def test_rebuilding_leaves_a_reader_at_work_alone(process):
    engine = process()
    engine.rebuild([make_provider(id="old")], 1)
    with engine._reading() as opened:
        for seq in (2, 3, 4):
            engine.rebuild([make_provider(id="new")], seq)
            assert ids(engine) == {"new"}
        assert opened.scores("solid")
        assert [fact.id for fact in opened.snapshot.facts.values()] == ["old"]


def test_whoever_searches_while_another_process_edits_gets_whole_answers(process):
    reader, editor = process(), process()
    known = [make_provider(id=f"k{number}") for number in range(8)]
    reader.rebuild(known, 0)

    def edit(seq):
        editor.apply([make_provider(id="changing", bio=f"Round {seq}.")], [], seq)
        if seq % 10 == 0:
            editor.rebuild([make_provider(id="changing"), *known], seq)

    with ThreadPoolExecutor(4) as pool:
        edits = pool.submit(lambda: [edit(seq) for seq in range(1, 21)])
        for found in pool.map(lambda _: ids(reader), range(100)):
            assert found - {"changing"} == {f"k{number}" for number in range(8)}
        edits.result()
