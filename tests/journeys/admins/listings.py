"""The room of listings: found, checked, published, held off the site."""

from tests.claim.people import LISTING
from tests.desk.desk import PAGE, PDF, send, verify
from tests.journeys.admins.visit import Visit

ROOM = "/admin/listings"


def see_listings(visit: Visit) -> None:
    """See the list, and a listing as it goes on the site and off it again."""
    here = visit.here
    for shown in ("all", "public", "hidden", "unchecked"):
        visit.look(f"listings, {shown}", f"{ROOM}?shown={shown}")
    visit.look("listings found by words", f"{ROOM}?text=una")
    visit.look("no listing found", f"{ROOM}?text=nobody-of-this-name&shown=held")
    visit.see("a listing that is hidden", PAGE)
    verify(here, evidence=("Board page.pdf", PDF))
    visit.see("a listing that was checked", PAGE)
    send(here, f"{PAGE}/hide", reason="The board has no such license.")
    visit.see("a listing that is held off the site", PAGE)
    visit.look("listings that are held", f"{ROOM}?shown=held&text={LISTING}")
