"""From listings to the pages that lead to them."""

from collections.abc import Iterable, Mapping
from datetime import date

from directory.providers import Provider
from directory.storage import StoredPractice
from directory.vocabulary import LICENSES
from directory.web.provider.entry.pages import (
    FindListingPage,
    FoundListing,
    OwnListing,
    OwnListingsPage,
)
from directory.web.provider.states import state_of
from directory.workflows.find_own_listing import FoundListings

_NOTHING_TYPED = "Type your name or your NPI"


def listings_page(
    own: Iterable[Provider], theirs: Mapping[StoredPractice, Iterable[Provider]], today: date
) -> OwnListingsPage:
    """Return the listings of an account, then those of the practices that it manages."""
    mine = tuple(own)
    ids = {provider.id for provider in mine}
    managed = tuple(
        _own(provider, practice.name, today)
        for practice, listings in theirs.items()
        for provider in listings
        if provider.id not in ids
    )
    return OwnListingsPage(
        title="Your listings",
        listings=tuple(_own(provider, None, today) for provider in mine) + managed,
        practices=tuple((one.name, f"/my/practice/{one.id}") for one in theirs),
    )


def find_page(typed: str, is_sent: bool, found: FoundListings | None) -> FindListingPage:
    """Return the two doors, with what was found behind the first."""
    problem = _NOTHING_TYPED if is_sent and not typed else None
    return FindListingPage(
        title="Error: Find or make your listing" if problem else "Find or make your listing",
        query=typed,
        problem=problem,
        found=tuple(_found(one, one.id in found.kept) for one in found.providers)
        if found
        else None,
        are_more=found is not None and found.are_more,
    )


def _own(provider: Provider, practice: str | None, today: date) -> OwnListing:
    return OwnListing(
        name=provider.name,
        href=f"/my/listing/{provider.id}",
        state=state_of(provider, today),
        practice=practice,
    )


def _found(provider: Provider, is_kept: bool) -> FoundListing:
    places = (f"{place.city}, {place.state}" for place in provider.locations)
    return FoundListing(
        name=provider.name,
        license=LICENSES.label(provider.license),
        place=next(places, "Place not known"),
        state="Somebody keeps this listing already" if is_kept else "Nobody keeps this listing yet",
        href=f"/claim/{provider.id}",
    )
