"""Signs that the directory lives, which the worker leaves for whoever looks after it."""

from dataclasses import asdict
from datetime import timedelta

from directory.providers.view_counts import KEPT_FOR, week_of
from directory.storage import Vitals
from directory.workflows.opening import Directory

WORKER = "worker"
AUDIT = "audit"
BEAT = timedelta(seconds=15)  # between two signs of life
# So long may a worker be busy; after it something is wrong.
SILENT = timedelta(minutes=3)


def note_life(directory: Directory) -> None:
    """Note now and then that the worker lives, and once a day how many listings there are."""
    today, now = directory.today(), directory.clock()
    with directory.database.reading() as session:
        vitals = Vitals(session)
        beat = vitals.last_life(WORKER)
        if beat and timedelta(0) <= now - beat < BEAT:
            return
        counts = None if vitals.are_figures_of(today) else vitals.listings()
    with directory.database.writing() as session:
        vitals = Vitals(session)
        vitals.note_life(WORKER, now)
        if counts:
            vitals.note_figures(week_of(today), today, asdict(counts))
            vitals.forget_before(week_of(today - KEPT_FOR))
