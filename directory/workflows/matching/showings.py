"""What was shown to people: counted while matching, read every morning, so that turns are taken."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta
from math import log2
from threading import Lock

from directory.matching import Exposure
from directory.storage import Database, Exposures
from directory.workflows.matching.tally import Tally

# So long a showing counts: whoever is new catches up within weeks, and old luck is forgotten.
WINDOW = timedelta(days=28)


def attention(rank: int) -> float:
    """Return how much attention the place of a rank gets, the first being 1.

    Source: the discount of the DCG measure (Järvelin, Kekäläinen 2002).
    """
    return 1 / log2(1 + rank)


class Showings:
    """One counter for all threads of a process; nothing about a request ever enters it."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._tally: Tally[str] = Tally(self._add)
        self._reading = Lock()
        self._morning: tuple[date, Exposure] | None = None

    def before(self, today: date) -> Exposure:
        """Return how much listings were shown in the days before today; it is read once a day."""
        with self._reading:
            if self._morning is None or self._morning[0] != today:
                self._morning = today, self._read(today)
            return self._morning[1]

    def add(self, today: date, ids: Sequence[str], seen: Collection[str] = ()) -> None:
        """Count listings as shown, the first at rank 1, without those whom the same person saw."""
        ranked = enumerate(ids, start=1)
        self._tally.add(today, [(id, attention(rank)) for rank, id in ranked if id not in seen])

    def write(self) -> None:
        """Write what was counted."""
        self._tally.write()

    def close(self) -> None:
        """Write what was counted, for nothing comes after it."""
        self._tally.close()

    def _read(self, today: date) -> Exposure:
        with self._database.reading() as session:
            began = Exposures(session).day()
        if began is None or began < today:
            self._tally.write_by(lambda shown: self._add(shown, today))
        with self._database.reading() as session:
            return Exposure(Exposures(session).between(today - WINDOW, today))

    def _add(self, shown: Mapping[date, Mapping[str, float]], begin: date | None = None) -> None:
        """Write sums, and begin a day where one is named."""
        with self._database.writing() as session:
            exposures = Exposures(session)
            exposures.add(shown)
            if begin:
                exposures.begin_day(begin, begin - WINDOW)
