"""What people do with listings, counted in passing: sums by week, and nothing of any person."""

from collections.abc import Iterable, Mapping
from datetime import date

from directory.providers.view_counts import VIEW_KINDS, WeekCount, week_of
from directory.storage import Database, ViewCounts
from directory.workflows.matching.tally import Tally

_Key = tuple[str, str]  # a listing and a kind


class Views:
    """One counter for all threads of a process."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._tally: Tally[_Key] = Tally(self._add)

    def add(self, today: date, kind: str, ids: Iterable[str]) -> None:
        """Count that something was done with some listings; raise ValueError for another kind."""
        if kind not in VIEW_KINDS:
            raise ValueError(f"{kind!r} is not counted: use one of {', '.join(VIEW_KINDS)}")
        self._tally.add(week_of(today), [((id, kind), 1) for id in ids])

    def write(self) -> None:
        """Write what was counted."""
        self._tally.write()

    def close(self) -> None:
        """Write what was counted, for nothing comes after it."""
        self._tally.close()

    def _add(self, sums: Mapping[date, Mapping[_Key, float]]) -> None:
        counts = [
            (id, WeekCount(week, kind, int(count)))
            for week, amounts in sums.items()
            for (id, kind), count in sorted(amounts.items())
        ]
        with self._database.writing() as session:
            ViewCounts(session).add(counts)
