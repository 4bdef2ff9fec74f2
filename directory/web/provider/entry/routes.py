"""Where somebody who is signed in comes to their own listings, or finds the one to claim."""

from flask import Blueprint, redirect, request
from werkzeug.wrappers import Response

from directory.web.access import current_directory
from directory.web.gate import asking_account
from directory.web.provider.entry.page import find_page, listings_page
from directory.web.rendering import render_page
from directory.workflows.keeping.find_own_listing import find_own_listing
from directory.workflows.keeping.own_listings import own_listings

pages = Blueprint("my_listings", __name__)


@pages.get("/my/listing")
def choose() -> Response | str:
    """Lead to the one listing, let choose among several, or show how to come by one."""
    directory = current_directory()
    own = own_listings(directory, asking_account().id)
    if own.is_nothing:
        return redirect("/my/find-listing", 303)
    if own.only:
        return redirect(f"/my/listing/{own.only.id}", 303)
    return render_page("my/listings.html", listings_page(own, directory.today()))


@pages.get("/my/find-listing")
def find() -> str:
    """Find the listing that is here already, by name or NPI."""
    typed = " ".join(request.args.get("q", "").split())
    found = find_own_listing(current_directory(), typed) if typed else None
    page = find_page(typed, "q" in request.args, found)
    return render_page("my/find_listing.html", page)
