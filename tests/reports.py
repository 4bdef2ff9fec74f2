"""What people told of listings, as sums that a test can read."""

from collections import defaultdict
from datetime import date

from directory.providers.contact_reports import REPORT_KINDS
from directory.storage import ContactReports
from directory.workflows import Directory


def told_since(directory: Directory, day: date) -> dict[str, dict[str, int]]:
    """Return how often each kind was told of each listing from a day on."""
    with directory.database.reading() as session:
        told = ContactReports(session).told_since(day, REPORT_KINDS)
    sums: defaultdict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for provider_id, days in told.items():
        for one in days:
            sums[provider_id][one.kind] += one.reports
    return {id: dict(kinds) for id, kinds in sums.items()}
