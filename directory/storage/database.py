"""The database: sessions that read, and sessions that write."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from threading import Event
from typing import Any

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DatabaseError, IntegrityError
from sqlmodel import Session

from directory.errors import Unusable

_PATIENCE = 5000  # milliseconds that a writer waits for another


class Database:
    """One database, opened by its URL.

    On SQLite it uses write-ahead logging, and takes the write lock when a writing session begins:
    a transaction that reads first and writes later would fail under load instead of waiting.
    Every session knows the secret of the site, and rings a bell where it puts a mail into the
    outbox.
    """

    def __init__(self, url: str, secret: str = "") -> None:
        try:
            address = make_url(url)
        except ArgumentError as error:
            raise Unusable(
                "DATABASE_URL is no address of a database: use sqlite:///PATH"
            ) from error
        if address.get_backend_name() != "sqlite":
            raise Unusable(f"DATABASE_URL names {address.get_backend_name()}: use sqlite:///PATH")
        self.engine = create_engine(address)
        _tune_sqlite(self.engine)
        self._writing = self.engine.execution_options(immediate=True)
        self.posted = Event()
        self._info = {"secret": secret, "posted": self.posted}

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Open a session that sees one consistent state and changes nothing."""
        with _named_trouble(), Session(self.engine, info=self._info) as session:
            yield session

    @contextmanager
    def writing(self, patience: int = _PATIENCE) -> Iterator[Session]:
        """Open a session whose changes are committed at its end, all or none.

        Raises Unusable where another writer does not end within `patience` milliseconds.
        """
        engine = self._writing.execution_options(patience=patience)
        with _named_trouble(), Session(engine, info=self._info) as session, session.begin():
            yield session

    def migrate(self) -> None:
        """Create the tables or bring them up to the newest version."""
        with as_file(files("directory.storage") / "migrations") as scripts:
            config = Config()
            config.set_main_option("script_location", str(scripts))
            config.set_main_option("path_separator", "os")
            with _named_trouble(), self._writing.begin() as connection:
                config.attributes["connection"] = connection
                command.upgrade(config, "head")

    def close(self) -> None:
        """Close every connection."""
        self.engine.dispose()


@contextmanager
def _named_trouble() -> Iterator[None]:
    """Say in a sentence why the database cannot be used; a broken constraint is another matter."""
    try:
        yield
    except IntegrityError:
        raise
    except DatabaseError as error:
        message = f"the database cannot be used ({error.orig}): `directory init` makes it ready"
        raise Unusable(message) from error


def _tune_sqlite(engine: Engine) -> None:
    @event.listens_for(engine, "connect")
    def set_pragmas(connection: Any, _record: object) -> None:
        connection.isolation_level = None  # we begin transactions ourselves, below
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute(f"PRAGMA busy_timeout={_PATIENCE}")
        connection.execute("PRAGMA synchronous=NORMAL")
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute("PRAGMA secure_delete=ON")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        options = connection.get_execution_options()
        connection.exec_driver_sql(f"PRAGMA busy_timeout={options.get('patience', _PATIENCE)}")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get("immediate") else "BEGIN")
