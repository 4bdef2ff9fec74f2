"""Publishing editions in tests, as an admin who is alone does it."""

from directory.editions import Edition
from directory.editions.drafting import with_clocks, with_own_line
from directory.editions.edition import OwnLine
from directory.roles import Admin
from directory.workflows import Directory
from directory.workflows.editions.edit_draft import change_draft, desk
from directory.workflows.editions.preview_edition import ask_preview
from directory.workflows.editions.publish_edition import (
    draft_to_publish,
    edition_to_bring_back,
)
from directory.workflows.editions.publish_edition import publish as publish_document
from directory.workflows.working.jobs import run_waiting_jobs

LINE = OwnLine(name="County line", need="too-much", call="1-800-555-0100")


def begin_draft(directory: Directory, admin: Admin) -> None:
    """Begin a draft with a crisis line of one's own and new clocks, and let the worker try it."""
    change_draft(directory, admin, lambda draft: with_clocks(draft, {"payers": 30}))
    change_draft(directory, admin, lambda draft: with_own_line(draft, LINE))
    ask_preview(directory, admin)
    run_waiting_jobs(directory)


def publish(directory: Directory, admin: Admin, draft: Edition) -> None:
    """Publish a draft, whatever was in it before."""
    change_draft(directory, admin, lambda _: draft)
    publish_draft(directory, admin)


def publish_draft(directory: Directory, admin: Admin) -> None:
    """Publish the draft as it is."""
    found = draft_to_publish(directory, "A note", desk(directory).version)
    publish_document(directory, found.document, admin)


def take_back(directory: Directory, admin: Admin, number: int) -> None:
    """Bring an edition into force again."""
    found = edition_to_bring_back(directory, "", number)
    publish_document(directory, found.document, admin)
