"""Making a directory ready to serve: tables, demo listings where wanted, and an index."""

from pathlib import Path

from directory.workflows.indexing import catch_up, reindex
from directory.workflows.opening import Directory
from directory.workflows.seed import seed


def initialise(directory: Directory) -> None:
    """Create or upgrade the tables, and build the index where there is none."""
    directory.database.migrate()
    if directory.engine.seq() < 0:
        reindex(directory)
    catch_up(directory)


def prepare_demo(directory: Directory, listings: Path) -> int:
    """Make a directory ready with the demo listings; return how many went in this time."""
    initialise(directory)
    return seed(directory, listings)
