"""The database: its tables, its transactions, and what it says when it cannot be used."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect, text
from sqlmodel import SQLModel

from directory.errors import Unusable
from directory.storage import Database, Providers, SearchLog
from tests.factories import make_npi, make_provider


@pytest.fixture
def database(tmp_path):
    opened = Database(f"sqlite:///{tmp_path / 'directory.db'}")
    opened.migrate()
    yield opened
    opened.close()


def dump(database):
    with database.reading() as session:
        return [provider.model_dump_json() for provider in Providers(session).published()]


def head(database):
    with database.reading() as session:
        return SearchLog(session).head()


def test_the_migrations_make_the_tables_that_the_code_declares(database):
    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, SQLModel.metadata) == []


def test_the_outbox_never_gives_a_number_twice(database):
    """Without AUTOINCREMENT, SQLite hands the number of a deleted last row out again."""
    with database.writing() as session:
        Providers(session).save(make_provider())
    with database.writing() as session:
        session.execute(text("DELETE FROM search_log"))
        Providers(session).save(make_provider())
    assert head(database) == 2


def test_migrating_again_changes_nothing(database):
    with database.writing() as session:
        Providers(session).save(make_provider())
    before = inspect(database.engine).get_table_names()
    database.migrate()
    assert inspect(database.engine).get_table_names() == before
    assert len(dump(database)) == 1


def test_sqlite_logs_ahead_of_writing_and_checks_its_references(database):
    with database.reading() as session:
        pragmas = {
            name: session.execute(text(f"PRAGMA {name}")).scalar()
            for name in ("journal_mode", "busy_timeout", "foreign_keys", "secure_delete")
        }
    assert pragmas == {
        "journal_mode": "wal",
        "busy_timeout": 5000,
        "foreign_keys": 1,
        "secure_delete": 1,
    }


def test_writers_at_once_lose_no_update_and_none_finds_the_database_locked(database):
    with database.writing() as session:
        Providers(session).save(make_provider(bio="0"))

    def count_one_up(_):
        with database.writing() as session:
            providers = Providers(session)
            held = providers.get("ana-lopez")
            providers.save(held.model_copy(update={"bio": str(int(held.bio) + 1)}))

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(count_one_up, range(80)))
    with database.reading() as session:
        assert Providers(session).get("ana-lopez").bio == "80"
    assert head(database) == 81


def test_a_reader_sees_one_state_while_another_writes(database):
    with database.reading() as reader:
        assert Providers(reader).count() == 0
        with database.writing() as writer:
            Providers(writer).save(make_provider())
        assert Providers(reader).count() == 0
        assert SearchLog(reader).head() == 0
    with database.reading() as reader:
        assert Providers(reader).count() == SearchLog(reader).head() == 1


def test_a_crash_while_writing_leaves_neither_listing_nor_log(database):
    def crash():
        with database.writing() as session:
            Providers(session).save(make_provider())
            Providers(session).remove("ana-lopez")
            Providers(session).save(make_provider(id="b"))
            session.flush()
            raise RuntimeError("the light went out")

    with pytest.raises(RuntimeError):
        crash()
    assert (dump(database), head(database)) == ([], 0)


def test_two_listings_cannot_hold_one_npi(database):
    npi = make_npi(1)

    def save(id):
        with database.writing() as session:
            Providers(session).save(make_provider(id=id, npi=npi))

    save("a")
    with pytest.raises(Exception, match="UNIQUE"):
        save("b")
    assert head(database) == 1


def test_another_database_than_sqlite_is_refused():
    with pytest.raises(Unusable, match="use sqlite:///PATH"):
        Database("postgresql://localhost/directory")


@pytest.mark.parametrize("url", ["", "directory.db", "not a url"])
def test_an_address_that_is_none_is_refused(url):
    with pytest.raises(Unusable, match="use sqlite:///PATH"):
        Database(url)


@pytest.mark.parametrize("kind", ["empty", "no database", "no folder"])
def test_a_database_that_cannot_be_used_says_so_in_a_sentence(tmp_path: Path, kind):
    path = tmp_path / "d.db"
    if kind == "no database":
        path.write_bytes(b"This is a letter, not a database. " * 100)
    if kind == "no folder":
        path = tmp_path / "nowhere" / "d.db"
    database = Database(f"sqlite:///{path}")
    with pytest.raises(Unusable, match="directory init"), database.reading() as session:
        Providers(session).count()
    database.close()
