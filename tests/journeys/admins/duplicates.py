"""The room of duplicates: pairs that may be one person, one that is merged, one that is not."""

from directory.workflows.merging.decide_duplicate import (
    ask_for_search,
    mark_as_different,
    put_together,
)
from directory.workflows.working.jobs import run_waiting_jobs
from tests.journeys.admins.visit import Visit
from tests.merging.merging import EDITOR, OWN, REGISTER, merge, own_listing, register_listing

HOME = "/admin/duplicates"
TWIN = "rosa-garden-two"


def see_duplicates(visit: Visit) -> None:
    """See the search, a pair of each kind, and a merge."""
    directory = visit.here.directory
    visit.store(
        register_listing(),
        own_listing(phone="+14155550188"),
        own_listing(id=TWIN, name="Rosa Garden", languages=["en", "es"], phone=None),
    )
    ask_for_search(directory, EDITOR)
    visit.look("a search for duplicates that waits", HOME)
    run_waiting_jobs(directory)
    visit.see("duplicates", HOME)
    visit.look("duplicates, certain", f"{HOME}?certainty=certain")
    visit.look("duplicates, none", f"{HOME}?certainty=nonsense&page=99")
    number = put_together(directory, EDITOR, OWN, REGISTER)
    visit.see("a pair", f"{HOME}/{number}")
    visit.look("a pair the other way around", f"{HOME}/{number}?keep={REGISTER}")
    others = put_together(directory, EDITOR, "rosa-garden", TWIN)
    mark_as_different(directory, EDITOR, others)
    visit.see("a pair of two people", f"{HOME}/{others}")
    visit.look("pairs of two people", f"{HOME}/different")
    merged = merge(directory)
    visit.see("a merge", f"{HOME}/merges/{merged}")
    visit.look("merges", f"{HOME}/merges")
