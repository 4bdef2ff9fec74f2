"""The edition in force as a file of the instance, which every process looks at.

The database keeps the editions. The file is what a process goes by, since a look at it costs
next to nothing and needs no database: crisis lines have to be right where that is down.
"""

import json
import os
from dataclasses import dataclass
from math import inf
from pathlib import Path
from time import monotonic

import structlog

from directory.editions.edition import Edition, read_edition
from directory.editions.in_force import SHIPPED, in_force, put_in_force
from directory.editions.laying_over import ranking
from directory.editions.turns import TURNS
from directory.errors import Invalid
from directory.matching import RankingTable

_NAME = "edition.json"
# Seconds that a change waits for those who read, and that it is left alone where they went on.
_PATIENCE, _REST = 0.5, 5.0
_Mark = tuple[int, int] | None

_log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Numbered:
    """An edition with its number; what ships is number 0, and -1 stands for a file gone bad."""

    number: int
    edition: Edition


_SHIPPED = Numbered(0, SHIPPED)


class Editions:
    """The edition that a directory goes by; without a folder it is always what ships.

    `base` is the ranking table below the weights of an edition.
    """

    def __init__(self, base: RankingTable, folder: Path | None = None) -> None:
        self.base = base
        self._path = folder / _NAME if folder else None
        self._found: tuple[_Mark, Numbered] = None, _SHIPPED
        self._ranking = SHIPPED, base
        self._resting_until = 0.0
        self._waits_since: float | None = None
        self.look()

    @property
    def number(self) -> int:
        """The number of the edition in the file."""
        return self._newest().number

    @property
    def ranking(self) -> RankingTable:
        """The ranking table by the edition in force."""
        now = in_force()
        made_for, table = self._ranking
        if made_for is not now:
            table = ranking(now.weights, self.base)
            self._ranking = now, table
        return table

    def look(self, patience: float = _PATIENCE, at_last: float = inf) -> None:
        """Bring the edition of the file into force, unless somebody goes on reading.

        A thread that reads itself leaves it to the next who looks. After `at_last` seconds it is
        done whoever reads: a crisis line must not wait for somebody's long upload.
        """
        newest, now = self._newest().edition, monotonic()
        if newest is in_force():
            self._waits_since = None
            return
        if TURNS.has_begun() or now < self._resting_until:
            return
        since = self._waits_since = now if self._waits_since is None else self._waits_since
        waits = now - since < at_last
        is_made = TURNS.change(lambda: put_in_force(newest), patience, is_patient=waits)
        self._resting_until = 0.0 if is_made else monotonic() + _REST

    def write(self, number: int, edition: Edition) -> None:
        """Write the file in one step; every process goes by it from its next look on."""
        if self._path is None:
            return
        draft = self._path.with_suffix(f".{os.getpid()}")
        document = {"number": number, "edition": edition.document()}
        draft.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
        draft.replace(self._path)

    def _newest(self) -> Numbered:
        """Return what the file holds; it is replaced, never rewritten, so it is read once."""
        mark = _mark(self._path)
        if self._found[0] != mark:
            self._found = mark, _read(self._path)
        return self._found[1]


def _mark(path: Path | None) -> _Mark:
    if path is None:
        return None
    try:
        seen = path.stat()
    except OSError:
        return None
    return seen.st_ino, seen.st_mtime_ns


def _read(path: Path | None) -> Numbered:
    if path is None or not path.exists():
        return _SHIPPED
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
        return Numbered(int(document["number"]), read_edition(document["edition"]))
    except (OSError, ValueError, KeyError, TypeError, Invalid) as error:
        _log.error("the file of the edition cannot be read", path=str(path), error=str(error))
        return Numbered(-1, in_force())
