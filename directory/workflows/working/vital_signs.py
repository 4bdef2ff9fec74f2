"""Signs that the directory lives, which the worker leaves for whoever looks after it."""

from datetime import timedelta

from directory.storage import Vitals
from directory.workflows.opening import Directory

WORKER = "worker"
AUDIT = "audit"  # the look at the whole audit log
BEAT = timedelta(seconds=15)  # between two signs of life
# So long may a worker be busy; after it something is wrong.
SILENT = timedelta(minutes=3)


def note_life(directory: Directory) -> None:
    """Note now and then that the worker lives."""
    now = directory.clock()
    with directory.database.reading() as session:
        last = Vitals(session).last(WORKER)
    if last is None or not timedelta(0) <= now - last.at < BEAT:
        with directory.database.writing() as session:
            Vitals(session).note(WORKER, now)
