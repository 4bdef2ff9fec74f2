"""Two processes on one database and one index folder: neither ever shows what is gone."""

from dataclasses import replace
from datetime import timedelta

import pytest

from directory.config import ENGINES
from directory.matching import MatchRequest
from directory.search import SearchQuery
from directory.workflows import open_directory
from directory.workflows.indexing import catch_up, reindex
from directory.workflows.matching.match_providers import match_providers
from directory.workflows.matching.search_directory import search_directory
from directory.workflows.working.work import work_once
from tests.conftest import NOW
from tests.factories import make_license, make_provider, remove, store
from tests.prepared import lay_out

REQUEST = MatchRequest.model_validate(
    {"level_of_care": "psychotherapy", "age_group": "adult", "state": "CA"}
)


@pytest.fixture(params=ENGINES)
def settings(request, settings):
    """The settings, with each engine in turn."""
    return replace(settings, search_engine=request.param)


@pytest.fixture
def clock():
    """A clock of both processes that a test may move on."""
    passed = [timedelta()]

    def now():
        return NOW + passed[0]

    now.passed = passed
    return now


@pytest.fixture
def process(settings, clock):
    """Open the directory, as each process does for itself."""
    opened = []

    def another():
        opened.append(open_directory(settings, clock=clock))
        return opened[-1]

    lay_out(settings.instance_path, settings.search_engine)
    yield another
    for directory in opened:
        directory.close()


def found(directory, **asked):
    answer = search_directory(directory, SearchQuery(page_size=100, **asked)).answer
    assert answer.total == len(answer.hits)
    return {hit.id for hit in answer.hits}


def matched(directory):
    return {one.provider.id for one in match_providers(directory, REQUEST).outcome.matches}


def test_an_edit_of_one_is_found_by_the_other_at_its_next_search(process):
    one, other = process(), process()
    store(one, make_provider(bio="I keep bees."))
    assert found(other, text="bees") == found(one, text="bees") == {"ana-lopez"}
    store(other, make_provider(bio="I keep goats."))
    assert found(one, text="goats") == {"ana-lopez"}
    assert found(one, text="bees") == set()


def test_who_is_withdrawn_in_one_is_gone_from_the_other_at_once(process):
    one, other = process(), process()
    store(one, make_provider(id="a"), make_provider(id="b"), make_provider(id="c"))
    assert found(other) == matched(other) == {"a", "b", "c"}
    store(one, make_provider(id="a", published=False))
    remove(one, "b")
    assert found(other) == matched(other) == {"c"}
    assert search_directory(other, SearchQuery()).answer.facets["language"] == {"en": 1}


def test_a_rebuild_in_one_is_noticed_by_the_other(process):
    one, other = process(), process()
    for number in range(4):
        store(one, make_provider(id=f"p{number}"))
        assert len(found(other)) == number + 1
    assert reindex(one) == 4
    remove(one, "p0")
    assert found(other) == found(one) == {"p1", "p2", "p3"}
    assert other.engine.seq() == one.engine.seq() == 5


def test_edits_made_during_a_rebuild_are_not_lost(process):
    one, other = process(), process()
    store(one, make_provider(id="a"), make_provider(id="b"))
    found(other)

    def listings():
        yield make_provider(id="a")
        store(other, make_provider(id="c"))
        remove(other, "b")
        assert found(other) == {"a", "c"}
        yield make_provider(id="b")

    one.engine.rebuild(listings(), 2)
    assert found(other) == found(one) == matched(other) == matched(one) == {"a", "c"}


def test_a_process_that_starts_late_catches_up(process):
    early = process()
    for number in range(5):
        store(early, make_provider(id=f"p{number}"))
        found(early)
    remove(early, "p0")
    late = process()
    assert found(late) == matched(late) == {"p1", "p2", "p3", "p4"}


def test_a_process_that_slept_through_edits_and_a_rebuild_catches_up(process):
    awake, asleep = process(), process()
    store(awake, make_provider(id="a"), make_provider(id="b"))
    assert found(asleep) == {"a", "b"}
    store(awake, make_provider(id="b", bio="Bees."), make_provider(id="c"))
    reindex(awake)
    remove(awake, "a")
    store(awake, make_provider(id="c", bio="Bees."))
    assert found(asleep, text="bees") == {"b", "c"}
    assert found(asleep) == {"b", "c"}


def test_midnight_passes_in_every_process(process, clock):
    one, other = process(), process()
    store(one, make_provider(id="until-today", licenses=[make_license(expires="2026-11-21")]))
    store(one, make_provider(id="fresh-until-today", availability=confirmed("2026-10-31")))
    store(one, make_provider(id="waiting", availability=confirmed("2026-11-20", "waitlist")))
    reindex(one)
    store(one, make_provider(id="edited", licenses=[make_license(expires="2026-11-21")]))
    here = {"state": ("CA",)}
    for each in (one, other):
        assert len(found(each, filters=here)) == 4
        assert order(each)[-2:] == ["until-today", "waiting"]
    clock.passed[0] = timedelta(hours=12)
    for each in (one, other):
        assert found(each, filters=here) == {"fresh-until-today", "waiting"}
        assert matched(each) == {"fresh-until-today", "waiting"}
        assert order(each)[-2:] == ["waiting", "fresh-until-today"]


def confirmed(day, accepting="yes"):
    return {"accepting": accepting, "next_opening_days": 5, "confirmed_at": day}


def order(directory):
    return [one.provider.id for one in search_directory(directory, SearchQuery()).results]


def test_the_worker_builds_anew_after_many_edits_and_the_others_carry_on(process, monkeypatch):
    monkeypatch.setattr("directory.workflows.indexing._MANY_EDITS", 3)
    worker, web = process(), process()
    for number in range(3):
        store(web, make_provider(id=f"p{number}"))
        work_once(worker)
    before = worker.engine.edits()
    store(web, make_provider(id="p3"))
    remove(web, "p0")
    assert found(web) == {"p1", "p2", "p3"}
    work_once(worker)
    assert worker.engine.edits() == 0 <= before <= 3
    assert worker.engine.seq() == 5
    store(web, make_provider(id="p4"))
    for each in (web, worker, process()):
        assert found(each) == matched(each) == {"p1", "p2", "p3", "p4"}
        assert each.engine.edits() <= 1


def test_catching_up_again_does_nothing(process):
    one = process()
    store(one, make_provider())
    catch_up(one)
    before = one.engine.seq(), one.engine.edits()
    catch_up(one)
    assert (one.engine.seq(), one.engine.edits()) == before
