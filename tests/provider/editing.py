"""A keeper at work: listings as they are kept, and saves as the pages make them."""

from directory.providers.drafts import fingerprint, section_values
from directory.providers.history import Author
from directory.providers.license_checks import LicenseCheck
from directory.storage import Changes, LicenseChecks, Providers
from directory.workflows.keeping.drafted_listing import drafted_listing
from directory.workflows.keeping.save_section import save_section
from tests.conftest import NOW

KEEPER = Author("provider", "account-1")
ADMIN = Author("admin", "account-9")


def shown(directory, id, section):
    """Return the values of a section as a page shows them."""
    return section_values(drafted_listing(directory, id).values, section)


def save(directory, id, section, author=KEEPER, seen=None, **values):
    """Save a section that has just been looked at, unless `seen` says otherwise."""
    seen = seen or fingerprint(shown(directory, id, section))
    return save_section(directory, id, section, values, author, seen)


def stored(directory, id):
    """Return a listing as the database holds it."""
    with directory.database.reading() as session:
        return Providers(session).get(id)


def changes_of(directory, id):
    """Return the history of a listing, oldest first."""
    with directory.database.reading() as session:
        return tuple(reversed(Changes(session).of_listing(id, limit=10_000)))


def note_check(directory, id):
    """Note that an admin has checked a listing."""
    with directory.database.writing() as session:
        LicenseChecks(session).save(LicenseCheck(id, "account-1", NOW, checked_at=NOW))
