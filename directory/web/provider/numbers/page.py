"""From the sums of a listing to small charts and the words that say the same."""

from collections.abc import Mapping, Sequence
from datetime import date

from directory.providers import Provider
from directory.providers.view_counts import FEWEST, VIEW_KINDS, Series
from directory.web.plots import Plot, Point, bar_plot
from directory.web.provider.numbers.pages import Chart, NumbersPage, WeekRow

_FEW = f"fewer than {FEWEST}"
_TITLES: Mapping[str, tuple[str, str]] = {
    "shown": ("Shown", "in a search or among the matches of a person"),
    "opened": ("Opened", "your page, by anyone, you included"),
    "kept": ("Kept", "on somebody’s list"),
    "contacted": ("Written to", "through this site"),
    "reached": ("Reached you", "people who called told us"),
    "full": ("You were full", "people who called told us"),
    "no_reply": ("No reply", "people who called told us"),
    "wrong_insurance": ("Insurance was wrong", "people who called told us"),
    "wrong_number": ("Number was wrong", "people who called told us"),
}


def numbers_page(provider: Provider, series: Sequence[Series]) -> NumbersPage:
    """Return the page of a listing's numbers."""
    weeks = series[0].weeks
    return NumbersPage(
        title="Your numbers",
        name=provider.name,
        back_href=f"/my/listing/{provider.id}",
        views=tuple(_chart(one) for one in series if one.kind in VIEW_KINDS),
        reports=tuple(_chart(one) for one in series if one.kind not in VIEW_KINDS),
        columns=tuple(_TITLES[one.kind][0] for one in series),
        rows=tuple(
            WeekRow(_day(week), tuple(_told(one.counts[place]) for one in series))
            for place, week in reversed(list(enumerate(weeks)))
        ),
        fewest=FEWEST,
        few=f"{_FEW.capitalize()} in each week",
    )


def _chart(series: Series) -> Chart:
    title, about = _TITLES[series.kind]
    return Chart(
        title=title,
        about=about,
        latest=_told(series.counts[-1]),
        plot=None if series.is_empty else _plot(title, series),
    )


def _plot(title: str, series: Series) -> Plot:
    weeks = zip(series.weeks, series.counts, strict=True)
    points = [Point(_day(week), count, _told(count)) for week, count in weeks]
    return bar_plot(title, _said(title, series), points)


def _said(title: str, series: Series) -> str:
    shown = [count for count in series.counts if count is not None]
    span = f"{min(shown)}" if min(shown) == max(shown) else f"{min(shown)} to {max(shown)}"
    few = len(series.counts) - len(shown)
    more = f", and {_FEW} in {few} more" if few else ""
    weeks = "1 week" if len(shown) == 1 else f"{len(shown)} weeks"
    return f"{title}: {span} in {weeks}{more}."


def _told(count: int | None) -> str:
    return f"{count:,}" if count is not None else _FEW


def _day(day: date) -> str:
    return f"{day:%b} {day.day}"
