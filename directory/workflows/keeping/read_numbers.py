"""What those who keep a listing may read of what people did with it."""

from datetime import date

from directory.providers.contact_reports import REPORT_KINDS
from directory.providers.view_counts import (
    VIEW_KINDS,
    Series,
    WeekCount,
    series_of,
    week_of,
    whole_weeks,
)
from directory.storage import ContactReports, ViewCounts
from directory.workflows.opening import Directory


def read_numbers(directory: Directory, provider_id: str) -> tuple[Series, ...]:
    """Return the weeks of each kind, of what was done first and then of what was told of calls."""
    today = directory.today()
    since = whole_weeks(today)[0]
    with directory.database.reading() as session:
        views = ViewCounts(session).of_listing(provider_id, since)
        reports = ContactReports(session).of_listing(provider_id, since)
    told = [WeekCount(week_of(one.day), one.kind, one.reports) for one in reports]
    return tuple(_series(VIEW_KINDS, views, today) + _series(REPORT_KINDS, told, today))


def _series(
    kinds: tuple[str, ...], counts: tuple[WeekCount, ...] | list[WeekCount], today: date
) -> list[Series]:
    return [series_of(kind, counts, today) for kind in kinds]
