"""The page with the numbers of a listing."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bar:
    """One week of a chart; `height` in units of the picture, 0 where the count is not shown."""

    x: int
    y: int
    height: int


@dataclass(frozen=True, slots=True)
class Chart:
    """One kind as a small picture, with the words that say the same; no bars where all are few."""

    title: str
    about: str
    latest: str
    bars: tuple[Bar, ...]
    said: str


@dataclass(frozen=True, slots=True)
class WeekRow:
    """One week of the table, with what is shown of each kind."""

    week: str
    counts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NumbersPage:
    """What people did with a listing, and what they told of their calls."""

    title: str
    name: str
    back_href: str
    views: tuple[Chart, ...]
    reports: tuple[Chart, ...]
    columns: tuple[str, ...]
    rows: tuple[WeekRow, ...]
    fewest: int
    few: str
