"""For whom a listing would be shown: three made-up people, asked of the real directory."""

from flask import Blueprint

from directory.providers.completeness import completeness
from directory.web.access import current_directory
from directory.web.provider.reach.page import reach_page
from directory.web.rendering import render_page
from directory.workflows.keeping.drafted_listing import drafted_listing
from directory.workflows.keeping.listing_reach import listing_reach
from directory.workflows.keeping.reach_examples import reach_examples

pages = Blueprint("reach", __name__)


@pages.get("/my/listing/<listing>/reach")
def reach(listing: str) -> str:
    """Show where the listing, with its drafts, would stand for each of three people."""
    directory = current_directory()
    today = directory.today()
    drafted = drafted_listing(directory, listing)
    shown = drafted.listing
    examples = reach_examples(shown, today) if shown else ()
    found = [(one, listing_reach(directory, shown, one.request)) for one in examples if shown]
    complete = completeness(drafted.values, today)
    return render_page("my/reach.html", reach_page(drafted, found, complete, today))
