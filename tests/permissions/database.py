"""What stands in a database, and what a request changed in it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

from directory.storage import Database

# What reading may write: how often a page was opened is counted, and sign-ins note their last use.
COUNTED = frozenset[str]()
Row = tuple[object, ...]
Rows = dict[str, set[Row]]


def dump(database: Database, masked: bool = False) -> Rows:
    """Return the rows of every table, where asked without what is never twice the same."""
    with _connected(database) as connection:
        names = connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        )
        return {
            name: {
                tuple(map(_masked, row)) if masked else row
                for row in connection.execute(f'SELECT * FROM "{name}"')
            }
            for (name,) in names.fetchall()
            if name not in COUNTED
        }


class Snapshot:
    """A database as it is now, to come back to."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self._kept = sqlite3.connect(":memory:")
        with _connected(database) as connection:
            connection.backup(self._kept)

    def restore(self) -> None:
        """Let the database be as it was."""
        with _connected(self.database) as connection:
            self._kept.backup(connection)

    def close(self) -> None:
        """Forget what was kept."""
        self._kept.close()


def _connected(database: Database) -> closing[sqlite3.Connection]:
    return closing(sqlite3.connect(str(database.engine.url.database)))


def _masked(value: object) -> object:
    """Return a value but for seals and hashes, which differ each time."""
    is_random = isinstance(value, bytes) or str(value).startswith("$argon2")
    return "random" if is_random else value


def differences(before: Rows, after: Rows) -> Rows:
    """Return the rows that are in one of two states alone, by table."""
    return {name: rows for name in before if (rows := before[name] ^ after[name])}


@contextmanager
def what_changed(database: Database) -> Iterator[Rows]:
    """Give a record that is empty until the end of the block, and then holds what it changed."""
    changed: Rows = {}
    with _connected(database) as watcher:
        version = watcher.execute("PRAGMA data_version").fetchone()
        before = dump(database)
        yield changed
        if watcher.execute("PRAGMA data_version").fetchone() != version:
            changed.update(differences(before, dump(database)))
