"""The overview, the demand and the log, when all the rooms have something to tell."""

from datetime import timedelta

from directory.accuracy.figures import WeeklyFigure
from directory.providers.unmet_demand import UnmetSum, Wish
from directory.providers.view_counts import whole_weeks
from directory.storage import UnmetSums, Vitals, WeeklyFigures
from directory.workflows.working.vital_signs import WORKER
from tests.accounts import sign_in
from tests.journeys.admins.visit import Visit
from tests.permissions.sides import account_of


def see_overview(visit: Visit) -> None:
    """See the pages that tell of all others."""
    _tell_of_weeks(visit)
    visit.look("the overview", "/admin")
    visit.look("the queue", "/admin/queue")
    for kind in ("notice", "removal", "check", "nonsense"):
        visit.look(f"the queue, {kind}", f"/admin/queue?show={kind}")
    visit.look("demand", "/admin/demand")
    visit.look("demand of one state", "/admin/demand?state=TX")
    visit.look("demand as a file", "/admin/demand.csv")
    visit.look("the log", "/admin/audit")
    visit.look("a part of the log", "/admin/audit?room=listing&since=2026-11-01")
    visit.look(
        "a part of the log in which nothing is", "/admin/audit?room=listing&until=2026-11-01"
    )
    visit.look("the log asked for nonsense", "/admin/audit?room=none&since=99")
    for page in ("/admin", "/admin/queue", "/admin/listings", "/admin/imports", "/admin/truth"):
        client = sign_in(visit.here.app, account_of("reader"), visit.here.clock(), True)
        visit.sight.look(client, page, f"reader: {page}", f"reader: {page}")


def _tell_of_weeks(visit: Visit) -> None:
    weeks = whole_weeks(visit.here.directory.today())
    wishes = [
        (Wish("OH", "language", "es"), 40),
        (Wish("TX", "payer", "medicaid"), 12),
        (Wish("", "concern", "panic"), 9),
    ]
    figures = [
        WeeklyFigure(week, name, count + place, 120)
        for place, week in enumerate(weeks)
        for name, count in (("public", 90), ("confirmed", 40))
    ]
    with visit.here.directory.database.writing() as session:
        UnmetSums(session).tell(
            [UnmetSum(weeks[-1], wish, "nobody", count, weeks[-1]) for wish, count in wishes]
        )
        WeeklyFigures(session).put(figures)
        Vitals(session).note(WORKER, visit.here.clock() - timedelta(minutes=1))
