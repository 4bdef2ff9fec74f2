"""Everything that the task list of a listing shows, read at one moment."""

from dataclasses import dataclass

from directory.providers.standing import Standing, standing
from directory.storage import Changes, Keepers
from directory.workflows.drafted_listing import DraftedListing, read_drafted
from directory.workflows.opening import Directory


@dataclass(frozen=True, slots=True)
class ListingOverview:
    """A listing with its drafts.

    `was_public` tells whether its keeper ever published it, and `waits_for_check` whether somebody
    has yet to look at who it names.
    """

    drafted: DraftedListing
    was_public: bool
    waits_for_check: bool
    stands: Standing


def listing_overview(directory: Directory, provider_id: str) -> ListingOverview:
    """Return what a keeper sees of a listing at a glance; raise NotFound where there is none."""
    with directory.database.reading() as session:
        drafted = read_drafted(session, provider_id)
        was_public = drafted.is_live or Changes(session).was_published(provider_id)
        is_kept = Keepers(session).is_kept(provider_id)
    stands = standing(drafted.stored, is_kept, directory.today())
    return ListingOverview(drafted, was_public, False, stands)
