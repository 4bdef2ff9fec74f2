"""Opening the directory: its database, its index and its clock, made from the settings."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from directory.config import Settings
from directory.errors import Invalid, Unusable
from directory.mail import Mailer, mailer_of
from directory.matching import RANKING, RankingTable, read_ranking_table
from directory.search import ColumnsEngine, SearchEngine, WhooshEngine
from directory.storage import Database
from directory.workflows.editions.edition_file import Editions
from directory.workflows.matching.showings import Showings
from directory.workflows.matching.unmet import Unmet
from directory.workflows.matching.views import Views

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
    """What every workflow works on; the clock decides every date, the edition every word.

    Without a mailer no messages are passed on. Mails name the site, and lead to its address. Files
    that are to be imported wait in the folder `uploads`.
    """

    database: Database
    engine: SearchEngine
    showings: Showings
    views: Views
    unmet: Unmet
    clock: Clock
    editions: Editions
    mailer: Mailer | None
    site_name: str
    site_url: str
    uploads: Path

    @property
    def ranking(self) -> RankingTable:
        """The table of the ranking, by the edition in force."""
        return self.editions.ranking

    def today(self) -> date:
        """Return the day in UTC."""
        return self.clock().date()

    def close(self) -> None:
        """Write what was counted, and let go of the index and the database."""
        self.showings.close()
        self.views.close()
        self.unmet.close()
        self.engine.close()
        self.database.close()


def open_directory(settings: Settings, clock: Clock = utc_now) -> Directory:
    """Open the directory that the settings describe; the tables and index may yet be missing.

    Raises Unusable where a setting names something that cannot be used as it is.
    """
    ranking, mailer = _ranking(settings.ranking_file), mailer_of(settings)
    settings.instance_path.mkdir(mode=0o700, parents=True, exist_ok=True)
    database = Database(settings.database_url, settings.secret_key)
    return Directory(
        database=database,
        engine=_ENGINES[settings.search_engine](settings.index_path, lambda: clock().date()),
        showings=Showings(database),
        views=Views(database),
        unmet=Unmet(database),
        clock=clock,
        editions=Editions(ranking, settings.instance_path),
        mailer=mailer,
        site_name=settings.site_name,
        site_url=settings.site_url,
        uploads=settings.instance_path / "uploads",
    )


def _ranking(file: Path | None) -> RankingTable:
    if file is None:
        return RANKING
    try:
        return read_ranking_table(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeError) as error:
        raise Unusable(f"RANKING_FILE cannot be read: {error}") from error
    except Invalid as error:
        raise Unusable(f"RANKING_FILE {file}: {error}") from error
