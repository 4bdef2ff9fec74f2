"""Making a directory ready to serve: tables, demo listings where wanted, and an index."""

from pathlib import Path

from directory.errors import Unusable
from directory.storage import SearchLog
from directory.workflows.imports.seed import seed
from directory.workflows.indexing import refresh, reindex
from directory.workflows.opening import Directory


def initialise(directory: Directory) -> None:
    """Create or upgrade the tables, and build the index where none answers for this database."""
    directory.database.migrate()
    if not _index_answers(directory):
        reindex(directory)
    refresh(directory)


def _index_answers(directory: Directory) -> bool:
    """Tell whether the index is whole and knows of no change that the database does not."""
    try:
        directory.engine.check()
        indexed = directory.engine.seq()
    except Unusable:
        return False
    with directory.database.reading() as session:
        return indexed <= SearchLog(session).head()


def prepare_demo(directory: Directory, listings: Path) -> int:
    """Make a directory ready with the demo listings; return how many went in this time."""
    initialise(directory)
    return seed(directory, listings)
