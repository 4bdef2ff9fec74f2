"""What the tests of merges do again and again."""

from directory.providers import Provider
from directory.roles import Admin
from directory.storage import Keepers, Providers
from directory.workflows import Directory
from directory.workflows.merging.merge_listings import merge_listings, prepare_merge
from tests.conftest import NOW
from tests.factories import make_license, make_npi, make_provider, make_unclaimed

EDITOR = Admin("account-editor", "editor")
NPI = make_npi(41)
OWN, REGISTER = "bob-hale", f"npi-{NPI}"


def register_listing(**changes: object) -> Provider:
    """Return a listing as the register has it."""
    facts = {
        "id": REGISTER,
        "npi": NPI,
        "name": "Robert Hale",
        "licenses": [make_license(status="unverified", expires=None, verified_at=None)],
        "phone": "+14155550188",
    }
    return make_unclaimed(**facts | changes)


def own_listing(**changes: object) -> Provider:
    """Return a listing of the same person as a clinic wrote it."""
    return make_provider(**{"id": OWN, "name": "Bob Hale", "phone": None, **changes})


def merge(directory: Directory, kept: str = OWN, gone: str = REGISTER) -> int:
    """Merge as suggested."""
    stamp = prepare_merge(directory, kept, gone).stamp
    return merge_listings(directory, EDITOR, kept, gone, {}, stamp)


def stored(directory: Directory, id: str) -> Provider | None:
    """Return a listing, None where there is none."""
    with directory.database.reading() as session:
        return Providers(session).get(id)


def one(directory: Directory, id: str) -> Provider:
    """Return a listing that has to be there."""
    found = stored(directory, id)
    assert found
    return found


def keep(directory: Directory, id: str, account: str) -> None:
    """Let an account keep a listing."""
    with directory.database.writing() as session:
        Keepers(session).add(id, account, NOW)
