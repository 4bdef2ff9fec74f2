"""Queued work: the index like the database, a new day begun, visits that are over forgotten."""

from collections.abc import Callable

from directory.storage import SealedVisits
from directory.workflows.indexing import refresh
from directory.workflows.opening import Directory

PAUSE_SECONDS = 1.0


def work_once(directory: Directory) -> None:
    """Do what is due now."""
    refresh(directory)
    directory.showings.before(directory.today())  # begins the day, so that no match has to
    with directory.database.writing() as session:
        SealedVisits(session).delete_expired(directory.clock())


def work(directory: Directory, wait: Callable[[float], bool]) -> None:
    """Do what is due again and again, until `wait` (seconds) says that it was told to stop."""
    while not wait(PAUSE_SECONDS):
        work_once(directory)
