"""The search page."""

from flask import Blueprint, redirect, request
from werkzeug.wrappers import Response

from directory.errors import Invalid
from directory.web.access import current_directory
from directory.web.patient.search.address import Params, address_of, tidy
from directory.web.patient.search.form import Search, read_search, state_of
from directory.web.patient.search.map_page import map_part
from directory.web.patient.search.page import Beside, search_page
from directory.web.patient.viewing import note_unmet, note_view
from directory.web.rendering import render_page
from directory.workflows.matching.locate_results import locate_results
from directory.workflows.matching.search_directory import SearchPage, search_directory
from directory.workflows.matching.widen_search import widen_search

pages = Blueprint("search", __name__)


@pages.get("/search")
def search() -> Response | str:
    """Search the directory; an address with a stale cursor starts at the first page.

    Beside the API's parameters the page has `view`, and for a map `around` and `miles`.
    """
    args = tidy(request.args)
    if args != request.args:
        return redirect(address_of(args.items(multi=True)), 302)
    try:
        wish, found = _search(args)
    except Invalid:
        args.poplist("cursor")
        wish, found = _search(args)
    note_view("shown", *(result.provider.id for result in found.results))
    note_unmet(wish.query, state_of(wish), found.answer.total)
    page = search_page(wish, found, current_directory().today(), _beside(wish, found))
    return render_page("search.html", page)


def _search(args: Params) -> tuple[Search, SearchPage]:
    wish = read_search(args)
    return wish, search_directory(current_directory(), wish.query)


def _beside(wish: Search, found: SearchPage) -> Beside:
    """Return the map where it was asked for, and where nobody was found what else to try."""
    directory = current_directory()
    if not found.answer.total:
        return Beside(wider=widen_search(directory, wish.query))
    if wish.params.get("view") == "map":
        return Beside(map=map_part(wish, locate_results(directory, found.asked)))
    return Beside()
