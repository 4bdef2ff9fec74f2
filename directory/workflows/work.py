"""Queued work: the index like the database, a new day begun, and what is over forgotten."""

from collections.abc import Callable

from directory.providers.contact_reports import REPORTS_COUNT_FOR
from directory.providers.view_counts import KEPT_FOR
from directory.storage import (
    AwaitedReplies,
    ContactReports,
    SealedVisits,
    ViewCounts,
    delete_expired_counts,
)
from directory.workflows.indexing import refresh
from directory.workflows.opening import Directory

PAUSE_SECONDS = 1.0


def work_once(directory: Directory) -> None:
    """Do what is due now."""
    refresh(directory)
    directory.showings.before(directory.today())  # begins the day, so that no match has to
    with directory.database.writing() as session:
        now = directory.clock()
        SealedVisits(session).delete_expired(now)
        AwaitedReplies(session).delete_expired(now)
        delete_expired_counts(session, now)
        ContactReports(session).forget_before(directory.today() - REPORTS_COUNT_FOR)
        ViewCounts(session).forget_before(directory.today() - KEPT_FOR)


def work(directory: Directory, wait: Callable[[float], bool]) -> None:
    """Do what is due again and again, until `wait` (seconds) says that it was told to stop."""
    while not wait(PAUSE_SECONDS):
        work_once(directory)
