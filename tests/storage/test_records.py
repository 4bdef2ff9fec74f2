"""Listings, imports and sealed visits: what goes in comes out."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from sqlalchemy.exc import StatementError

from directory.errors import Conflict, NotFound
from directory.storage import Database, Imports, Providers, SealedVisits, SearchLog
from tests.factories import make_npi, make_provider
from tests.strategies import providers

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


@pytest.fixture
def database(tmp_path):
    opened = Database(f"sqlite:///{tmp_path / 'directory.db'}")
    opened.migrate()
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def shared_database(tmp_path_factory):
    opened = Database(f"sqlite:///{tmp_path_factory.mktemp('database') / 'directory.db'}")
    opened.migrate()
    yield opened
    opened.close()


@given(providers())
def test_every_listing_comes_out_as_it_went_in(shared_database, provider):
    with shared_database.writing() as session:
        Providers(session).save(provider)
    with shared_database.reading() as session:
        assert Providers(session).get(provider.id) == provider
        assert Providers(session).count() == 1


def test_saving_again_replaces_the_listing_as_a_whole(database):
    with database.writing() as session:
        Providers(session).save(make_provider(npi=make_npi(1), languages=["en", "es"]))
    with database.writing() as session:
        Providers(session).save(make_provider(languages=["es"]))
    with database.reading() as session:
        assert Providers(session).get("ana-lopez") == make_provider(languages=["es"])
        assert Providers(session).ids_by_npi([make_npi(1)]) == {}


def test_listings_come_in_the_order_asked_and_unknown_ids_are_left_out(database):
    ids = [f"p{number}" for number in range(1200)]
    with database.writing() as session:
        for id in ids:
            Providers(session).save(make_provider(id=id))
    with database.reading() as session:
        store = Providers(session)
        found = store.get_many([*reversed(ids), "nobody", "p1"])
        assert [one.id for one in found] == [*reversed(ids), "p1"]
        assert store.get_many([]) == []
        assert [one.id for one in store.published()] == sorted(ids) == store.published_ids()


def test_only_published_listings_are_given_to_the_public(database):
    with database.writing() as session:
        Providers(session).save(make_provider(id="shown"))
        Providers(session).save(make_provider(id="hidden", published=False))
    with database.reading() as session:
        store = Providers(session)
        assert [one.id for one in store.published()] == ["shown"] == store.published_ids()
        assert [one.id for one in store.get_published(["hidden", "shown"])] == ["shown"]
        assert len(store.get_many(["hidden", "shown"])) == store.count() == 2


def test_every_change_goes_into_the_log_once(database):
    with database.writing() as session:
        store = Providers(session)
        store.save(make_provider(id="a"))
        store.save(make_provider(id="b"))
        store.save(make_provider(id="a", bio="Again."))
        store.remove("b")
        store.remove("nobody")
    with database.reading() as session:
        log = SearchLog(session)
        assert log.head() == 5
        ids, last = log.changed_since(0, most=100)
        assert (sorted(ids), last) == (["a", "b", "nobody"], 5)
        ids, last = log.changed_since(3, most=100)
        assert (sorted(ids), last) == (["b", "nobody"], 5)
        assert log.changed_since(5, most=100) == ([], 5)
        assert log.changed_since(0, most=2) == (["a", "b"], 2)
        assert log.changed_since(2, most=2) == (["a", "b"], 4)


def test_an_import_remembers_what_it_did(database):
    before, after = make_provider(id="b"), make_provider(id="b", bio="New.")
    with database.writing() as session:
        imports = Imports(session)
        imports.begin("batch", "listings", NOW)
        imports.note_change("batch", before, after)
        imports.note_change("batch", None, make_provider(id="a"))
    with database.reading() as session:
        changes = Imports(session).changes("batch")
    assert [(one.provider_id, one.before, one.after) for one in changes] == [
        ("a", None, make_provider(id="a")),
        ("b", before, after),
    ]


def test_an_import_is_taken_back_once(database):
    with database.writing() as session:
        Imports(session).begin("batch", "listings", NOW)
        Imports(session).ask_undo("batch", NOW, with_edited=False)
        Imports(session).mark_undone("batch", NOW)
    with database.writing() as session, pytest.raises(Conflict, match="2026-11-21"):
        Imports(session).ask_undo("batch", NOW, with_edited=False)
    with database.writing() as session, pytest.raises(NotFound):
        Imports(session).ask_undo("another", NOW, with_edited=False)


def test_a_sealed_visit_is_kept_until_its_time_is_over(database):
    with database.writing() as session:
        SealedVisits(session).put("v", b"\x00sealed\xff", NOW + timedelta(hours=1))
    with database.reading() as session:
        visits = SealedVisits(session)
        assert visits.get("v", NOW) == b"\x00sealed\xff"
        assert visits.get("v", NOW + timedelta(minutes=59)) is not None
        assert visits.get("v", NOW + timedelta(hours=1)) is None
        assert visits.get("w", NOW) is None


def test_a_sealed_visit_is_replaced_and_forgotten(database):
    later = NOW + timedelta(hours=1)
    with database.writing() as session:
        SealedVisits(session).put("v", b"one", later)
        SealedVisits(session).put("v", b"two", later)
    with database.writing() as session:
        assert SealedVisits(session).get("v", NOW) == b"two"
        SealedVisits(session).delete("v")
        SealedVisits(session).delete("v")
    with database.reading() as session:
        assert SealedVisits(session).get("v", NOW) is None


def test_visits_that_are_over_are_deleted_and_others_are_not(database):
    with database.writing() as session:
        visits = SealedVisits(session)
        visits.put("over", b"x", NOW)
        visits.put("open", b"x", NOW + timedelta(seconds=1))
    with database.writing() as session:
        SealedVisits(session).delete_expired(NOW)
    with database.reading() as session:
        visits, long_ago = SealedVisits(session), NOW - timedelta(days=1)
        assert visits.get("over", long_ago) is None
        assert visits.get("open", long_ago) == b"x"


def test_a_time_without_a_zone_is_not_stored(database):
    def put(expires):
        with database.writing() as session:
            SealedVisits(session).put("v", b"x", expires)

    with pytest.raises(StatementError, match="without a zone"):
        put(datetime(2026, 11, 21))  # noqa: DTZ001  (what the test is about)


def test_a_time_of_another_zone_is_the_same_time(database):
    east = datetime(2026, 11, 21, 7, tzinfo=timezone(timedelta(hours=-5)))
    with database.writing() as session:
        SealedVisits(session).put("v", b"x", east)
    with database.reading() as session:
        assert SealedVisits(session).get("v", NOW - timedelta(seconds=1)) == b"x"
        assert SealedVisits(session).get("v", NOW) is None
