"""Publishing from a page: at once, or as a step that a second admin has to agree to."""

from directory.web.access import current_directory
from directory.web.admin.acting import acting_admin
from directory.workflows.publish_edition import Publication, publish


def put_in_force(found: Publication) -> str:
    """Publish, and return a sentence on what came of it."""
    directory, admin = current_directory(), acting_admin()
    return f"{publish(directory, found.document, admin)} You can take it back at any time."
