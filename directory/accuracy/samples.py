"""The calls of a week: what the operator chose, what was drawn, and what became of each call."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from directory.accuracy.calls import Heard, Said, Verdict, outcome
from directory.accuracy.confirming import OPENINGS, Days
from directory.accuracy.score import CallMade

USUAL_SIZE = 10
LARGEST_SIZE = 100
# A call can be noted, changed or taken back until the week after its own is over.
OPEN_FOR = timedelta(weeks=2)
KEPT_FOR = timedelta(weeks=105)


@dataclass(frozen=True, slots=True)
class CallPlan:
    """How many calls are drawn each week, 0 for none, and since when everybody may read of them."""

    size: int = USUAL_SIZE
    published_since: datetime | None = None


@dataclass(frozen=True, slots=True)
class Sample:
    """The sample of one week: its seed, among how many it was drawn, and when that was last done.

    `uncallable` public listings have no phone number, and so could not be drawn.
    """

    week: date
    seed: str
    population: int
    uncallable: int
    looked_on: date

    def is_open(self, today: date) -> bool:
        """Tell whether calls of it can still be noted."""
        return today < self.week + OPEN_FOR


@dataclass(frozen=True, slots=True)
class SampledCall:
    """One listing to call: which plan to ask about, and what was said and heard once it was.

    `confirmed` holds the facts that the call confirmed, with the days on which they were before.
    """

    id: str
    week: date
    place: int
    provider_id: str
    plan: str
    called_on: date | None = None
    entered_by: str | None = None
    said: Said | None = None
    heard: Heard | None = None
    verdicts: Mapping[str, Verdict] = field(default_factory=dict)
    confirmed: Days = field(default_factory=dict)

    @property
    def is_made(self) -> bool:
        """Whether what was heard is noted."""
        return self.heard is not None

    @property
    def wrong(self) -> tuple[str, ...]:
        """The facts that the call found wrong."""
        return tuple(fact for fact, found in self.verdicts.items() if found == "wrong")

    @property
    def confirmed_facts(self) -> tuple[str, ...]:
        """The facts that the call confirmed."""
        return tuple(fact for fact in self.confirmed if fact != OPENINGS)

    @property
    def outcome(self) -> Verdict:
        """Whether the listing was accurate; unknown while nobody called."""
        return outcome(self.verdicts) if self.is_made else "unknown"

    @property
    def made(self) -> CallMade | None:
        """What counts of it; nothing while nobody called."""
        return CallMade(self.verdicts, self.heard.wait_days) if self.heard else None


def call_id(week: date, place: int) -> str:
    """Return the id of the call at a place, counted from 1, of a week's sample."""
    return f"{week.isoformat()}-{place}"
