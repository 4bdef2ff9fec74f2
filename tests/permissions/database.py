"""What stands in a database, and what a request changed in it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

from directory.storage import Database

# What reading may write: how often a page was opened is counted, and sign-ins note their last use.
COUNTED = frozenset[str]()
Row = tuple[object, ...]


def dump(database: Database) -> dict[str, set[Row]]:
    """Return the rows of every table."""
    with closing(sqlite3.connect(str(database.engine.url.database))) as connection:
        names = connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        )
        return {
            name: set(connection.execute(f'SELECT * FROM "{name}"'))
            for (name,) in names.fetchall()
            if name not in COUNTED
        }


def differences(before: dict[str, set[Row]], after: dict[str, set[Row]]) -> dict[str, set[Row]]:
    """Return the rows that are in one of two states alone, by table."""
    return {name: rows for name in before if (rows := before[name] ^ after[name])}


@contextmanager
def what_changed(database: Database) -> Iterator[dict[str, set[Row]]]:
    """Give a record that is empty until the end of the block, and then holds what it changed."""
    changed: dict[str, set[Row]] = {}
    path = str(database.engine.url.database)
    with closing(sqlite3.connect(path)) as watcher:
        version = watcher.execute("PRAGMA data_version").fetchone()
        before = dump(database)
        yield changed
        if watcher.execute("PRAGMA data_version").fetchone() != version:
            changed.update(differences(before, dump(database)))
