"""How it went: a person who called tells it, and the listing's quality record counts it."""

from directory.errors import Invalid, NotFound, Problem
from directory.providers.contact_reports import REPORT_KINDS, REPORTS_COUNT_FOR, DayOfReports
from directory.storage import ContactReports
from directory.workflows.merging.merged_away import standing_listing
from directory.workflows.opening import Directory


def report_contact(
    directory: Directory, provider_id: str, kind: str, instead_of: DayOfReports | None = None
) -> DayOfReports:
    """Count one report of today, in place of one that the same person takes back.

    Nothing about the person comes in here. What is older than the window is forgotten on the way.
    Raises NotFound for a listing that nobody can see, and Invalid for an unknown kind.
    """
    if kind not in REPORT_KINDS:
        message = f"{kind!r} is no kind of report: use {', '.join(REPORT_KINDS)}"
        raise Invalid((Problem("kind", message),))
    today = directory.today()
    with directory.database.writing() as session:
        found = standing_listing(session, provider_id)
        if found is None or not found.is_public:
            raise NotFound(f"no listing has the id {provider_id}")
        reports = ContactReports(session)
        if instead_of:
            reports.take_back(found.id, instead_of.kind, instead_of.day)
        reports.add(found.id, kind, today)
        reports.forget_before(today - REPORTS_COUNT_FOR)
    return DayOfReports(today, kind, 1)
