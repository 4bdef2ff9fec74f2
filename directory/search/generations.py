"""Generations of the index on disk: one is live, one kept, and a new one is built beside them."""

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from whoosh.util.filelock import FileLock, try_for

_CURRENT = "current"
_SEQ = "seq"
_PATIENCE_SECONDS = 1.0


class Generations:
    """The folders of an index; a file names the live one and is replaced in one step."""

    def __init__(self, folder: Path, name: str) -> None:
        self._folder, self._name = folder, name
        self._current = folder / _CURRENT
        self._read: tuple[tuple[int, int], Path] | None = None

    def live(self) -> Path | None:
        """Return the live generation, or None where none was built yet.

        The file that names it is replaced, never rewritten, so it is read once.
        """
        try:
            seen = self._current.stat()
        except FileNotFoundError:
            return None
        mark = (seen.st_ino, seen.st_mtime_ns)
        if self._read is None or self._read[0] != mark:
            try:
                name = self._current.read_text(encoding="ascii", errors="replace")
            except FileNotFoundError:
                return None
            self._read = mark, self._folder / name
        return self._read[1]

    @contextmanager
    def building(self) -> Iterator[Path]:
        """Make the empty folder of the next generation; one is built at a time."""
        self._folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(str(self._folder / "building.lock"))
        lock.acquire(blocking=True)
        try:
            yield self._new()
        finally:
            lock.release()

    @contextmanager
    def writing(self) -> Iterator[bool]:
        """Keep other writers out; false where one was busy for too long.

        Whoosh's own lock ends with its commit, too early to write down what was committed.
        """
        lock = FileLock(str(self._folder / "writing.lock"))
        ours = try_for(lock.acquire, timeout=_PATIENCE_SECONDS, delay=0.01)
        try:
            yield ours
        finally:
            if ours:
                lock.release()

    def _new(self) -> Path:
        numbers = (path.name.removeprefix(f"{self._name}-") for path in self._all())
        path = self._folder / f"{self._name}-{max(map(int, numbers), default=0) + 1:06d}"
        path.mkdir()
        return path

    def swap_in(self, path: Path) -> None:
        """Make a generation the live one, and drop all but it and the one before."""
        before = self.live()
        _write(self._current, path.name)
        for old in self._all():
            if old not in {path, before}:
                shutil.rmtree(old, ignore_errors=True)

    def _all(self) -> Iterable[Path]:
        return self._folder.glob(f"{self._name}-*")


def read_seq(generation: Path) -> int:
    """Return the number of the newest change that a generation holds."""
    return int((generation / _SEQ).read_text(encoding="ascii"))


def write_seq(generation: Path, seq: int) -> None:
    """Record the newest change that a generation holds, in one step."""
    _write(generation / _SEQ, str(seq))


def _write(path: Path, text: str) -> None:
    draft = path.with_suffix(f".{os.getpid()}")
    draft.write_text(text, encoding="ascii")
    draft.replace(path)
