"""One look at the whole directory: whether it is up, what has come to a stop, what was changed."""

import shutil
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from sqlmodel import Session

from directory.audit import Entry
from directory.errors import Unusable
from directory.jobs import Job
from directory.search import SearchQuery
from directory.storage import (
    AuditLog,
    ImportBatch,
    Imports,
    Jobs,
    ListingCounts,
    RealListings,
    SignOfLife,
    Vitals,
    WaitingMail,
)
from directory.workflows.indexing import catch_up
from directory.workflows.opening import Directory
from directory.workflows.working.vital_signs import AUDIT, WORKER

_LATELY = timedelta(days=7)  # in which a job that failed is still told
_CHANGES = 8


@dataclass(frozen=True, slots=True)
class IndexState:
    """How many listings the index holds; None where it does not answer, with the reason."""

    held: int | None
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Disk:
    """Bytes of the disk that the instance folder is on."""

    free: int
    whole: int


@dataclass(frozen=True, slots=True)
class Overview:
    """What one look finds; `has_mailer` is whether mail can be sent at all."""

    now: datetime
    listings: ListingCounts
    has_real_listings: bool
    index: IndexState
    worker: SignOfLife | None
    audit: SignOfLife | None
    mail: WaitingMail
    has_mailer: bool
    failed: tuple[Job, ...]
    waiting: tuple[Job, ...]
    running: tuple[Job, ...]
    disk: Disk
    last_import: ImportBatch | None
    last_undone: ImportBatch | None
    changes: tuple[Entry, ...]


def look_over(directory: Directory, instance: Path) -> Overview:
    """Look at everything that has to work."""
    index = _index(directory)
    now = directory.clock()
    disk = shutil.disk_usage(instance)
    with directory.database.reading() as session:
        vitals, jobs = Vitals(session), Jobs(session)
        failed = jobs.in_state("failed")
        return Overview(
            now=now,
            listings=vitals.listings(),
            has_real_listings=RealListings(session).is_any(),
            index=index,
            worker=vitals.last(WORKER),
            audit=vitals.last(AUDIT),
            mail=vitals.mail(),
            has_mailer=directory.mailer is not None,
            failed=tuple(job for job in failed if now - job.asked_at < _LATELY),
            waiting=jobs.in_state("waiting"),
            running=jobs.in_state("running"),
            disk=Disk(disk.free, disk.total),
            last_import=_last_import(session),
            last_undone=vitals.last_undone(),
            changes=AuditLog(session).newest(_CHANGES),
        )


def _index(directory: Directory) -> IndexState:
    """Ask the index; it takes in what was changed, as it does before every search."""
    try:
        catch_up(directory)
        found = directory.engine.search(SearchQuery(page_size=1, facets=()))
    except Unusable as error:
        return IndexState(None, str(error))
    return IndexState(found.total)


def _last_import(session: Session) -> ImportBatch | None:
    return next(iter(Imports(session).newest(1)), None)
