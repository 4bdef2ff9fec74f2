"""Queued work: keeping the index like the database, and forgetting visits that are over."""

from collections.abc import Callable

from directory.storage import SealedVisits
from directory.workflows.indexing import catch_up, reindex
from directory.workflows.opening import Directory

PAUSE_SECONDS = 1.0
# Listings that changed since the index was built, beyond which it is time to build it anew.
_MANY_EDITS = 2_000


def work_once(directory: Directory) -> None:
    """Do what is due now."""
    catch_up(directory)
    if directory.engine.edits() > _MANY_EDITS:
        reindex(directory)
    with directory.database.writing() as session:
        SealedVisits(session).delete_expired(directory.clock())


def work(directory: Directory, wait: Callable[[float], bool]) -> None:
    """Do what is due again and again, until `wait` (seconds) says that it was told to stop."""
    while not wait(PAUSE_SECONDS):
        work_once(directory)
