"""What was looked for and not found: a page, and a file."""

from functools import partial

from flask import Blueprint, Response, request

from directory.vocabulary import STATES
from directory.web.access import current_directory
from directory.web.admin.demand.page import demand_page
from directory.web.admin.demand.table import demand_csv
from directory.web.downloads import CSV, attachment
from directory.web.rendering import render_page
from directory.workflows.matching.read_demand import listed_now, read_demand

pages = Blueprint("demand", __name__)
_NO_STATE = "-"  # in an address: the searches in which none was named


@pages.get("/admin/demand")
def see() -> str:
    """Show whom to recruit, of all states or of one."""
    directory = current_directory()
    state = _state(request.args.get("state", ""))
    everything = read_demand(directory)
    states = tuple({one.wish.state for one in everything.sums})
    demand = everything if state is None else read_demand(directory, state)
    page = demand_page(demand, states, state, partial(listed_now, directory))
    return render_page("admin/demand.html", page)


@pages.get("/admin/demand.csv")
def download() -> Response:
    """Give all that may be told as a file."""
    return attachment(demand_csv(read_demand(current_directory()).sums), "unmet-demand.csv", CSV)


def _state(value: str) -> str | None:
    if value == _NO_STATE:
        return ""
    return value if value in STATES else None
