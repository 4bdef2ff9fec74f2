"""Building one contestant's index in a process of its own."""

from time import perf_counter
from typing import Any

from benchmarks.corpus import listings
from benchmarks.engines.registry import OWN
from benchmarks.memory import peak_megabytes
from benchmarks.store import fill, opened
from benchmarks.task import Task
from benchmarks.timing import Feed


def build(task: Task) -> dict[str, Any]:
    """Build an index anew; return seconds without the generator's and the peer's analysis.

    A peer's words come ready from the same analysis as ours, in Python; in its own form each
    would analyse by itself and faster, so that time is not held against it.
    """
    task.discard()
    task.folder.mkdir(parents=True)
    for _ in listings(1, task.today):
        continue  # the generator's tables are not part of any build
    before = peak_megabytes()
    made, feed = task.make(), Feed(listings(task.size, task.today))
    began = perf_counter()
    made.build(feed)
    seconds = perf_counter() - began - feed.seconds - made.seconds_analysing
    return {
        "seconds": seconds,
        "listings_a_second": task.size / seconds,
        "seconds_analysing": made.seconds_analysing,
        "seconds_generating": feed.seconds,
        "disk_bytes": made.disk_bytes(),
        "peak_mb": peak_megabytes(),
        "peak_before_mb": before,
    }


def fill_tables(task: Task) -> None:
    """Write the corpus into the tables of the directory whose index one of our engines built."""
    with opened(task.folder, OWN[task.contestant], task.today) as directory:
        fill(directory, listings(task.size, task.today))
