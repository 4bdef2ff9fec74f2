"""Tables of accounts come to a database that is in use, and go again, without harm to the rest."""

from collections.abc import Iterator
from importlib.resources import as_file, files
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import inspect, text

from directory.storage import Accounts, Database, Outbox, Providers
from tests.accounts import store_account
from tests.conftest import NOW
from tests.factories import make_provider


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database(f"sqlite:///{tmp_path / 'directory.db'}")
    yield opened
    opened.close()


def move(database: Database, way: str, revision: str) -> None:
    """Bring the tables to a version."""
    with as_file(files("directory.storage") / "migrations") as scripts:
        config = Config()
        config.set_main_option("script_location", str(scripts))
        config.set_main_option("path_separator", "os")
        engine = database.engine.execution_options(immediate=True)
        with engine.begin() as connection:
            config.attributes["connection"] = connection
            getattr(command, way)(config, revision)


def test_a_database_of_before_gets_accounts_and_keeps_its_listings(database: Database) -> None:
    move(database, "upgrade", "0004")
    with database.writing() as session:
        Providers(session).save(make_provider())
    database.migrate()
    with database.writing() as session:
        assert len(list(Providers(session).published())) == 1
        store_account(session, "a1", "ana@practice.example")
        Outbox(session).add(b"sealed", NOW)
    with database.reading() as session:
        assert Accounts(session).find("email", "ana@practice.example")


def test_going_back_and_forth_leaves_the_listings(database: Database) -> None:
    database.migrate()
    with database.writing() as session:
        Providers(session).save(make_provider())
        store_account(session, "a1", "ana@practice.example")
        Outbox(session).add(b"sealed", NOW)
    move(database, "downgrade", "0004")
    assert not {"account", "passkey", "outbox"} & set(inspect(database.engine).get_table_names())
    database.migrate()
    with database.reading() as session:
        assert len(list(Providers(session).published())) == 1
        assert Accounts(session).find("email", "ana@practice.example") is None


def test_with_an_account_goes_all_that_hangs_on_it(database: Database) -> None:
    database.migrate()
    with database.writing() as session:
        store_account(session, "a1", "ana@practice.example")
        for statement in (
            "INSERT INTO account_session VALUES ('s', 'a1', 'b', :at, :at, :at, 0, 0)",
            "INSERT INTO address_change VALUES (1, 'a1', 'a', 'b', :at, 0, 'c', 'd')",
        ):
            session.execute(text(statement), {"at": "2026-11-22 12:00:00.000000"})
    with database.writing() as session:
        Accounts(session).delete("a1")
    with database.reading() as session:
        for table in ("account_session", "address_change"):
            assert session.execute(text(f"SELECT count(*) FROM {table}")).scalar() == 0
