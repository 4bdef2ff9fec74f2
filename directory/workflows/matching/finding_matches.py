"""From a request to explained matches: by columns where the engine keeps them, else one by one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from directory.columns import Listings
from directory.columns.lots import draw, lot_number
from directory.matching import (
    Exposure,
    MatchOutcome,
    MatchRequest,
    RankingTable,
    match,
    may_fit,
    screen,
    seed_of,
    unconfirmed,
)
from directory.providers import Provider
from directory.search import SearchEngine
from directory.storage import Providers

_FEW = 3
_UNCONFIRMED = 5
_LOADED_AT_ONCE = 100


@dataclass(frozen=True, slots=True)
class Found:
    """The matches, and where they are few, some listings that nobody has confirmed."""

    outcome: MatchOutcome
    unconfirmed: tuple[Provider, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """One request on one day; the database has the last word on every listing that is shown."""

    request: MatchRequest
    today: date
    limit: int
    providers: Providers
    table: RankingTable
    exposure: Exposure

    def by(self, engine: SearchEngine) -> Found:
        """Find the matches with the help of an engine."""
        words = self.request.text or ""
        listings = engine.listings(words)
        return self._one_by_one(engine, words) if listings is None else self._in_two_steps(listings)

    def _in_two_steps(self, listings: Sequence[Listings]) -> Found:
        """Look at all on their columns, and load only those who come first."""
        screened = screen(
            self.request,
            listings,
            self.today,
            self.limit,
            table=self.table,
            exposure=self.exposure,
        )
        outcome = match(
            self.request,
            self.providers.get_published(screened.ids),
            self.today,
            self.limit,
            screened.relevance,
            tally=screened.tally,
            table=self.table,
            exposure=self.exposure,
            beside=self.providers.get_published(screened.beside),
        )
        if outcome.total >= _FEW:
            return Found(outcome)
        return Found(
            outcome,
            self._fitting(unconfirmed(self.request, listings, self.today, _UNCONFIRMED)),
        )

    def _one_by_one(self, engine: SearchEngine, words: str) -> Found:
        """Load all who may treat in the state."""
        candidates = engine.candidates(self.request.state, words)
        outcome = match(
            self.request,
            self.providers.get_published(candidates.ids),
            self.today,
            self.limit,
            candidates.relevance,
            candidates.elsewhere,
            table=self.table,
            exposure=self.exposure,
        )
        if outcome.total >= _FEW:
            return Found(outcome)
        seed = seed_of(self.request, self.today)
        ids = sorted(candidates.unclaimed, key=lambda id: draw(lot_number(id), seed))
        return Found(outcome, self._fitting(ids))

    def _fitting(self, ids: Sequence[str]) -> tuple[Provider, ...]:
        """Load the first few of some unclaimed listings that may fit."""
        found: list[Provider] = []
        for start in range(0, len(ids), _LOADED_AT_ONCE):
            some = self.providers.get_published(ids[start : start + _LOADED_AT_ONCE])
            found += [one for one in some if may_fit(one, self.request, self.today)]
            if len(found) >= _UNCONFIRMED:
                break
        return tuple(found[:_UNCONFIRMED])
