"""Queued work: the index like the database, a new day begun, and what is over forgotten."""

from collections.abc import Callable
from datetime import timedelta
from threading import Event, Thread

import structlog

from directory.editions.turns import TURNS
from directory.errors import Unusable
from directory.logs import place_of
from directory.providers.contact_reports import REPORTS_COUNT_FOR
from directory.providers.view_counts import KEPT_FOR
from directory.steps import KEPT_AFTER
from directory.storage import (
    Accounts,
    AddressChanges,
    AdminSteps,
    AwaitedReplies,
    ClaimKeys,
    Claims,
    ContactReports,
    Jobs,
    RoleInvitations,
    SealedVisits,
    UnmetSums,
    ViewCounts,
    delete_expired_counts,
)
from directory.workflows.accounts.change_address import STOP_WITHIN
from directory.workflows.imports.confirm_import import CONFIRM
from directory.workflows.imports.undo_import import UNDO
from directory.workflows.imports.upload_files import forget_old_files
from directory.workflows.indexing import refresh
from directory.workflows.keeping.keep_fresh import keep_fresh
from directory.workflows.matching.unmet import settle_unmet
from directory.workflows.messages.post_mail import deliver
from directory.workflows.opening import Directory
from directory.workflows.working.jobs import run_waiting_jobs
from directory.workflows.working.keep_measuring import keep_measuring
from directory.workflows.working.vital_signs import note_life
from directory.workflows.working.watch_audit import watch_audit

PAUSE_SECONDS = 1.0
_LAST_SECONDS = 5.0  # in which a job may come to its end
_log = structlog.get_logger()
# The link that confirms an address lasts two days; whoever comes later begins anew.
_UNCONFIRMED_FOR = timedelta(days=3)


def work_once(directory: Directory) -> None:
    """Do what is due now."""
    note_life(directory)
    if not _is_importing(directory):
        refresh(directory)
    keep_fresh(directory)
    forget_old_files(directory)
    keep_measuring(directory)
    deliver(directory)
    watch_audit(directory)
    directory.showings.before(directory.today())  # begins the day, so that no match has to
    with directory.database.writing() as session:
        now = directory.clock()
        SealedVisits(session).delete_expired(now)
        AwaitedReplies(session).delete_expired(now)
        delete_expired_counts(session, now)
        Claims(session).settle_due(now)
        ClaimKeys(session).drop_expired(now)
        Accounts(session).delete_unconfirmed(now - _UNCONFIRMED_FOR)
        RoleInvitations(session).remove_expired(now)
        AdminSteps(session).forget_before(now - KEPT_AFTER)
        AddressChanges(session).delete_asked_before(now - STOP_WITHIN)
        ContactReports(session).forget_before(directory.today() - REPORTS_COUNT_FOR)
        ViewCounts(session).forget_before(directory.today() - KEPT_FOR)
        settle_unmet(UnmetSums(session), directory.today())


def _is_importing(directory: Directory) -> bool:
    """Tell whether a job writes many listings; it builds the index anew when it is done."""
    with directory.database.reading() as session:
        running = Jobs(session).in_state("running")
    return any(job.kind in {CONFIRM, UNDO} for job in running)


def work(directory: Directory, wait: Callable[[float], bool]) -> None:
    """Do what is due again and again, until `wait` (seconds) says that it was told to stop.

    Jobs are done beside it, so that a long one holds up no reminder and no mail; one that is broken
    off by the end is begun again by the next worker.
    """
    ended = Event()
    beside = Thread(target=_do_jobs, args=(directory, ended), daemon=True)
    beside.start()
    try:
        while not wait(PAUSE_SECONDS):
            directory.editions.look()
            with TURNS.reading():
                work_once(directory)
    finally:
        ended.set()
        beside.join(_LAST_SECONDS)


def _do_jobs(directory: Directory, ended: Event) -> None:
    while not ended.wait(PAUSE_SECONDS):
        try:
            directory.editions.look()
            run_waiting_jobs(directory)
        except Unusable as error:  # another process writes for long: the job waits as well
            _log.error("jobs_wait", where=place_of(error.__traceback__))
