"""The page with the numbers of a listing."""

from dataclasses import dataclass

from directory.web.plots import Plot


@dataclass(frozen=True, slots=True)
class Chart:
    """One kind as a small plot of its weeks, and the newest; no plot where all are few."""

    title: str
    about: str
    latest: str
    plot: Plot | None


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
