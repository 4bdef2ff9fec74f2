"""Building the index anew with the words and clocks of an edition."""

from directory.editions.turns import TURNS
from directory.jobs import Job, Progress
from directory.workflows.editions.edition_in_force import take_in_edition
from directory.workflows.indexing import reindex
from directory.workflows.opening import Directory

_PATIENCE = 60.0  # seconds


def index_edition(directory: Directory, _job: Job, progress: Progress) -> str:
    """Go by the newest edition, and build the index with it; safe to run twice."""
    take_in_edition(directory, _PATIENCE)
    with TURNS.reading():
        count = reindex(directory, progress)
    return f"The index of {count:,} listings was built anew."
