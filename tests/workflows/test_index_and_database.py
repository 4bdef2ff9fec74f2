"""The database is the truth: the index follows it, and is built anew where it cannot."""

import gzip
import json
import shutil
from dataclasses import replace
from datetime import timedelta

import pytest

from directory.config import ENGINES
from directory.errors import Unusable
from directory.matching import MatchRequest
from directory.search import SearchQuery
from directory.storage import Providers, SealedVisits
from directory.workflows import open_directory
from directory.workflows.indexing import catch_up, reindex
from directory.workflows.matching.match_providers import match_providers
from directory.workflows.matching.search_directory import search_directory
from directory.workflows.prepare import initialise, prepare_demo
from directory.workflows.working.work import work, work_once
from tests.conftest import NOW
from tests.factories import make_coach, make_provider, make_unclaimed, remove, store
from tests.workflows.files import account

REQUEST = MatchRequest.model_validate(
    {"level_of_care": "psychotherapy", "age_group": "adult", "state": "CA"}
)


@pytest.fixture(params=ENGINES)
def settings(request, settings):
    """The settings, with each engine in turn."""
    return replace(settings, search_engine=request.param)


def found(directory, **asked):
    return {one.provider.id for one in search_directory(directory, SearchQuery(**asked)).results}


def matched(directory):
    return {one.provider.id for one in match_providers(directory, REQUEST).outcome.matches}


def test_an_edit_shows_in_the_next_search_and_match(directory):
    store(directory, make_provider())
    assert found(directory) == matched(directory) == {"ana-lopez"}
    store(directory, make_provider(bio="I keep bees."))
    assert found(directory, text="bees") == {"ana-lopez"}


def test_a_withdrawn_listing_is_gone_at_once(directory):
    store(directory, make_provider(), make_provider(id="b"))
    assert found(directory) == {"ana-lopez", "b"}
    store(directory, make_provider(published=False))
    remove(directory, "b")
    assert found(directory) == matched(directory) == set()
    assert search_directory(directory, SearchQuery()).answer.total == 0


def test_an_index_that_lags_shows_nobody_who_was_withdrawn(directory, monkeypatch):
    """What is withdrawn after a process caught up, and before it answers, is decided last."""
    store(directory, make_provider(), make_unclaimed())
    catch_up(directory)
    store(directory, make_provider(published=False))
    remove(directory, make_unclaimed().id)
    for workflow in ("search_directory", "match_providers"):
        monkeypatch.setattr(f"directory.workflows.matching.{workflow}.catch_up", lambda _: None)
    assert directory.engine.search(SearchQuery()).total == 2
    assert found(directory) == matched(directory) == set()
    assert match_providers(directory, REQUEST).unconfirmed == ()


def test_a_match_and_a_search_write_nothing(directory, settings):
    store(directory, make_provider(), make_coach())
    before = account(directory), directory.engine.seq()
    request = REQUEST.model_copy(update={"text": "my secret worry about panic"})
    first = match_providers(directory, request)
    assert match_providers(directory, request) == first
    assert (account(directory), directory.engine.seq()) == before
    files = (path for path in settings.instance_path.rglob("*") if path.is_file())
    raw = b"".join(path.read_bytes() for path in files)
    assert b"secret worry" not in raw


def test_a_rebuilt_index_answers_as_before(directory):
    store(directory, make_provider(), make_coach(), make_unclaimed())
    store(directory, make_provider(bio="Changed."))
    remove(directory, "cora-coach")
    before = account(directory)
    assert reindex(directory) == 2
    assert account(directory) == before


def test_two_processes_follow_the_same_database(directory, settings):
    other = open_directory(settings, clock=lambda: NOW)
    store(directory, make_provider())
    assert found(other) == found(directory) == {"ana-lopez"}
    store(other, make_provider(published=False))
    assert found(directory) == found(other) == set()
    other.close()


def test_initialising_again_changes_nothing(directory, settings):
    store(directory, make_provider())
    before = account(directory)
    live = (settings.index_path / "current").read_text()
    initialise(directory)
    assert account(directory) == before
    assert (settings.index_path / "current").read_text() == live


def drop_all(folder):
    shutil.rmtree(folder)


def drop_what_was_said_of_it(folder):
    for path in (*folder.glob("whoosh-*/seq"), *folder.glob("columns-*/manifest.json")):
        path.unlink()


def cut_short(folder):
    for path in (*folder.glob("whoosh-*/*.toc"), *folder.glob("columns-*/lexicon.words.bytes")):
        path.write_bytes(path.read_bytes()[:50])


@pytest.mark.parametrize("damage", [drop_all, drop_what_was_said_of_it, cut_short])
@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_initialising_builds_a_missing_or_damaged_index_anew(settings, damage):
    directory = open_directory(settings, clock=lambda: NOW)
    initialise(directory)
    store(directory, make_provider())
    reindex(directory)
    before = account(directory)
    directory.close()
    damage(settings.index_path)
    directory = open_directory(settings, clock=lambda: NOW)
    with pytest.raises(Unusable, match="directory reindex"):
        found(directory)
    initialise(directory)
    assert account(directory) == before
    directory.close()


@pytest.mark.parametrize("settings", ["columns"], indirect=True)
def test_initialising_finds_wrong_bytes_that_a_search_does_not(settings):
    directory = open_directory(settings, clock=lambda: NOW)
    initialise(directory)
    store(directory, make_provider(fee={"min": 90, "max": 160}))
    reindex(directory)
    directory.close()
    path = next(settings.index_path.glob("columns-*2/numbers.fee_min"))
    path.write_bytes(bytes(path.stat().st_size))
    directory = open_directory(settings, clock=lambda: NOW)
    assert found(directory, max_fee=10) == {"ana-lopez"}
    initialise(directory)
    assert found(directory, max_fee=10) == set()
    directory.close()


def test_an_index_of_another_database_is_built_anew(directory, settings):
    for number in range(5):
        store(directory, make_provider(id=f"old-{number}"))
    catch_up(directory)
    directory.close()
    for path in settings.instance_path.glob("directory.db*"):
        path.unlink()
    fresh = open_directory(settings, clock=lambda: NOW)
    initialise(fresh)
    assert found(fresh) == set()
    store(fresh, make_provider(id="new"))
    assert found(fresh) == {"new"}
    fresh.close()


def test_nothing_works_before_the_directory_is_made_ready(settings):
    bare = open_directory(settings)
    with pytest.raises(Unusable, match="directory init"):
        search_directory(bare, SearchQuery())
    bare.close()


def demo_file(path, *listings):
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.writelines(f"{json.dumps(listing)}\n" for listing in listings)
    return path


def demo(id, age):
    facts = make_provider(id=id, demo=True, bio=age).model_dump(mode="json", exclude_defaults=True)
    return facts | {"availability": {"accepting": "yes", "confirmed_at": age}}


def test_demo_listings_are_loaded_once_with_their_ages_as_dates(settings, tmp_path):
    directory = open_directory(settings, clock=lambda: NOW)
    file = demo_file(tmp_path / "demo.jsonl.gz", demo("demo-1", "-12d"), demo("demo-2", "+3d"))
    assert prepare_demo(directory, file) == 2
    assert prepare_demo(directory, file) == 0
    with directory.database.reading() as session:
        one, two = Providers(session).get_many(["demo-1", "demo-2"])
    assert one.availability.confirmed_at.isoformat() == "2026-11-09"
    assert two.availability.confirmed_at.isoformat() == "2026-11-24"
    assert one.bio == "-12d"
    assert found(directory) == {"demo-1", "demo-2"}
    directory.close()


def test_the_worker_keeps_the_index_and_forgets_visits_that_are_over(directory):
    store(directory, make_provider())
    with directory.database.writing() as session:
        SealedVisits(session).put("over", b"x", NOW)
        SealedVisits(session).put("open", b"x", NOW + timedelta(hours=1))
    work_once(directory)
    assert directory.engine.seq() == 1
    with directory.database.reading() as session:
        assert SealedVisits(session).get("over", NOW - timedelta(days=1)) is None
        assert SealedVisits(session).get("open", NOW) == b"x"


def test_the_worker_stops_when_it_is_told_to(directory):
    told = iter([False, False, True])
    store(directory, make_provider())
    work(directory, lambda _seconds: next(told))
    assert directory.engine.seq() == 1


def test_many_changes_are_taken_in_step_by_step(directory, monkeypatch):
    monkeypatch.setattr("directory.workflows.indexing._AT_ONCE", 3)
    with directory.database.writing() as session:
        for number in range(10):
            Providers(session).save(make_provider(id=f"p{number}"))
        Providers(session).remove("p4")
    catch_up(directory)
    assert directory.engine.search(SearchQuery()).total == 9
    assert directory.engine.seq() == 11
