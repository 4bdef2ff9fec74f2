"""A practice reads nothing of what a listing said before it joined."""

from datetime import timedelta

from directory.providers.history import Author
from directory.storage import Providers
from directory.workflows.listing_changes import record_change
from tests.conftest import NOW
from tests.practices.house import House
from tests.practices.test_told_of_contacts import change

LISTING = "listing-ana"
HISTORY = f"/my/listing/{LISTING}/history"
HOME = "7 Quiet Lane"


def with_a_past(house: House) -> str:
    """Let Ana take her home out of her listing, then join; return the number of that change."""
    listing = house.listing(LISTING)
    home = listing.locations[0].model_copy(update={"street": HOME})
    author = Author("provider", "account-ana")
    with house.directory.database.writing() as session:
        Providers(session).save(listing.model_copy(update={"locations": (home,)}))
        before = Providers(session).get(LISTING)
        record_change(session, before, listing, author, NOW - timedelta(days=3))
    practice = house.begin()
    house.mia.press(f"{practice}/invite", practice, who="ana@example.org")
    invitation = house.ana.invitation()
    house.ana.press(f"{invitation}/accept", invitation, listing=LISTING)
    return str(house.changes(LISTING)[-1].id)


def test_who_manages_a_practice_does_not_learn_where_somebody_lived(house: House) -> None:
    number = with_a_past(house)
    assert HOME in house.ana.see(HISTORY).text
    assert HOME not in house.mia.see(HISTORY).text
    day = (NOW - timedelta(days=4)).date()
    for wanted in (f"change={number}", f"day={day}"):
        assert house.mia.see(f"{HISTORY}/restore?{wanted}").status_code == 404
        sent = dict([wanted.split("=")]) | {"seen": "x"}
        assert house.mia.press(f"{HISTORY}/restore", **sent).status_code == 404
    assert HOME in house.ana.see(f"{HISTORY}/restore?change={number}").text


def test_who_manages_a_practice_reads_and_undoes_what_came_since(house: House) -> None:
    with_a_past(house)
    change(house.mia, phone="415-555-0199")
    page = house.mia.see(HISTORY).text
    undo = next(part.split('"')[0] for part in page.split('href="') if "?change=" in part)
    assert house.mia.see(undo).status_code == 200
