"""The task list of a listing, and putting the listing on the site or off it."""

from flask import Blueprint, flash, make_response, redirect, request
from werkzeug.wrappers import Response

from directory.errors import Conflict, Invalid
from directory.web.access import current_directory
from directory.web.provider.listing.author import current_author
from directory.web.provider.listing.publish_page import publish_page, take_off_page
from directory.web.provider.listing.section_page import listing_href
from directory.web.provider.listing.task_list_page import task_list_page
from directory.web.rendering import render_page
from directory.workflows.keeping.listing_overview import listing_overview
from directory.workflows.keeping.publish_listing import publish_listing, take_off

ADDRESS = "/my/listing/<listing>"
_SAID = {
    "published": "Your listing is public. Patients can find you now.",
    "waiting": "Thank you. A person looks at it first, and we write to you when that is done.",
}

pages = Blueprint("task_list", __name__)


@pages.get(ADDRESS)
def show(listing: str) -> str:
    """Show how a listing stands and what is to be done."""
    overview = listing_overview(current_directory(), listing)
    page = task_list_page(overview, is_own=current_author(listing).kind == "provider")
    return render_page("my/task_list.html", page)


@pages.get(f"{ADDRESS}/publish")
def before_publishing(listing: str) -> str:
    """Show what is missing, or ask for the last word."""
    page = publish_page(listing_overview(current_directory(), listing))
    return render_page("my/publish.html", page)


@pages.post(f"{ADDRESS}/publish")
def publish(listing: str) -> Response:
    """Put a listing on the site, or into the queue of those to be checked."""
    says_none = request.form.get("offers_none") == "yes"
    directory, author = current_directory(), current_author(listing)
    try:
        state = publish_listing(directory, listing, author, offers_no_conversion=says_none)
    except Invalid:
        page = publish_page(listing_overview(directory, listing), is_sent=True)
        return make_response(render_page("my/publish.html", page), 422)
    flash(_SAID[state])
    return redirect(listing_href(listing), 303)


@pages.get(f"{ADDRESS}/take-off")
def before_taking_off(listing: str) -> str:
    """Tell what taking a listing off the site means."""
    page = take_off_page(listing_overview(current_directory(), listing))
    return render_page("my/take_off.html", page)


@pages.post(f"{ADDRESS}/take-off")
def off(listing: str) -> Response:
    """Take a listing off the site; whoever presses twice is told the same."""
    try:
        take_off(current_directory(), listing, current_author(listing))
    except Conflict:
        return redirect(listing_href(listing), 303)
    flash("Your listing is off the site. Everything in it is kept.")
    return redirect(listing_href(listing), 303)
