"""Queued work: the index like the database, a new day begun, and what is over forgotten."""

from collections.abc import Callable
from datetime import timedelta

from directory.providers.contact_reports import REPORTS_COUNT_FOR
from directory.providers.view_counts import KEPT_FOR
from directory.storage import (
    Accounts,
    AddressChanges,
    AwaitedReplies,
    ClaimKeys,
    Claims,
    ContactReports,
    SealedVisits,
    ViewCounts,
    delete_expired_counts,
)
from directory.workflows.change_address import STOP_WITHIN
from directory.workflows.indexing import refresh
from directory.workflows.keep_fresh import keep_fresh
from directory.workflows.opening import Directory
from directory.workflows.post_mail import deliver

PAUSE_SECONDS = 1.0
# The link that confirms an address lasts two days; whoever comes later begins anew.
_UNCONFIRMED_FOR = timedelta(days=3)


def work_once(directory: Directory) -> None:
    """Do what is due now."""
    refresh(directory)
    keep_fresh(directory)
    deliver(directory)
    directory.showings.before(directory.today())  # begins the day, so that no match has to
    with directory.database.writing() as session:
        now = directory.clock()
        SealedVisits(session).delete_expired(now)
        AwaitedReplies(session).delete_expired(now)
        delete_expired_counts(session, now)
        Claims(session).settle_due(now)
        ClaimKeys(session).drop_expired(now)
        Accounts(session).delete_unconfirmed(now - _UNCONFIRMED_FOR)
        AddressChanges(session).delete_asked_before(now - STOP_WITHIN)
        ContactReports(session).forget_before(directory.today() - REPORTS_COUNT_FOR)
        ViewCounts(session).forget_before(directory.today() - KEPT_FOR)


def work(directory: Directory, wait: Callable[[float], bool]) -> None:
    """Do what is due again and again, until `wait` (seconds) says that it was told to stop."""
    while not wait(PAUSE_SECONDS):
        work_once(directory)
