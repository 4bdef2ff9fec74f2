"""The contestants by name, and why one of them may not be here."""

from collections.abc import Callable
from datetime import date
from importlib.util import find_spec
from pathlib import Path

from benchmarks.engines.contestant import Contestant

Maker = Callable[[Path], Contestant]
# Our own engines, with the name that SEARCH_ENGINE knows each by.
OWN = {"columns": "columns", "reference": "whoosh"}
LABELS = {
    "columns": "ours (columns)",
    "tantivy": "tantivy",
    "sqlite": "SQLite FTS5",
    "postgres": "PostgreSQL GIN",
    "whoosh": "plain Whoosh",
    "reference": "our reference (whoosh)",
    "floor": "popcount floor",
}


def contestant(name: str, folder: Path, today: date) -> Contestant:
    """Return the contestant of a name over a folder; peers are imported only when asked for."""
    if name in OWN:
        from benchmarks.engines.ours import Own  # noqa: PLC0415

        return Own(OWN[name], folder, today)
    return _MAKERS[name]()(folder)


def missing(name: str) -> str | None:
    """Return why a contestant cannot take part on this machine, or None."""
    return _CHECKS[name]() if name in _CHECKS else None


def _whoosh() -> Maker:
    from benchmarks.engines.whoosh_plain import PlainWhoosh  # noqa: PLC0415

    return PlainWhoosh


def _sqlite() -> Maker:
    from benchmarks.engines.sqlite import Sqlite  # noqa: PLC0415

    return Sqlite


def _tantivy() -> Maker:
    from benchmarks.engines.tantivy_engine import Tantivy  # noqa: PLC0415

    return Tantivy


def _postgres() -> Maker:
    from benchmarks.engines.postgres import Postgres  # noqa: PLC0415

    return Postgres


def _floor() -> Maker:
    from benchmarks.engines.floor import Floor  # noqa: PLC0415

    return Floor


def _no_columns() -> str | None:
    from benchmarks.engines.ours import exists  # noqa: PLC0415

    return None if exists("columns") else "this version has no columns engine"


def _no_tantivy() -> str | None:
    return None if find_spec("tantivy") else "the package tantivy is not installed"


def _no_postgres() -> str | None:
    from benchmarks.engines.postgres_server import missing_parts  # noqa: PLC0415

    return missing_parts()


_MAKERS: dict[str, Callable[[], Maker]] = {
    "whoosh": _whoosh,
    "sqlite": _sqlite,
    "tantivy": _tantivy,
    "postgres": _postgres,
    "floor": _floor,
}
_CHECKS: dict[str, Callable[[], str | None]] = {
    "columns": _no_columns,
    "tantivy": _no_tantivy,
    "postgres": _no_postgres,
}
CONTESTANTS = ("columns", *_MAKERS)
