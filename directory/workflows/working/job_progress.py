"""Telling the pages how far a job is."""

from time import monotonic

from directory.jobs import Job, Progress
from directory.storage import Jobs
from directory.workflows.opening import Directory

_TOLD_EVERY = 0.5  # seconds between two writings of how far a job is


def teller_of(directory: Directory, job: Job, also: Progress | None = None) -> Progress:
    """Return what a workflow tells its progress to; it is written now and then.

    `also` is told each time.
    """
    told_at = 0.0

    def tell(done: int, whole: int) -> None:
        nonlocal told_at
        if also:
            also(done, whole)
        if monotonic() - told_at >= _TOLD_EVERY:
            told_at = monotonic()
            with directory.database.writing() as session:
                Jobs(session).advance(job.id, done, whole, directory.clock())

    return tell
