"""The room of rosters: a list of a board in each of its states."""

from directory.storage import Keepers
from directory.workflows.working.jobs import run_waiting_jobs
from tests.claim.people import as_account
from tests.desk.desk import send
from tests.desk.test_rosters import ROOM, bring, press, row, selected
from tests.factories import make_license, make_provider, make_unclaimed
from tests.journeys.admins.visit import Visit

ROWS = (
    row(number="L1", last="REED", first="MARA", status="REVOKED"),
    row(number="L2", last="SOMEBODY", first="ELSE", status="REVOKED"),
    row(number="L3", last="REED", first="TOM"),
    "only,three,cells",
)


def see_rosters(visit: Visit) -> None:
    """See a roster from its file to the way back."""
    here = visit.here
    _store_whom_the_board_knows(visit)
    visit.see("rosters", ROOM)
    columns = bring(here, *ROWS).headers["Location"]
    visit.see("columns of a roster", columns)
    page = columns.removesuffix("/columns")
    typed = dict(selected(as_account(here, "boss").see(columns).text))
    send(here, columns, columns, **typed)
    visit.look("a roster that waits to be read", page)
    run_waiting_jobs(here.directory)
    visit.see("a roster that was read", page)
    for kind in ("", "?outcome=unsure", "?outcome=lapsed"):
        visit.look(f"listings of a roster {kind}", f"{page}/listings{kind}")
    press(here, page, "apply")
    visit.see("a roster that was applied", page)
    press(here, page, "take-back")
    visit.look("a roster that was taken back", page)
    visit.look("rosters with one that was taken back", ROOM)
    visit.look("the file of a roster", f"{page}/file")


def _store_whom_the_board_knows(visit: Visit) -> None:
    held = [
        make_license(number=number, status="unverified", verified_at=None)
        for number in ("L1", "L2", "L3")
    ]
    visit.store(
        make_provider(id="mara-reed", name="Mara Reed", licenses=[make_license(number="L1")]),
        make_unclaimed(id="stub-l2", npi=None, name="Lou Berg", licenses=[held[1]]),
        make_unclaimed(id="stub-l3", npi=None, name="Tom Reed", licenses=[held[2]]),
    )
    with visit.here.directory.database.writing() as session:
        Keepers(session).add("mara-reed", "una", visit.here.clock())
