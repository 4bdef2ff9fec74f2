"""What the routes of practices share."""

from directory.errors import NotFound
from directory.storage import Practices, StoredPractice
from directory.web.access import current_directory
from directory.workflows.practices.practices import PracticeDesk


def practice_desk() -> PracticeDesk:
    """Return where the changes of practices are made."""
    return PracticeDesk(current_directory())


def practice_of(id: str) -> StoredPractice:
    """Return a practice, or raise NotFound."""
    with current_directory().database.reading() as session:
        practice = Practices(session).get(id)
    if practice is None:
        raise NotFound("there is no such practice")
    return practice
