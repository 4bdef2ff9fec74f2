"""Where a listing would stand for a request, with a draft in place of what is stored.

It is asked of the real directory, and nothing of it is counted as shown or kept.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
from numpy.typing import NDArray

from directory.columns import Columns, ColumnsBuilder, Documents, Listings, MemoryArrays
from directory.columns.bits import full, taken_out
from directory.matching import Exposure, Match, MatchRequest, match, screen
from directory.matching.case import Case
from directory.matching.eligibility import Objection, objections
from directory.matching.wish import Wish
from directory.providers import Provider
from directory.storage import Providers
from directory.workflows.indexing import catch_up
from directory.workflows.opening import Directory

# Whoever stands further down than this is not told how far.
COUNTED = 2000


@dataclass(frozen=True, slots=True)
class Against:
    """Why a listing is not shown: the reason, and the wish that it is about, if it is one."""

    reason: str
    wish: Wish | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a listing stands among all who may be matched, or what is against it.

    `rank` is None where it is not shown, or stands behind COUNTED others.
    """

    total: int
    rank: int | None = None
    match: Match | None = None
    against: tuple[Against, ...] = ()


def listing_reach(directory: Directory, listing: Provider, request: MatchRequest) -> Place:
    """Tell where a listing would stand today, were it public as it is given."""
    catch_up(directory)
    shown = listing.model_copy(update={"claimed": True, "published": True, "hidden_since": None})
    looking = _Looking(directory, request, shown, directory.today())
    total, ids = looking.order()
    case = Case(request, shown, looking.today, table=directory.ranking)
    if found := objections(case):
        return Place(total, against=tuple(_against(case, found)))
    (found_match,) = match(request, [shown], looking.today, table=directory.ranking).matches
    return Place(total, ids.index(shown.id) + 1 if shown.id in ids else None, found_match)


@dataclass(frozen=True, slots=True)
class _Looking:
    """One request before the whole directory, with one listing as it is given."""

    directory: Directory
    request: MatchRequest
    shown: Provider
    today: date

    def order(self) -> tuple[int, Sequence[str]]:
        """Return how many may be matched, and the ids of the first of them in their order."""
        exposure = self.directory.showings.before(self.today)
        stored = self.directory.engine.listings("")
        return self._loaded(exposure) if stored is None else self._screened(stored, exposure)

    def _screened(self, stored: Sequence[Listings], exposure: Exposure) -> tuple[int, list[str]]:
        sets = [_without(one, self.shown.id) for one in stored]
        screened = screen(
            self.request,
            [*sets, _alone(self.shown, self.today)],
            self.today,
            COUNTED,
            table=self.directory.ranking,
            exposure=exposure,
        )
        return screened.tally.total, list(screened.ids[:COUNTED])

    def _loaded(self, exposure: Exposure) -> tuple[int, list[str]]:
        """Load all who may treat in the state, where the engine keeps no columns."""
        candidates = self.directory.engine.candidates(self.request.state, "")
        with self.directory.database.reading() as session:
            found = Providers(session).get_published(candidates.ids)
        others = [provider for provider in found if provider.id != self.shown.id]
        outcome = match(
            self.request,
            [*others, self.shown],
            self.today,
            COUNTED,
            table=self.directory.ranking,
            exposure=exposure,
        )
        return outcome.total, [one.provider.id for one in outcome.matches]


def _without(listings: Listings, id: str) -> Listings:
    gone = listings.columns.documents_of([id])
    return replace(listings, current=taken_out(listings.current, gone))


def _alone(provider: Provider, today: date) -> Listings:
    """Return a set of one listing."""
    memory = MemoryArrays()
    builder = ColumnsBuilder(memory)
    builder.add([provider])
    builder.write()
    return Listings(Columns(memory.arrays(), today), full(1), _irrelevant)


def _irrelevant(documents: Documents) -> NDArray[np.float64]:
    """Nobody's own words are looked for."""
    return np.zeros(len(documents), np.float64)


def _against(case: Case, found: Sequence[Objection]) -> Iterator[Against]:
    """Yield each reason once; a wish that is not met has its own words."""
    for objection in found:
        if objection.reason != "must_have":
            yield Against(objection.reason)
    for wish in case.wishes:
        if wish.hard and wish.state == "not_met":
            yield Against("must_have", wish)
