"""The life of an index: edits, rebuilds, midnight and threads, the same for every engine."""

import gc
import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from directory.errors import Unusable
from directory.search import ColumnsEngine, SearchQuery, WhooshEngine
from tests.factories import in_order, make_license, make_provider, make_unclaimed
from tests.strategies import providers

EVERYTHING = SearchQuery(page_size=100)


def ids(engine, text=""):
    return {hit.id for hit in engine.search(replace(EVERYTHING, text=text)).hits}


def test_an_edit_shows_at_once(engine):
    engine.apply([make_provider(bio="I work with sailors.")], [], 1)
    assert ids(engine, "sailors") == {"ana-lopez"}
    engine.apply([make_provider(bio="I work with miners.")], [], 2)
    assert ids(engine, "sailors") == set()
    assert ids(engine, "miners") == {"ana-lopez"}
    assert engine.search(EVERYTHING).total == 1
    assert engine.seq() == 2


def test_a_listing_that_is_gone_is_found_no_more(engine):
    engine.apply([make_provider(), make_provider(id="b")], [], 1)
    engine.apply([], ["ana-lopez"], 2)
    assert ids(engine) == {"b"}
    assert ids(engine, "solid") == {"b"}
    assert engine.candidates("CA", "").ids == ("b",)
    assert engine.search(EVERYTHING).facets["language"] == {"en": 1}


def test_what_was_never_there_may_be_dropped(engine):
    engine.apply([], ["nobody"], 1)
    assert (ids(engine), engine.seq()) == (set(), 1)


def test_an_id_within_another_id_is_another_listing(engine):
    engine.apply([make_provider(id="ana"), make_provider(id="ana-b"), make_provider(id="b")], [], 1)
    engine.apply([], ["ana"], 2)
    assert ids(engine) == {"ana-b", "b"}


def test_an_older_change_does_not_overwrite_a_newer_one(engine):
    engine.apply([make_provider(bio="Newer.")], [], 2)
    engine.apply([make_provider(bio="Older.")], [], 1)
    assert ids(engine, "newer") == {"ana-lopez"}
    assert engine.seq() == 2


@st.composite
def changes(draw):
    """A few rounds of edits and removals of the same few listings."""
    names = ("a", "b", "c", "d")
    rounds = draw(st.integers(1, 4))
    return [
        (
            [draw(providers(id=name, npi=False)) for name in names if draw(st.booleans())],
            draw(st.lists(st.sampled_from(names), unique=True, max_size=2)),
        )
        for _ in range(rounds)
    ]


@pytest.fixture(scope="module", params=[ColumnsEngine, WhooshEngine], ids=["columns", "whoosh"])
def two_engines(request, tmp_path_factory):
    opened = [
        request.param(tmp_path_factory.mktemp("engine"), lambda: date(2026, 11, 21))
        for _ in range(2)
    ]
    yield opened
    for engine in opened:
        engine.close()


@settings(max_examples=10)
@given(changes())
def test_a_rebuild_equals_what_edits_lead_to(two_engines, changes):
    edited, rebuilt = two_engines
    edited.rebuild([], 0)
    left = {}
    for seq, (published, removed) in enumerate(changes, start=1):
        gone = set(removed) - {one.id for one in published}
        edited.apply(published, gone, seq)
        left |= {one.id: one for one in published}
        left = {id: one for id, one in left.items() if id not in gone}
    rebuilt.rebuild(in_order(*left.values()), 1)
    assert edited.search(EVERYTHING) == rebuilt.search(EVERYTHING)
    for state in ("CA", "NY"):
        assert edited.candidates(state, "") == rebuilt.candidates(state, "")


def test_a_rebuild_that_breaks_off_leaves_the_live_index(engine):
    engine.rebuild([make_provider()], 1)

    def breaking_off():
        yield make_provider(id="b")
        raise RuntimeError("the database went away")

    with pytest.raises(RuntimeError):
        engine.rebuild(breaking_off(), 2)
    assert (ids(engine), engine.seq()) == ({"ana-lopez"}, 1)
    engine.apply([make_provider(id="c")], [], 2)
    engine.rebuild([make_provider(id="d")], 3)
    assert ids(engine) == {"d"}


def test_a_closed_engine_opens_again_when_it_is_asked(engine):
    engine.rebuild([make_provider()], 1)
    assert ids(engine) == {"ana-lopez"}
    engine.close()
    engine.close()
    assert ids(engine) == {"ana-lopez"}


def test_an_index_that_was_never_built_says_how_to_build_it(engine, tmp_path, today):
    bare = type(engine)(tmp_path / "none", today)
    assert bare.seq() == -1
    for use in (
        lambda: bare.search(EVERYTHING),
        lambda: bare.candidates("CA", ""),
        lambda: bare.apply([make_provider()], [], 1),
    ):
        with pytest.raises(Unusable, match="directory reindex"):
            use()
    bare.close()


def test_nobody_is_found_by_words_where_nobody_is(engine):
    for text in ("panic", "ana", '"talk therapy"', "talk therapy", "94110"):
        answer = engine.search(replace(EVERYTHING, text=text))
        assert (answer.total, answer.any_word, answer.did_you_mean) == (0, False, None), text
    assert engine.candidates("CA", "panic").ids == ()
    engine.apply([make_provider()], [], 1)
    engine.apply([], ["ana-lopez"], 2)
    assert ids(engine, "panic") == set()


def test_only_the_live_generation_and_the_one_before_are_kept(engine, folder):
    for seq in range(1, 6):
        engine.rebuild([], seq)
    assert len([path for path in folder.iterdir() if path.is_dir()]) == 2


def test_an_edit_that_breaks_off_leaves_the_index_and_its_lock(engine):
    engine.rebuild([make_provider()], 1)

    def breaking_off():
        yield make_provider(id="b")
        raise RuntimeError("the database went away")

    with pytest.raises(RuntimeError):
        engine.apply(breaking_off(), ["ana-lopez"], 2)
    assert (ids(engine), engine.seq()) == ({"ana-lopez"}, 1)
    engine.apply([make_provider(id="c")], [], 2)
    assert ids(engine) == {"ana-lopez", "c"}


def test_edits_grow_stale_at_midnight_like_all_that_was_built(engine, today):
    until = {"licenses": [make_license(expires="2026-11-21")]}
    engine.rebuild([make_provider(id="a", **until), make_provider(id="b")], 1)
    engine.apply([make_provider(id="c", **until), make_provider(id="d")], [], 2)
    engine.apply([make_provider(id="e", **until)], ["d"], 3)
    here = replace(EVERYTHING, filters={"state": ("CA",)})
    assert {hit.id for hit in engine.search(here).hits} == {"a", "b", "c", "e"}
    today.day = today.day.replace(day=22)
    assert {hit.id for hit in engine.search(here).hits} == {"b"}
    assert engine.search(here).facets["state"] == {"CA": 1}
    assert engine.candidates("CA", "").ids == ("b",)
    assert engine.candidates("CA", "").elsewhere == 3
    assert ids(engine) == {"a", "b", "c", "e"}


def open_files() -> int:
    return len(os.listdir("/proc/self/fd"))  # noqa: PTH208  (counting, nothing else)


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="counts open files by /proc")
def test_many_edits_leave_no_file_open(engine):
    engine.rebuild([make_provider(id=f"p{n}") for n in range(5)], 0)
    ids(engine)
    gc.collect()
    gc.disable()
    try:
        before = open_files()
        for seq in range(1, 41):
            engine.apply([make_provider(bio=f"Number {seq}.")], [], seq)
            assert len(ids(engine, f"{seq}")) == 1
        assert open_files() - before < 20
    finally:
        gc.enable()


def test_threads_that_search_while_others_edit_get_whole_answers(engine):
    known = [make_provider(id=f"k{n}", bio=f"Always here, number word{n}.") for n in range(8)]
    engine.rebuild(known, 0)

    def edit(seq):
        engine.apply([make_provider(id="changing", bio=f"Round {seq}.")], [], seq)
        if seq % 10 == 0:
            engine.rebuild([make_provider(id="changing"), *known], seq)

    def search(number):
        answer = engine.search(replace(EVERYTHING, text=f"word{number % 8}"))
        return {hit.id for hit in answer.hits}, ids(engine)

    with ThreadPoolExecutor(6) as pool:
        edits = pool.submit(lambda: [edit(seq) for seq in range(1, 31)])
        for number, found in enumerate(pool.map(search, range(200))):
            assert found[0] == {f"k{number % 8}"}
            assert found[1] - {"changing"} == {f"k{n}" for n in range(8)}
        edits.result()


def test_threads_that_edit_at_once_lose_no_edit(engine):
    def edit(number):
        engine.apply([make_provider(id=f"p{number}")], [], number)

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(edit, range(1, 13)))
    # An edit with a lower number may find its work done by the number, never half done.
    assert engine.seq() == 12
    assert "p12" in ids(engine)


def test_a_listing_without_any_optional_fact_can_be_indexed(engine):
    bare = make_unclaimed(licenses=[], locations=[], npi=None)
    engine.rebuild([bare], 1)
    assert ids(engine, "una claimed") == {bare.id}
    assert ids(engine) == {bare.id}
    answer = engine.search(replace(EVERYTHING, filters={"state": ("CA",)}))
    assert (answer.total, engine.candidates("CA", "").unclaimed) == (0, ())
