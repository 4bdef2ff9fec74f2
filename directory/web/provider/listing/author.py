"""Who edits: whoever is signed in, as the listing's own keeper or for a practice."""

from directory.providers.history import Author
from directory.web.access import current_directory
from directory.web.gate import asking_account
from directory.workflows.keeping.keeping import keeps


def current_author(listing: str) -> Author:
    """Return whoever edits a listing which the gate opened to them."""
    account = asking_account()
    with current_directory().database.reading() as session:
        is_own = keeps(session, account.id, listing)
    return Author("provider" if is_own else "practice", account.id)
