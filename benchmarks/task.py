"""One contestant at one size: what a child process needs to know to build or measure it."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from benchmarks.engines.contestant import Contestant
from benchmarks.engines.registry import contestant


@dataclass(frozen=True, slots=True)
class Task:
    """A contestant, the size of its corpus, and where and for which day its index is."""

    contestant: str
    size: int
    folder: Path
    today: date

    @classmethod
    def of(cls, name: str, size: int, cache: Path, today: date) -> "Task":
        """Give the contestant a folder of its own below the cache."""
        return cls(name, size, cache / str(size) / name, today)

    @property
    def documents(self) -> Path:
        """The file of the documents that all peers of this size index."""
        return self.folder.parent / "documents.pickle"

    def make(self) -> Contestant:
        """Return the contestant, not yet opened."""
        return contestant(self.contestant, self.folder, self.today)

    def discard(self) -> None:
        """Delete what was built."""
        made = self.make()
        if hasattr(made, "discard"):
            made.discard()
        shutil.rmtree(self.folder, ignore_errors=True)

    @contextmanager
    def opened(self) -> Iterator[Contestant]:
        """Open the contestant's index."""
        made = self.make()
        made.open()
        try:
            yield made
        finally:
            made.close()
