"""Plots as pages draw them: the coordinates of lines, bands and bars, and a table beside them.

Every word comes from the caller, so a page may pass sentences that are told in any language. A
picture is stretched to the room that it has: only shapes lie in it, and its words are those of the
page, which are never stretched or made small.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

# A picture in its own units; templates/components/plots.html draws it.
WIDTH, HEIGHT = 600, 100
_BAR = 0.72  # of the room of one bar
_LEAST = 2.0  # so high is the bar of any number that is not zero
_TOPS = (1, 2, 3, 5)  # times two: the number halfway up is a whole one


@dataclass(frozen=True, slots=True)
class Point:
    """One place along a plot, such as a week; `value` is None where it is not known or not shown.

    `told` is the value as the table says it, `low` and `high` are the ends of its interval.
    """

    label: str
    value: float | None
    told: str
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar in units of the picture."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Plot:
    """A picture with its words; `said` is what it shows in a sentence.

    `ticks` are the numbers of the upright axis from the top down, `ends` the first and the last
    label of the other. `line`, `band` and `dots` are paths. Without `rows` there is no table.
    """

    title: str
    said: str
    ticks: tuple[str, ...]
    ends: tuple[str, ...]
    bars: tuple[Bar, ...] = ()
    band: str = ""
    line: str = ""
    dots: str = ""
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    as_table: str = "The same as a table"


@dataclass(frozen=True, slots=True)
class RankedRow:
    """One row of a ranking: its name, its number in words, and how long its bar is, 0 to 100."""

    label: str
    told: str
    length: float
    href: str = ""


def number(value: float) -> str:
    """Write a number in English without what lies behind its point."""
    return f"{value:,.0f}"


def percent(share: float) -> str:
    """Write a share of one in English as whole percents."""
    return f"{share:.0%}"


def bar_plot(
    title: str,
    said: str,
    points: Sequence[Point],
    *,
    columns: tuple[str, str] | None = None,
    told: Callable[[float], str] = number,
    top: float | None = None,
    as_table: str = "The same as a table",
) -> Plot:
    """Return a plot of bars; with the titles of two `columns` it has a table.

    `told` writes the numbers of the axis, `top` is the highest one where it is given beforehand.
    """
    top = top or nice_top(_highest(points))
    return Plot(
        title=title,
        said=said,
        ticks=_ticks(top, told),
        ends=_ends(points),
        bars=tuple(_bars(points, top)),
        columns=columns or (),
        rows=_rows(points) if columns else (),
        as_table=as_table,
    )


def line_plot(
    title: str,
    said: str,
    points: Sequence[Point],
    *,
    columns: tuple[str, str] | None = None,
    told: Callable[[float], str] = number,
    top: float | None = None,
    as_table: str = "The same as a table",
) -> Plot:
    """Return a plot of a line that breaks off where nothing is known, in a band of its intervals.

    `told` writes the numbers of the axis, `top` is the highest one where it is given beforehand.
    """
    top = top or nice_top(_highest(points))
    runs = tuple(_runs(points))
    return Plot(
        title=title,
        said=said,
        ticks=_ticks(top, told),
        ends=_ends(points),
        band="".join(_band(points, run, top) for run in runs),
        line="".join(_line(points, run, top) for run in runs if len(run) > 1),
        dots="".join(f"{_at(points, place, _value(points[place]), top)}h0" for place in _all(runs)),
        columns=columns or (),
        rows=_rows(points) if columns else (),
        as_table=as_table,
    )


def ranking(rows: Sequence[tuple[str, float, str]]) -> tuple[RankedRow, ...]:
    """Return names with their numbers, each as a number and in words, as bars that lie down."""
    most = max((value for _, value, _ in rows), default=0) or 1
    return tuple(RankedRow(name, told, round(100 * value / most, 1)) for name, value, told in rows)


def nice_top(most: float) -> float:
    """Return the least round number that is no less, for the upper end of an axis."""
    tenfold = 1
    while True:
        for step in _TOPS:
            if 2 * step * tenfold >= most:
                return 2 * step * tenfold
        tenfold *= 10


def _highest(points: Sequence[Point]) -> float:
    ends = (end for one in points for end in (one.value, one.high) if end is not None)
    return max(ends, default=0)


def _ticks(top: float, told: Callable[[float], str]) -> tuple[str, ...]:
    return told(top), told(top / 2), told(0)


def _ends(points: Sequence[Point]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.label for one in (*points[:1], *points[-1:])))


def _rows(points: Sequence[Point]) -> tuple[tuple[str, ...], ...]:
    """Return the table, what is newest first."""
    return tuple((one.label, one.told) for one in reversed(points))


def _bars(points: Sequence[Point], top: float) -> Iterator[Bar]:
    for place, one in enumerate(points):
        if one.value:
            room = WIDTH / len(points)
            height = max(_LEAST, HEIGHT - _height(one.value, top))
            x = room * (place + (1 - _BAR) / 2)
            yield Bar(round(x, 1), round(HEIGHT - height, 1), round(room * _BAR, 1), height)


def _runs(points: Sequence[Point]) -> Iterator[tuple[int, ...]]:
    """Yield the places of the points that are known, as far as they lie side by side."""
    run: list[int] = []
    for place, one in enumerate(points):
        if one.value is None:
            yield from [tuple(run)] if run else []
            run = []
        else:
            run.append(place)
    yield from [tuple(run)] if run else []


def _all(runs: Sequence[tuple[int, ...]]) -> Iterator[int]:
    for run in runs:
        yield from run


def _line(points: Sequence[Point], run: Sequence[int], top: float) -> str:
    return _through([_xy(points, place, _value(points[place]), top) for place in run])


def _band(points: Sequence[Point], run: Sequence[int], top: float) -> str:
    """Return the band around a line; a point that stands alone has one as wide as a bar."""
    known = [place for place in run if points[place].low is not None]
    if not known:
        return ""
    aside = WIDTH / len(points) * _BAR / 2 if len(known) == 1 else 0
    upper = [_xy(points, place, points[place].high or 0, top) for place in known]
    lower = [_xy(points, place, points[place].low or 0, top) for place in reversed(known)]
    if aside:
        upper = [(upper[0][0] - aside, upper[0][1]), (upper[0][0] + aside, upper[0][1])]
        lower = [(lower[0][0] + aside, lower[0][1]), (lower[0][0] - aside, lower[0][1])]
    return f"{_through([*upper, *lower])}z"


def _through(places: Sequence[tuple[float, float]]) -> str:
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in places)


def _at(points: Sequence[Point], place: int, value: float, top: float) -> str:
    return _through([_xy(points, place, value, top)])


def _xy(points: Sequence[Point], place: int, value: float, top: float) -> tuple[float, float]:
    return WIDTH / len(points) * (place + 0.5), _height(value, top)


def _height(value: float, top: float) -> float:
    return round(HEIGHT * (1 - min(value, top) / top), 1)


def _value(point: Point) -> float:
    return point.value or 0.0
