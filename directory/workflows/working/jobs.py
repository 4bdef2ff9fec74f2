"""Doing the jobs that wait, one after another."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, nullcontext, suppress
from threading import Event, Thread

import structlog

from directory.editions.turns import TURNS
from directory.errors import DirectoryError, Unusable
from directory.jobs import MOST_TRIES, Job, JobState
from directory.logs import place_of
from directory.storage import Jobs
from directory.workflows.opening import Directory
from directory.workflows.working.job_kinds import ALONE, KINDS, Work
from directory.workflows.working.job_progress import teller_of

_SIGN_EVERY = 15.0  # seconds; a worker that is silent for four times as long counts as dead
_BROKEN = "This broke off for a reason of our own. It is in the log of the worker."
_DEADLY = "We began this several times, and each time the worker died of it or was stopped."
_log = structlog.get_logger()


def run_waiting_jobs(directory: Directory, kinds: Mapping[str, Work] = KINDS) -> int:
    """Do all jobs that wait; return how many there were."""
    count = 0
    while (job := _take(directory)) is not None:
        _run(directory, job, kinds)
        count += 1
    return count


def _take(directory: Directory) -> Job | None:
    with directory.database.writing() as session:
        return Jobs(session).take(directory.clock())


def _run(directory: Directory, job: Job, kinds: Mapping[str, Work]) -> None:
    """Do one job; whatever happens, it ends with a word on what came of it."""
    if job.tries > MOST_TRIES:
        _log.error("job_given_up", kind=job.kind)
        _end(directory, job, "failed", _DEADLY)
        return
    try:
        with (
            _signs_of_life(directory, job),
            nullcontext() if job.kind in ALONE else TURNS.reading(),
        ):
            note = kinds[job.kind](directory, job, teller_of(directory, job))
    except DirectoryError as error:
        _end(directory, job, "failed", str(error))
    except Exception as error:  # noqa: BLE001  (the next job is still to be done)
        _log.error("job_broke", kind=job.kind, where=place_of(error.__traceback__))
        _end(directory, job, "failed", _BROKEN)
    else:
        _end(directory, job, "done", note)


@contextmanager
def _signs_of_life(directory: Directory, job: Job) -> Iterator[None]:
    """Tell that a job's worker lives, also where one step of it takes long."""
    ended = Event()

    def tell() -> None:
        while not ended.wait(_SIGN_EVERY):
            with suppress(Unusable), directory.database.writing() as session:
                Jobs(session).note_alive(job.id, directory.clock())

    beside = Thread(target=tell, daemon=True)
    beside.start()
    try:
        yield
    finally:
        ended.set()
        beside.join()


def _end(directory: Directory, job: Job, state: JobState, note: str) -> None:
    with directory.database.writing() as session:
        Jobs(session).end(job.id, state, note, directory.clock())
