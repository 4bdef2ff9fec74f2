"""Everything that the task list of a listing shows, read at one moment."""

from dataclasses import dataclass

from directory.providers.standing import Standing, standing
from directory.storage import Changes, Keepers, LicenseChecks
from directory.workflows.desk.license_checks import is_checked
from directory.workflows.keeping.drafted_listing import DraftedListing, read_drafted
from directory.workflows.opening import Directory


@dataclass(frozen=True, slots=True)
class ListingOverview:
    """A listing with its drafts.

    `was_public` tells whether its keeper ever published it, `is_checked` whether an admin has
    looked at who it names, and `is_waiting` whether one was asked to. `sent_back` is what one
    missed.
    """

    drafted: DraftedListing
    was_public: bool
    is_checked: bool
    is_waiting: bool
    sent_back: str
    stands: Standing


def listing_overview(directory: Directory, provider_id: str) -> ListingOverview:
    """Return what a keeper sees of a listing at a glance; raise NotFound where there is none."""
    with directory.database.reading() as session:
        drafted = read_drafted(session, provider_id)
        was_public = drafted.is_live or Changes(session).was_published(provider_id)
        is_kept = Keepers(session).is_kept(provider_id)
        check = LicenseChecks(session).get(provider_id)
        checked = is_checked(session, provider_id)
    return ListingOverview(
        drafted=drafted,
        was_public=was_public,
        is_checked=checked,
        is_waiting=check is not None and check.is_waiting,
        sent_back=check.reason if check else "",
        stands=standing(drafted.stored, is_kept, directory.today()),
    )
