"""The search page."""

from flask import Blueprint, render_template, request
from werkzeug.datastructures import MultiDict

from directory.errors import Invalid
from directory.web.access import current_directory
from directory.web.patient.search_form import Search, read_search
from directory.web.patient.search_page import search_page
from directory.workflows.search_directory import SearchPage, search_directory

pages = Blueprint("search", __name__)


@pages.get("/search")
def search() -> str:
    """Search the directory; an address with a stale cursor starts at the first page.

    Beside the API's parameters the page has `more`: the filter to show with all of its values.
    """
    args = MultiDict(request.args)
    whole = args.pop("more", None)
    try:
        wish, found = _search(args)
    except Invalid:
        args.poplist("cursor")
        wish, found = _search(args)
    page = search_page(wish, found, current_directory().today(), whole)
    return render_template("search.html", page=page)


def _search(args: MultiDict[str, str]) -> tuple[Search, SearchPage]:
    wish = read_search(args)
    return wish, search_directory(current_directory(), wish.query)
