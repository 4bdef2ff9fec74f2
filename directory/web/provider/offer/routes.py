"""What a listing may offer, told plainly: above all to coaches."""

from flask import Blueprint

from directory.storage import Providers
from directory.web.access import current_directory
from directory.web.provider.offer.page import offer_page
from directory.web.rendering import render_page

pages = Blueprint("offer", __name__)


@pages.get("/my/listing/<listing>/offer")
def offer(listing: str) -> str:
    """Tell what the license of a listing lets its holder offer."""
    with current_directory().database.reading() as session:
        stored = Providers(session).one(listing)
    return render_page("my/offer.html", offer_page(stored.license, listing))
