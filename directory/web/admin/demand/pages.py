"""The page of unmet demand."""

from dataclasses import dataclass

from directory.web.plots import Plot, RankedRow


@dataclass(frozen=True, slots=True)
class StateOption:
    """One state to choose; `text` is named so for the select of the frontend."""

    value: str
    text: str
    selected: bool


@dataclass(frozen=True, slots=True)
class Recruit:
    """Somebody to look for: what was looked for, who is listed for it today, and where."""

    says: str
    listed: str
    href: str


@dataclass(frozen=True, slots=True)
class Ranking:
    """The wishes of one subject, the largest first."""

    title: str
    column: str
    rows: tuple[RankedRow, ...]


@dataclass(frozen=True, slots=True)
class DemandPage:
    """What was looked for and not found; without a plot nothing may be told yet."""

    title: str
    span: str
    fewest: int
    states: tuple[StateOption, ...]
    recruits: tuple[Recruit, ...]
    plot: Plot | None
    rankings: tuple[Ranking, ...]
    csv_href: str
