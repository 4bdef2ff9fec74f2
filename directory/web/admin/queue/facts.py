"""What an admin is told of a listing and of the people around it."""

from collections.abc import Iterator
from datetime import date

from sqlmodel import Session

from directory.providers import License, Provider
from directory.sentences import ENGLISH
from directory.storage import Keepers
from directory.vocabulary import LICENSE_STATUSES, LICENSES
from directory.web.admin.queue.pages import KnownFact
from directory.workflows.accounts.account_addresses import address_of

_REGISTRY = "https://npiregistry.cms.hhs.gov/provider-view/"


def listing_facts(
    session: Session, listing: Provider, is_elsewhere: bool = True
) -> Iterator[KnownFact]:
    """Yield who a listing names, by what, and who keeps it; elsewhere with a link to its page."""
    href = f"/providers/{listing.id}" if listing.published else ""
    yield KnownFact("Listing", (listing.name,), href)
    yield KnownFact("What they are", (LICENSES.label(listing.license),))
    if listing.npi:
        yield KnownFact("NPI (the public register)", (listing.npi,), f"{_REGISTRY}{listing.npi}")
    held = tuple(map(license_words, listing.licenses))
    yield KnownFact("Licenses on the listing", held or ("None",))
    yield KnownFact("Patients see it", ("Yes" if listing.published else "No",))
    keepers = (address_of(session, id) for id in Keepers(session).of_listing(listing.id))
    yield KnownFact("Kept by", tuple(filter(None, keepers)) or ("Nobody",))
    if is_elsewhere:
        yield KnownFact("Checks, evidence, history", ("See them",), f"/admin/listings/{listing.id}")


def license_words(license: License) -> str:
    """Return a license in one line."""
    number = f" {license.number}" if license.number else ""
    status = LICENSE_STATUSES.label(license.status)
    return f"{license.title}{number}, {license.state}: {status}{_checked(license.verified_at)}"


def _checked(day: date | None) -> str:
    return f" on {ENGLISH.day(day)}" if day else ""
