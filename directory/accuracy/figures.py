"""Figures of the whole directory, taken once a week: how many listings, how fresh, how calls went.

Each figure is a count among a whole, by name. Made-up listings of a demonstration are in none.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from directory.providers import Provider
from directory.providers.contact_reports import REPORT_KINDS
from directory.providers.freshness import FACTS
from directory.providers.standing import confirmed_on, standing, stated_facts

# The law's clock: a directory is verified every 90 days (42 USC 300gg-115).
VERIFIED_WITHIN = timedelta(days=90)
# Of those who called and told us: somebody answered, and of these, who had room.
ANSWERED = ("reached", "full", "wrong_insurance")
_HAD_ROOM_TO_TELL = ("reached", "full")


@dataclass(frozen=True, slots=True)
class WeeklyFigure:
    """One figure of one week, which is named by its Monday: a count among a whole.

    `public`: listings that anybody may see, among all. `kept`: those of them that somebody speaks
    for. `confirmed`: those of the public ones whose every stated fact was confirmed within 90 days;
    `fresh`: within its own clock. `resting`: kept listings that are hidden by their age, among all
    kept. `reports.KIND`: reports of calls, among all of the week. `answered` and `full`: see
    `rates`. `lapsed.FACT`: kept public listings whose word on it is past its clock, among those
    that ever confirmed it; `age.FACT`: the median of days since, among the same.
    """

    week: date
    name: str
    count: int
    whole: int

    @property
    def share(self) -> float | None:
        """The count as a share of the whole, None of nothing."""
        return self.count / self.whole if self.whole else None


@dataclass(slots=True)
class FreshnessTally:
    """Adds up kept listings one by one; a million leave sums alone."""

    today: date
    kept: int = 0
    public: int = 0
    confirmed: int = 0
    fresh: int = 0
    resting: int = 0
    lapsed: defaultdict[str, int] = field(default_factory=lambda: defaultdict(int))
    ages: defaultdict[str, Counter[int]] = field(default_factory=lambda: defaultdict(Counter))

    def add(self, provider: Provider) -> None:
        """Count one listing that somebody speaks for; made-up ones are left out."""
        if provider.demo or not provider.published:
            return
        self.kept += 1
        self.resting += provider.hidden_since is not None
        if not provider.is_public:
            return
        self.public += 1
        self.confirmed += is_confirmed(provider, self.today)
        found = standing(provider, True, self.today)
        self.fresh += found.has_badge
        for one in found.facts:
            if one.confirmed:
                self.lapsed[one.fact] += one.has_lapsed
                self.ages[one.fact][(self.today - one.confirmed).days] += 1


def is_confirmed(provider: Provider, today: date) -> bool:
    """Tell whether every fact that a listing states was confirmed within the last 90 days."""
    days = [confirmed_on(provider, fact) for fact in stated_facts(provider)]
    return bool(days) and all(day and today - day <= VERIFIED_WITHIN for day in days)


def figures_of(
    week: date, tally: FreshnessTally, public: int, listings: int, reports: Mapping[str, int]
) -> tuple[WeeklyFigure, ...]:
    """Return every figure of a week; `public` and `listings` count those without a keeper too."""
    found = (
        *_of_listings(tally, public, listings),
        *_of_reports(reports),
        *_of_facts(tally),
    )
    return tuple(WeeklyFigure(week, name, count, whole) for name, count, whole in found)


def rates(reports: Mapping[str, int]) -> Mapping[str, tuple[int, int]]:
    """Return how many of those who told of a call got an answer, and of whom heard: full.

    Whose number was wrong or who got no reply was not answered. Who heard of their insurance alone
    did not hear whether there is room.
    """
    told = {kind: reports.get(kind, 0) for kind in REPORT_KINDS}
    answered = sum(told[kind] for kind in ANSWERED)
    return {
        "answered": (answered, sum(told.values())),
        "full": (told["full"], sum(told[kind] for kind in _HAD_ROOM_TO_TELL)),
    }


def stalest(figures: Iterable[WeeklyFigure]) -> tuple[WeeklyFigure, ...]:
    """Return the facts by the share that is past its clock, the largest first."""
    found = [one for one in figures if one.name.startswith("lapsed.") and one.whole]
    return tuple(sorted(found, key=lambda one: (-(one.share or 0), one.name)))


def _of_listings(
    tally: FreshnessTally, public: int, listings: int
) -> Iterator[tuple[str, int, int]]:
    yield "public", public, listings
    yield "kept", tally.public, public
    yield "confirmed", tally.confirmed, public
    yield "fresh", tally.fresh, public
    yield "resting", tally.resting, tally.kept


def _of_reports(reports: Mapping[str, int]) -> Iterator[tuple[str, int, int]]:
    whole = sum(reports.get(kind, 0) for kind in REPORT_KINDS)
    for kind in REPORT_KINDS:
        yield f"reports.{kind}", reports.get(kind, 0), whole
    for name, (count, among) in rates(reports).items():
        yield name, count, among


def _of_facts(tally: FreshnessTally) -> Iterator[tuple[str, int, int]]:
    for fact in FACTS:
        if ages := tally.ages[fact]:
            yield f"lapsed.{fact}", tally.lapsed[fact], ages.total()
            yield f"age.{fact}", _median(ages), ages.total()


def _median(days: Counter[int]) -> int:
    """Return the number of days that half are at or below."""
    so_far = 0
    for day in sorted(days):
        so_far += days[day]
        if 2 * so_far >= days.total():
            break
    return day
