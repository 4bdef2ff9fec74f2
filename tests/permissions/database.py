"""What stands in a database, and what a request changed in it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

from directory.storage import Database

# Openings and showings are counted in memory, and written by a request that comes a minute later.
COUNTED = frozenset({"view_count", "exposure"})
_SECRETS = frozenset({"password", "mf_recovery_codes", "tf_totp_secret"})
Row = tuple[object, ...]
Rows = dict[str, set[Row]]


def dump(database: Database, masked: bool = False) -> Rows:
    """Return the rows of every table, where asked without what is never twice the same."""
    with _connected(database) as connection:
        return _tables(connection, masked)


def _tables(connection: sqlite3.Connection, masked: bool = False) -> Rows:
    names = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    )
    tables = [name for (name,) in names.fetchall() if name not in COUNTED]
    return {name: _rows(connection, name, masked) for name in tables}


def _rows(connection: sqlite3.Connection, table: str, masked: bool) -> set[Row]:
    cursor = connection.execute(f'SELECT * FROM "{table}"')
    columns = [column[0] for column in cursor.description]
    rows = (zip(columns, row, strict=True) for row in cursor)
    return {tuple(_masked(*cell) if masked else cell[1] for cell in row) for row in rows}


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


def _masked(column: str, value: object) -> object:
    """Return a value, but of seals, hashes and secrets only that there is one."""
    is_random = isinstance(value, bytes) or (column in _SECRETS and value is not None)
    return "random" if is_random else value


def differences(before: Rows, after: Rows) -> Rows:
    """Return the rows that are in one of two states alone, by table."""
    return {name: rows for name in before if (rows := before[name] ^ after[name])}


@contextmanager
def what_changed(database: Database) -> Iterator[Rows]:
    """Give a record that is empty until the end of the block, and then holds what it changed."""
    changed: Rows = {}
    with _connected(database) as watcher, closing(sqlite3.connect(":memory:")) as before:
        version = watcher.execute("PRAGMA data_version").fetchone()
        watcher.backup(before)  # read only where something changed, which takes far longer
        yield changed
        if watcher.execute("PRAGMA data_version").fetchone() != version:
            changed.update(differences(_tables(before), _tables(watcher)))
