"""What people look for and do not find, counted in passing: sums, and nothing of any person."""

from collections.abc import Iterable, Mapping
from datetime import date
from threading import Lock
from time import monotonic

from directory.matching import MatchRequest
from directory.providers.unmet_demand import (
    Found,
    UnmetSum,
    Wish,
    found_words,
    settle,
    wishes_of,
)
from directory.providers.view_counts import KEPT_FOR, week_of, whole_weeks
from directory.search import SearchQuery
from directory.storage import Database, UnmetSums
from directory.triage import read_own_words
from directory.workflows.matching.tally import Tally

_Key = tuple[Wish, Found]
# Whoever changes a search that found nobody looks for the same thing again within minutes.
_ONCE_IN = 600.0  # seconds
_MANY = 10_000  # wishes that are kept in mind


class Unmet:
    """One counter for all threads of a process."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._tally: Tally[_Key] = Tally(self._add)
        self._remembering = Lock()
        self._lately: dict[Wish, float] = {}

    def add(self, today: date, total: int, wishes: Iterable[Wish]) -> None:
        """Count a search that found so many people, where they are few."""
        if found := found_words(total):
            self._tally.add(week_of(today), [((wish, found), 1) for wish in wishes])

    def add_once(self, today: date, total: int, wishes: Iterable[Wish]) -> None:
        """Count a search of which nobody knows whose it is, without what was just looked for.

        So what one person drops, sorts and loads again counts once; what many look for in the same
        ten minutes counts once as well.
        """
        if found_words(total):
            self.add(today, total, self._not_lately(wishes))

    def write(self) -> None:
        """Write what was counted."""
        self._tally.write()

    def close(self) -> None:
        """Write what was counted, for nothing comes after it."""
        self._tally.close()

    def _not_lately(self, wishes: Iterable[Wish]) -> tuple[Wish, ...]:
        now = monotonic()
        with self._remembering:
            if len(self._lately) > _MANY:
                self._lately = {w: at for w, at in self._lately.items() if now - at < _ONCE_IN}
            new = tuple(w for w in wishes if now - self._lately.get(w, -_ONCE_IN) >= _ONCE_IN)
            self._lately.update(dict.fromkeys(new, now))
        return new

    def _add(self, sums: Mapping[date, Mapping[_Key, float]]) -> None:
        counted = [
            UnmetSum(week, wish, found, int(count), since=week)
            for week, amounts in sums.items()
            for (wish, found), count in sorted(amounts.items())
        ]
        with self._database.writing() as session:
            UnmetSums(session).add(counted)


def wishes_of_search(query: SearchQuery, state: str) -> tuple[Wish, ...]:
    """Return what is counted of a search: codes alone, and nothing where danger is heard.

    Words count as the concern that they name; where they name none, they may be somebody's name,
    and nobody is missing.
    """
    asked = dict(query.filters)
    if query.text:
        read = read_own_words(query.text, limit=1)
        if read.safety_flags or read.out_of_scope or not read.suggestions:
            return ()
        asked["concern"] = (*asked.get("concern", ()), read.suggestions[0].code)
    return wishes_of(state, asked)


def wishes_of_request(request: MatchRequest) -> tuple[Wish, ...]:
    """Return what is counted of a triage: nothing where it speaks of any danger or is urgent."""
    if request.safety_flags or request.is_acute:
        return ()
    asked = {
        "concern": request.concerns,
        "format": request.formats,
        "payer": filter(None, (request.cost.payer,)),
        **{factor: _wished(request, factor) for factor in ("language", "license")},
    }
    return wishes_of(request.state, asked)


def settle_unmet(session_sums: UnmetSums, today: date) -> None:
    """Tell what five have come together in since the week that is over, within a transaction."""
    running = week_of(today)
    if session_sums.is_any_before(running):
        done = settle(session_sums.take_before(running), whole_weeks(today)[-1], running)
        session_sums.tell(done.told)
        session_sums.add(done.waits)
    session_sums.forget_before(week_of(today - KEPT_FOR))


def _wished(request: MatchRequest, factor: str) -> tuple[str, ...]:
    return tuple(
        one.value for one in request.preferences if one.factor == factor and one.strength != "avoid"
    )
