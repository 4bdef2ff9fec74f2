"""The room of words and weights: a draft, its trial, editions, and the way back."""

from directory.roles import Admin
from directory.storage import Editions
from directory.workflows.editions.preview_edition import ask_preview
from directory.workflows.working.jobs import run_waiting_jobs
from tests.editions.publishing import publish_draft
from tests.journeys.admins.visit import Visit

HOME = "/admin/words"


def see_words(visit: Visit) -> None:
    """See a draft before and after it is published."""
    directory, admin = visit.here.directory, Admin("boss", "owner")
    number = ask_preview(directory, admin)
    visit.look("a trial that waits", f"{HOME}/previews/{number}")
    run_waiting_jobs(directory)
    visit.look("a trial", f"{HOME}/previews/{number}")
    publish_draft(directory, admin)
    visit.look("words after an edition", HOME)
    visit.see("nothing to publish", f"{HOME}/publish")
    visit.see("an edition in force", f"{HOME}/editions/1")
    visit.see("what ships", f"{HOME}/editions/0")
    with directory.database.reading() as session:
        assert Editions(session).get(1)
