"""What was shown to people: counted while matching, read every morning, so that turns are taken."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date, timedelta
from math import log2
from threading import Lock, Thread
from time import monotonic

from directory.errors import Unusable
from directory.matching import Exposure
from directory.storage import Database, Exposures

# So long a showing counts: whoever is new catches up within weeks, and old luck is forgotten.
WINDOW = timedelta(days=28)
_SECONDS = 60.0  # between two writings
_MANY = 10_000  # listings that wait to be written

_Shown = defaultdict[date, defaultdict[str, float]]


def attention(rank: int) -> float:
    """Return how much attention the place of a rank gets, the first being 1.

    Source: the discount of the DCG measure (Järvelin, Kekäläinen 2002).
    """
    return 1 / log2(1 + rank)


class Showings:
    """One counter for all threads of a process; nothing about a request ever enters it.

    Matching adds in memory alone. A thread of its own writes sums now and then, so no answer waits
    for the database, and what a crash takes is a minute of counting.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._counting, self._writing, self._reading = Lock(), Lock(), Lock()
        self._shown = _nothing()
        self._written_at = monotonic()
        self._writer: Thread | None = None
        self._morning: tuple[date, Exposure] | None = None

    def before(self, today: date) -> Exposure:
        """Return how much listings were shown in the days before today; it is read once a day."""
        with self._reading:
            if self._morning is None or self._morning[0] != today:
                self._morning = today, self._read(today)
            return self._morning[1]

    def add(self, today: date, ids: Sequence[str], seen: Collection[str] = ()) -> None:
        """Count listings as shown, the first at rank 1, without those whom the same person saw."""
        with self._counting:
            for rank, id in enumerate(ids, start=1):
                if id not in seen:
                    self._shown[today][id] += attention(rank)
            if self._is_due():
                self._written_at = monotonic()
                self._writer = Thread(target=self.write, daemon=True)
                self._writer.start()

    def write(self) -> None:
        """Write what was counted; where the database is busy for long, it waits."""
        if self._shown:
            self._try_to_write(None)

    def close(self) -> None:
        """Write what was counted, for nothing comes after it."""
        if self._writer:
            self._writer.join()
        self.write()

    def _is_due(self) -> bool:
        is_late = monotonic() - self._written_at >= _SECONDS
        is_much = sum(map(len, self._shown.values())) >= _MANY
        is_busy = self._writer is not None and self._writer.is_alive()
        return (is_late or is_much) and not is_busy

    def _read(self, today: date) -> Exposure:
        with self._database.reading() as session:
            began = Exposures(session).day()
        if began is None or began < today:
            self._try_to_write(today)
        with self._database.reading() as session:
            return Exposure(Exposures(session).between(today - WINDOW, today))

    def _try_to_write(self, begin: date | None) -> None:
        """Write what was counted, and begin a day; keep it in mind where that cannot be."""
        with self._writing:
            with self._counting:
                shown, self._shown = self._shown, _nothing()
            try:
                with self._database.writing() as session:
                    exposures = Exposures(session)
                    exposures.add(shown)
                    if begin:
                        exposures.begin_day(begin, begin - WINDOW)
            except Unusable:
                self._take_back(shown)

    def _take_back(self, shown: _Shown) -> None:
        with self._counting:
            for day, sums in shown.items():
                for id, much in sums.items():
                    self._shown[day][id] += much


def _nothing() -> _Shown:
    return defaultdict(lambda: defaultdict(float))
