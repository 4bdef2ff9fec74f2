"""What a process has open: the live generation with the edits since, as of today."""

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path
from threading import RLock

from directory.columns import FolderArrays, open_arrays
from directory.columns.codes import FINGERPRINT
from directory.columns.files import check_arrays
from directory.errors import Unusable
from directory.providers import Provider
from directory.search.columns_engine.overlay import State
from directory.search.columns_engine.segment import Content, Segment, write_segment
from directory.search.generations import Generations

_FORMAT = f"3-{FINGERPRINT}"


class OpenIndex:
    """One state for all threads, replaced as a whole; a reader keeps the one that it began with."""

    def __init__(self, folder: Path, today: Callable[[], date]) -> None:
        self._generations = Generations(folder, "columns")
        self._today = today
        self._lock = RLock()
        self._open: tuple[Path, State] | None = None

    def exists(self) -> bool:
        """Tell whether an index was built at all."""
        return self._generations.live() is not None

    def state(self) -> State:
        """Return the newest state; raise Unusable where there is none or it cannot be read."""
        opened, today = self._open, self._today()
        if opened and opened[0] == self._generations.live() and opened[1].today == today:
            return opened[1]
        with self._lock:
            return self._renewed(today)

    def check(self) -> None:
        """Read every byte of the live generation; raise Unusable where one is not as it was."""
        self.state()
        if opened := self._open:
            _check(opened[0])

    def apply(self, published: Sequence[Provider], gone: Iterable[str], seq: int) -> None:
        """Take in changes, unless the state is as new already."""
        with self._lock:
            state = self.state()
            if seq > state.seq:
                self._keep(state.after(published, gone, seq))

    def rebuild(self, published: Iterable[Provider], seq: int) -> int:
        """Build a generation, check it, make it the live one; return how many listings it holds.

        What was known before of changes after `seq` is none of its history: it is dropped.
        """
        with self._lock:
            known_before = self._open[1].seq if self._open else seq
        with self._generations.building() as path:
            size = _write(path, published, seq)
            built = _read(path, self._today())
            if built.segments[0].size != size:
                raise Unusable(f"the new index holds {built.segments[0].size} of {size} listings")
            self._generations.swap_in(path)
        with self._lock:
            if self._open and known_before <= seq:
                built = built.with_later(self._open[1])
            self._open = path, built
        return size

    def close(self) -> None:
        """Let go of what is open."""
        with self._lock:
            self._open = None

    def _renewed(self, today: date) -> State:
        """Open what is live now, with the edits that it does not hold yet, as it is today."""
        live = self._generations.live()
        if live is None:
            raise Unusable("there is no search index yet: run `directory reindex`")
        if self._open is None:
            self._open = live, _read(live, today)
        elif self._open[0] != live:
            self._open = live, _read(live, today).with_later(self._open[1])
        return self._keep(self._open[1].on(today))

    def _keep(self, state: State) -> State:
        if self._open:
            self._open = self._open[0], state
        return state


@contextmanager
def _uncollected() -> Iterator[None]:
    """Spare Python its searches for garbage, of which a build makes none but much to search."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _write(path: Path, published: Iterable[Provider], seq: int) -> int:
    with closing(FolderArrays(path)) as sink, _uncollected():
        size = write_segment(sink, published, spill=path)
        sink.finish({"format": _FORMAT, "seq": seq, "listings": size})
    check_arrays(path)
    return size


def _check(path: Path) -> None:
    try:
        check_arrays(path)
    except Unusable as error:
        raise _damaged() from error


def _read(path: Path, today: date) -> State:
    try:
        opened = open_arrays(path)
        seq = int(opened.facts["seq"])
        known = opened.facts["format"] == _FORMAT
        content = Content(opened.arrays, today) if known else None
    except (Unusable, KeyError, ValueError, TypeError) as error:
        raise _damaged() from error
    if content is None:
        raise Unusable("another version built the search index: run `directory reindex`")
    return State((Segment.whole(content),), seq, seq)


def _damaged() -> Unusable:
    return Unusable("the search index is damaged: run `directory reindex`")
