"""Rows that are staged aside and confirmed in one go, without a page: the command line's way."""

import secrets
from collections.abc import Iterable

from directory.jobs import Job, Progress
from directory.storage import ImportBatch, Jobs, Staged, Staging, Upload, Uploads
from directory.workflows.imports.confirm_import import CONFIRM, begin_batch, write_staged
from directory.workflows.imports.settling import Settled
from directory.workflows.imports.stage_import import staged_changes
from directory.workflows.imports.undo_import import undo_import
from directory.workflows.imports.upload_files import clear_staged
from directory.workflows.indexing import bring_index_up
from directory.workflows.opening import Directory
from directory.workflows.working.job_progress import teller_of

_TAKEN_BACK = "It broke off, and was taken back."


def begin_aside(directory: Directory, name: str, format: str) -> Upload:
    """Open a place to stage rows in.

    It counts as thrown away until it is confirmed, so that no page shows it, and what a process
    that died left in it goes with the other files of long ago.
    """
    upload = Upload(
        id=secrets.token_hex(8),
        name=name,
        size=0,
        state="discarded",
        uploaded_at=directory.clock(),
        uploaded_by="",
        format=format,
    )
    with directory.database.writing() as session:
        Uploads(session).save(upload)
    return upload


def stage_aside(directory: Directory, upload: Upload, settled: Iterable[Settled]) -> None:
    """Stage what some rows would do."""
    if changes := staged_changes(settled):
        with directory.database.writing() as session:
            Staging(session, upload.id).add(changes, ())


def confirm_aside(
    directory: Directory, upload: Upload, progress: Progress | None
) -> tuple[ImportBatch, list[Staged]]:
    """Do what is staged; return the import, and what was left out for things changed meanwhile.

    What breaks off is taken back. Where the process dies, a worker does the rest.
    """
    with directory.database.writing() as session:
        batch = begin_batch(directory, session, upload, None)
        job = Jobs(session).begin(CONFIRM, upload.id, None, directory.clock())
    try:
        done = write_staged(directory, upload.id, teller_of(directory, job, progress))
    except BaseException:
        undo_import(directory, batch)
        _end(directory, upload, job, _TAKEN_BACK)
        raise
    bring_index_up(directory, done.created + done.updated)
    with directory.database.reading() as session:
        left_out = list(Staging(session, upload.id).all_left_out())
    _end(directory, upload, job)
    return done, left_out


def drop_aside(directory: Directory, upload: Upload) -> None:
    """Forget what is staged: the import itself is what there is to see."""
    clear_staged(directory, upload.id)
    with directory.database.writing() as session:
        Uploads(session).forget(upload.id)


def _end(directory: Directory, upload: Upload, job: Job, failed: str = "") -> None:
    with directory.database.writing() as session:
        Jobs(session).end(job.id, "failed" if failed else "done", failed, directory.clock())
    drop_aside(directory, upload)
