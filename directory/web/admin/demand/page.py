"""From sums that may be told to the page of unmet demand."""

from collections.abc import Callable, Sequence
from datetime import date

from directory.providers.unmet_demand import SUBJECTS, Subject, UnmetSum, Wish
from directory.providers.view_counts import FEWEST
from directory.sentences import ENGLISH
from directory.web.admin.demand.pages import DemandPage, Ranking, Recruit, StateOption
from directory.web.admin.demand.words import (
    SUBJECT_WORDS,
    label_of,
    listed_words,
    recruit_words,
    search_href,
    state_words,
)
from directory.web.plots import Plot, Point, bar_plot, ranking
from directory.workflows.matching.read_demand import Demand, Gap

_RECRUITS, _RANKED = 10, 10


def demand_page(
    demand: Demand, states: Sequence[str], state: str | None, listed: Callable[[Wish], int]
) -> DemandPage:
    """Return the page; `listed` counts who is listed for a wish today."""
    return DemandPage(
        title="Unmet demand",
        span=f"{ENGLISH.day(demand.weeks[0])} to {ENGLISH.day(_last_day(demand))}",
        fewest=FEWEST,
        states=_options(states, state),
        recruits=tuple(_recruit(gap, listed) for gap in demand.gaps[:_RECRUITS]),
        plot=_plot(demand) if demand.sums else None,
        rankings=tuple(filter(None, (_ranking(demand.gaps, one) for one in SUBJECTS))),
        csv_href="/admin/demand.csv",
    )


def _last_day(demand: Demand) -> date:
    week = demand.weeks[-1]
    return date.fromordinal(week.toordinal() + 6)


def _options(states: Sequence[str], chosen: str | None) -> tuple[StateOption, ...]:
    named = sorted(states, key=state_words)
    every = StateOption("", "All states", chosen is None)
    return (every, *(StateOption(one or "-", state_words(one), one == chosen) for one in named))


def _recruit(gap: Gap, listed: Callable[[Wish], int]) -> Recruit:
    return Recruit(recruit_words(gap), listed_words(listed(gap.wish)), search_href(gap.wish))


def _plot(demand: Demand) -> Plot:
    sums = [_of_week(demand.sums, week) for week in demand.weeks]
    points = [
        Point(f"{week:%b} {week.day}", count, f"{count:,}" if count else "None told")
        for week, count in zip(demand.weeks, sums, strict=True)
    ]
    said = (
        f"{sums[-1]:,} in the last week and {sum(sums):,} in all {len(sums)} weeks. A search with"
        " three wishes counts three times."
    )
    return bar_plot(
        "What was looked for in vain, by week", said, points, columns=("Week of", "Wishes")
    )


def _of_week(sums: Sequence[UnmetSum], week: date) -> int:
    return sum(one.count for one in sums if one.week == week)


def _ranking(gaps: Sequence[Gap], subject: Subject) -> Ranking | None:
    found = sorted((g for g in gaps if g.wish.subject == subject), key=lambda gap: -gap.whole)
    rows = [
        (f"{label_of(gap.wish)}, {state_words(gap.wish.state)}", gap.whole, f"{gap.whole:,}")
        for gap in found[:_RANKED]
    ]
    title = SUBJECT_WORDS[subject]
    return Ranking(title, "Searches", ranking(rows)) if rows else None
