"""Throwing away what was typed into a section, as its keeper asks."""

from directory.providers.drafts import fingerprint, section_values
from directory.storage import Drafts
from directory.workflows.keeping.drafted_listing import read_drafted
from directory.workflows.opening import Directory


def discard_draft(directory: Directory, provider_id: str, section: str, seen: str) -> bool:
    """Forget the draft of a section; tell whether it was still as `seen`, else keep it.

    Raises NotFound without such a listing.
    """
    with directory.database.writing() as session:
        drafted = read_drafted(session, provider_id)
        if fingerprint(section_values(drafted.values, section)) != seen:
            return False
        Drafts(session).remove(provider_id, (section,))
    return True
