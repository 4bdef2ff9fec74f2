"""What may be told of what people looked for and did not find."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from directory.providers.unmet_demand import Found, UnmetSum, Wish
from directory.providers.view_counts import whole_weeks
from directory.search import SearchQuery
from directory.storage import UnmetSums
from directory.workflows.indexing import catch_up
from directory.workflows.opening import Directory


@dataclass(frozen=True, slots=True)
class Gap:
    """One wish in one state, with the searches that found nobody, and those that found few.

    None where no number may be told.
    """

    wish: Wish
    nobody: int | None
    few: int | None

    @property
    def whole(self) -> int:
        """All searches of it that may be told."""
        return (self.nobody or 0) + (self.few or 0)


@dataclass(frozen=True, slots=True)
class Demand:
    """The sums of the last weeks, the oldest first, and the same by wish, the largest first."""

    weeks: tuple[date, ...]
    sums: tuple[UnmetSum, ...]
    gaps: tuple[Gap, ...]


def read_demand(directory: Directory, state: str | None = None) -> Demand:
    """Return what may be told of the last weeks, of one state or of all; "" is no state named."""
    weeks = whole_weeks(directory.today())
    with directory.database.reading() as session:
        told = UnmetSums(session).told_since(weeks[0])
    sums = tuple(one for one in told if state is None or one.wish.state == state)
    return Demand(weeks, sums, gaps_of(sums))


def gaps_of(sums: Iterable[UnmetSum]) -> tuple[Gap, ...]:
    """Add sums up by wish; those for which most found nobody come first."""
    counts: dict[Wish, dict[Found, int]] = {}
    for one in sums:
        of_wish = counts.setdefault(one.wish, {})
        of_wish[one.found] = of_wish.get(one.found, 0) + one.count
    gaps = (Gap(wish, found.get("nobody"), found.get("few")) for wish, found in counts.items())
    return tuple(sorted(gaps, key=lambda gap: (-(gap.nobody or 0), -gap.whole, gap.wish)))


def listed_now(directory: Directory, wish: Wish) -> int:
    """Count who is listed today for one wish alone."""
    catch_up(directory)
    filters: dict[str, tuple[str, ...]] = {wish.subject: (wish.code,)}
    if wish.state:
        filters["state"] = (wish.state,)
    return directory.engine.search(SearchQuery(filters=filters, page_size=1, facets=())).total
