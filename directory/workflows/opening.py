"""Opening the directory: its database, its index and its clock, made from the settings."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from directory.config import Settings
from directory.search import ColumnsEngine, SearchEngine, WhooshEngine
from directory.storage import Database
from directory.workflows.showings import Showings

Clock = Callable[[], datetime]
# The engines by the names that SEARCH_ENGINE may take.
_ENGINES: dict[str, Callable[[Path, Callable[[], date]], SearchEngine]] = {
    "columns": ColumnsEngine,
    "whoosh": WhooshEngine,
}


def utc_now() -> datetime:
    """Return the time, aware and in UTC."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Directory:
    """What every workflow works on; the clock decides every date."""

    database: Database
    engine: SearchEngine
    showings: Showings
    clock: Clock

    def today(self) -> date:
        """Return the day in UTC."""
        return self.clock().date()

    def close(self) -> None:
        """Write what was counted, and let go of the index and the database."""
        self.showings.close()
        self.engine.close()
        self.database.close()


def open_directory(settings: Settings, clock: Clock = utc_now) -> Directory:
    """Open the directory that the settings describe; the tables and index may yet be missing."""
    settings.instance_path.mkdir(mode=0o700, parents=True, exist_ok=True)
    database = Database(settings.database_url)
    return Directory(
        database=database,
        engine=_ENGINES[settings.search_engine](settings.index_path, lambda: clock().date()),
        showings=Showings(database),
        clock=clock,
    )
