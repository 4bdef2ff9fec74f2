"""The rooms of the admins, each with enough made-up data for lists, tables, plots and faults.

What one room brings about stays for the next, so that the pages that tell of all of them have
something to tell.
"""

from directory.editions.in_force import SHIPPED, put_in_force
from tests.journeys.admins.duplicates import see_duplicates
from tests.journeys.admins.imports import see_imports
from tests.journeys.admins.listings import see_listings
from tests.journeys.admins.overview import see_overview
from tests.journeys.admins.rosters import see_rosters
from tests.journeys.admins.truth import see_truth
from tests.journeys.admins.visit import Visit, open_visit
from tests.journeys.admins.words import see_words
from tests.journeys.seeing import Sight
from tests.web.mailing import Office

ROOMS = (
    see_imports,
    see_duplicates,
    see_listings,
    see_rosters,
    see_truth,
    see_words,
    see_overview,
)


def see_rooms(here: Office, sight: Sight) -> Visit:
    """See every room; return the visit."""
    visit = open_visit(here, sight)
    try:
        for see_room in ROOMS:
            see_room(visit)
    finally:
        put_in_force(SHIPPED)
    return visit
