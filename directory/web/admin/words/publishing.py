"""Publishing from a page: at once, or as a step that a second admin has to agree to."""

from directory.web.access import current_directory
from directory.web.admin.acting import acting_admin
from directory.workflows.editions.publish_edition import STEP, Publication, publish
from directory.workflows.roles.second_admin import propose

_BACK = "You can take it back at any time."


def put_in_force(found: Publication) -> str:
    """Publish, and return a sentence on what came of it."""
    directory, admin = current_directory(), acting_admin()
    if not found.is_dangerous:
        return f"{publish(directory, found.document, admin)} {_BACK}"
    if propose(directory, STEP, found.document, admin) == "done":
        return f"The new edition is in force. {_BACK}"
    return "A second admin has to agree first. They have been told by email."
