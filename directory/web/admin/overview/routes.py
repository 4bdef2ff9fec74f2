"""The overview: one look at everything."""

from flask import Blueprint

from directory.providers.view_counts import whole_weeks
from directory.storage import WeeklyFigures
from directory.web.access import current_directory, current_settings
from directory.web.admin.overview.page import Desk, overview_page
from directory.web.admin.queue.lines import desk_lines
from directory.web.rendering import render_page
from directory.workflows.matching.read_demand import read_demand
from directory.workflows.working.look_over import look_over
from directory.workflows.working.what_waits import what_waits

pages = Blueprint("overview", __name__)
_FIGURES = ("public", "confirmed")


@pages.get("/admin")
def see() -> str:
    """Show whether it is up, whether it is fresh, what waits and what was changed."""
    directory = current_directory()
    since = whole_weeks(directory.today())[0]
    with directory.database.reading() as session:
        weekly = WeeklyFigures(session)
        figures = {name: weekly.series(name, since) for name in _FIGURES}
        lines = desk_lines(session, directory.clock())
    desk, gaps = Desk(lines, what_waits(directory)), read_demand(directory).gaps
    seen = look_over(directory, current_settings().instance_path)
    return render_page("admin/overview.html", overview_page(seen, desk, figures, gaps))
