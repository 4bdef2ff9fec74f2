"""From one look at the directory to the overview."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from directory.accuracy.figures import WeeklyFigure
from directory.audit import Entry
from directory.providers.desk_lines import DeskLine
from directory.providers.view_counts import whole_weeks
from directory.web.admin.amounts import counted
from directory.web.admin.demand.words import recruit_words
from directory.web.admin.overview.needs import needs_of
from directory.web.admin.overview.pages import Change, OverviewPage, Part
from directory.web.admin.overview.parts import parts_of
from directory.web.admin.overview.steps import steps_of
from directory.web.plots import Plot, Point, bar_plot, line_plot, percent
from directory.web.times import told_time
from directory.workflows.matching.read_demand import Gap
from directory.workflows.working.look_over import Overview
from directory.workflows.working.what_waits import Beside

_NONE = "Not counted"
_MISSED = 3


@dataclass(frozen=True, slots=True)
class Desk:
    """What waits: the lines of the queue, and how much there is beside it."""

    lines: Sequence[DeskLine]
    beside: Mapping[Beside, int]


def overview_page(
    seen: Overview,
    desk: Desk,
    figures: Mapping[str, Sequence[WeeklyFigure]],
    gaps: Sequence[Gap],
) -> OverviewPage:
    """Return the overview; `figures` are those of the last weeks, by name."""
    parts = tuple(parts_of(seen))
    today = seen.now.date()
    return OverviewPage(
        title="Overview",
        lead=f"{_up(parts)} {_waiting(desk, today)}",
        steps=steps_of(seen),
        has_demo=bool(seen.listings.whole),
        parts=parts,
        needs=tuple(needs_of(desk.lines, desk.beside, today)),
        missed=tuple(map(recruit_words, gaps[:_MISSED])),
        plots=tuple(_plots(whole_weeks(today), figures)),
        changes=tuple(map(_change, seen.changes)),
        looked_at=told_time(seen.now),
    )


def _up(parts: Sequence[Part]) -> str:
    wrong = [part.name for part in parts if part.state in {"look", "broken"}]
    if not wrong:
        return "Everything works."
    need = "needs" if len(wrong) == 1 else "need"
    return f"{_listed(wrong)} {need} a look."


def _listed(names: Sequence[str]) -> str:
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last


def _waiting(desk: Desk, today: date) -> str:
    if not desk.lines:
        return "Nothing waits in the queue."
    waits = counted(len(desk.lines), "thing waits", "things wait")
    late = sum(line.is_late(today) for line in desk.lines)
    return f"{waits} in the queue, {late:,} late." if late else f"{waits} in the queue."


def _plots(weeks: Sequence[date], figures: Mapping[str, Sequence[WeeklyFigure]]) -> list[Plot]:
    public = {one.week: one for one in figures["public"]}
    confirmed = {one.week: one for one in figures["confirmed"]}
    plots = []
    if public:
        points = [_count(week, public.get(week)) for week in weeks]
        title = "Listings that patients see"
        plots.append(bar_plot(title, _said(points), points, columns=("Week of", "Listings")))
    if any(one.whole for one in confirmed.values()):
        points = [_share(week, confirmed.get(week)) for week in weeks]
        title = "Confirmed within 90 days"
        columns = ("Week of", "Share of the listings")
        plots.append(line_plot(title, _said(points), points, columns=columns, told=percent, top=1))
    return plots


def _count(week: date, figure: WeeklyFigure | None) -> Point:
    told = f"{figure.count:,}" if figure else _NONE
    return Point(_label(week), figure.count if figure else None, told)


def _share(week: date, figure: WeeklyFigure | None) -> Point:
    share = figure.share if figure else None
    return Point(_label(week), share, _NONE if share is None else percent(share))


def _label(week: date) -> str:
    return f"{week:%b} {week.day}"


def _said(points: Sequence[Point]) -> str:
    known = [point for point in points if point.value is not None]
    first, last = known[0], known[-1]
    if first is last:
        return f"{last.told} in the week of {last.label}."
    return f"{first.told} in the week of {first.label}, {last.told} in that of {last.label}."


def _change(entry: Entry) -> Change:
    room, _, verb = entry.action.partition(".")
    what = f"{room.replace('_', ' ').capitalize()} {verb.replace('_', ' ')}: {entry.subject}"
    who = f"by an {entry.role}" if entry.role in {"owner", "editor"} else f"by a {entry.role}"
    return Change(what, who if entry.role else "by the worker or a command", told_time(entry.at))
