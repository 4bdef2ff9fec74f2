"""Building one contestant's index in a process of its own."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from benchmarks.corpus import listings
from benchmarks.documents import prepare, prepared, unanalysed
from benchmarks.engines.registry import OWN
from benchmarks.memory import peak_megabytes
from benchmarks.store import fill, opened
from benchmarks.task import Task
from benchmarks.timing import Feed
from directory.providers import Provider


def build(task: Task) -> dict[str, Any]:
    """Build an index anew; return seconds without those that making its input took.

    A peer's words come ready from the same analysis as ours, in Python; in its own form each
    would analyse by itself and faster, so that time is not held against it.
    """
    feed = Feed(_input(task))
    before = peak_megabytes()
    made = task.make()
    began = perf_counter()
    made.build(feed)
    seconds = perf_counter() - began - feed.seconds
    return {
        "seconds": seconds,
        "listings_a_second": task.size / seconds,
        "disk_bytes": made.disk_bytes(),
        "peak_mb": peak_megabytes(),
        "peak_before_mb": before,
    }


def build_by_own_analysis(task: Task) -> dict[str, Any]:
    """Build tantivy from listings, by its own English stemmer; return its speed alone."""
    from benchmarks.engines.tantivy_engine import Tantivy  # noqa: PLC0415

    feed = Feed(_warm_listings(task))
    with TemporaryDirectory(dir=task.folder) as folder:
        began = perf_counter()
        Tantivy(Path(folder), own_analysis=True).build(unanalysed(feed, task.today))
        seconds = perf_counter() - began - feed.seconds
    return {"seconds": seconds, "listings_a_second": task.size / seconds}


def _input(task: Task) -> Iterator[Any]:
    if task.contestant not in OWN:
        return prepared(task.documents)
    return _warm_listings(task)


def _warm_listings(task: Task) -> Iterator[Provider]:
    """Return the listings of a task; the generator's tables are made before, for any build."""
    for _ in listings(1_000, task.today):
        continue
    return listings(task.size, task.today)


def prepare_documents(task: Task) -> None:
    """Write the documents that all peers of a size index."""
    task.documents.parent.mkdir(parents=True, exist_ok=True)
    prepare(listings(task.size, task.today), task.today, task.documents)


def fill_tables(task: Task) -> None:
    """Write the corpus into the tables of the directory whose index one of our engines built."""
    with opened(task.folder, OWN[task.contestant], task.today) as directory:
        fill(directory, listings(task.size, task.today))
