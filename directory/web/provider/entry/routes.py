"""Where somebody who is signed in comes to their own listings, or finds the one to claim."""

from flask import Blueprint, redirect, request
from werkzeug.wrappers import Response

from directory.storage import Keepers, Practices, Providers
from directory.web.access import current_directory
from directory.web.gate import asking_account
from directory.web.provider.entry.page import find_page, listings_page
from directory.web.rendering import render_page
from directory.workflows.find_own_listing import find_own_listing

pages = Blueprint("my_listings", __name__)


@pages.get("/my/listing")
def choose() -> Response | str:
    """Lead to the one listing, let choose among several, or show how to come by one."""
    account = asking_account()
    with current_directory().database.reading() as session:
        own = Providers(session).get_many(Keepers(session).of_account(account.id))
        practices = Practices(session)
        managed = practices.managed_by(account.id)
        theirs = {
            practice: Providers(session).get_many(practices.listings(practice.id))
            for practice in managed
        }
    if not own and not managed:
        return redirect("/my/find-listing", 303)
    if len(own) == 1 and not managed:
        return redirect(f"/my/listing/{own[0].id}", 303)
    return render_page("my/listings.html", listings_page(own, theirs, current_directory().today()))


@pages.get("/my/find-listing")
def find() -> str:
    """Find the listing that is here already, by name or NPI."""
    typed = " ".join(request.args.get("q", "").split())
    found = find_own_listing(current_directory(), typed) if typed else None
    return render_page("my/find_listing.html", find_page(typed, "q" in request.args, found))
