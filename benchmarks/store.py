"""The corpus in a real directory: its tables, its index, and a clock that stands."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from pathlib import Path

from sqlalchemy import insert

from benchmarks.documents import batches
from directory.config import Settings
from directory.providers import Provider
from directory.storage.providers import document_of
from directory.storage.tables import ProviderRow
from directory.workflows import Directory, open_directory

_ROWS_AT_ONCE = 1_000
_KEY = "a key for benchmarks alone"


def environment(folder: Path, engine: str, port: int = 8000) -> dict[str, str]:
    """Return the settings of a directory in a folder, as its environment holds them."""
    return {
        "DIRECTORY_ENV": "development",
        "INSTANCE_PATH": str(folder),
        "SECRET_KEY": _KEY,
        "SEARCH_ENGINE": engine,
        "PORT": str(port),
    }


def settings(folder: Path, engine: str) -> Settings:
    """Return the settings of a directory in a folder."""
    return Settings.from_environment(environment(folder, engine))


def open_standing(folder: Path, engine: str, today: date) -> Directory:
    """Open the directory of a folder, where it is always noon of a day."""
    noon = datetime.combine(today, time(12), UTC)
    return open_directory(settings(folder, engine), clock=lambda: noon)


@contextmanager
def opened(folder: Path, engine: str, today: date) -> Iterator[Directory]:
    """Open the directory of a folder for a while."""
    directory = open_standing(folder, engine, today)
    try:
        yield directory
    finally:
        directory.close()


def fill(directory: Directory, listings: Iterable[Provider]) -> None:
    """Write listings into the tables at once, as if no change of them were still to be indexed."""
    directory.database.migrate()
    for some in batches(listings, _ROWS_AT_ONCE):
        with directory.database.writing() as session:
            session.connection().execute(insert(ProviderRow), [_row(each) for each in some])


def _row(provider: Provider) -> dict[str, object]:
    return {
        "id": provider.id,
        "npi": provider.npi,
        "published": provider.published,
        "claimed": provider.claimed,
        "document": document_of(provider),
    }
